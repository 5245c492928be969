//! Locks and semaphores.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, attempt, block, clause, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (4, hold),
    (2, hold_semaphore),
    (2, acquire),
    (1, look),
    (1, release_too_much),
    (2, crowd),
];

fn semaphore(maker: &mut Maker) -> String {
    let kind = ["Semaphore", "BoundedSemaphore"][maker.random.below(2)];
    let count = maker.random.between(1, 3);
    maker.shared("gate", 2, format!("asyncio.{kind}({count})"))
}

/// Returns a lock or semaphore that the function does not hold yet.
fn free(maker: &mut Maker, scope: &Scope, of_locks: bool) -> Option<String> {
    let name = if of_locks {
        maker.shared("lock", 2, "asyncio.Lock()".to_owned())
    } else {
        semaphore(maker)
    };
    (!scope.held.contains(&name)).then_some(name)
}

fn held(maker: &mut Maker, scope: &mut Scope, name: String) -> Vec<Statement> {
    let mut body = vec![simple(format!("say(\"holds {name}\")"))];
    body.extend(scope.within(|scope| {
        scope.held.push(name.clone());
        maker.inner(scope)
    }));
    let whole = block(format!("async with {name}"), body);
    match maker.random.below(4) {
        0 => vec![whole],
        1 => maker.guarded(scope, vec![whole]),
        _ => {
            let limited = maker.time_limit(vec![whole]);
            maker.guarded(scope, vec![limited])
        }
    }
}

fn hold(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    match free(maker, scope, true) {
        Some(name) => held(maker, scope, name),
        None => Vec::new(),
    }
}

fn hold_semaphore(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    match free(maker, scope, false) {
        Some(name) => held(maker, scope, name),
        None => Vec::new(),
    }
}

fn acquire(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let of_locks = maker.random.chance(50);
    let Some(name) = free(maker, scope, of_locks) else {
        return Vec::new();
    };
    let pause = maker.pause();
    let body = scope.within(|scope| {
        scope.held.push(name.clone());
        maker.inner(scope)
    });
    let taken = vec![
        simple(format!(
            "say(\"acquired\", await asyncio.wait_for({name}.acquire(), {pause}))"
        )),
        attempt(
            body,
            vec![clause("finally", vec![simple(format!("{name}.release()"))])],
        ),
    ];
    maker.guarded(scope, taken)
}

fn look(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let name = if maker.random.chance(50) {
        maker.shared("lock", 2, "asyncio.Lock()".to_owned())
    } else {
        semaphore(maker)
    };
    let held = scope.held.contains(&name);
    vec![simple(format!(
        "say(\"{name}\", {name}.locked(), {})",
        if held { "\"mine\"" } else { "\"?\"" }
    ))]
}

fn release_too_much(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let name = if maker.random.chance(50) {
        maker.shared("lock", 2, "asyncio.Lock()".to_owned())
    } else {
        semaphore(maker)
    };
    vec![attempt(
        vec![simple(format!("{name}.release()"))],
        vec![clause(
            "except (RuntimeError, ValueError) as error",
            vec![simple("say(repr(error))")],
        )],
    )]
}

/// Several tasks at one gate.
fn crowd(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    maker.define_once("enter", || {
        super::tree::define(
            "async def enter(gate, delay)",
            vec![
                block(
                    "async with gate",
                    vec![simple("say(\"in\")"), simple("await asyncio.sleep(delay)")],
                ),
                simple("say(\"out\")"),
                simple("return delay"),
            ],
        )
    });
    let count = maker.random.between(1, 2);
    let gate = maker.fresh("door");
    let kind = ["Semaphore", "BoundedSemaphore"][maker.random.below(2)];
    let visits: Vec<_> = (0..maker.random.between(3, 5))
        .map(|_| format!("enter({gate}, {})", maker.delay()))
        .collect();
    let mut body = vec![simple(format!("{gate} = asyncio.{kind}({count})"))];
    let (all, errors) = (
        visits.join(", "),
        if maker.random.chance(50) {
            ", return_exceptions=True"
        } else {
            ""
        },
    );
    body.extend(maker.awaited(scope, &format!("asyncio.gather({all}{errors})")));
    body
}
