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

fn lock(maker: &mut Maker) -> String {
    maker.shared("lock", 2, "asyncio.Lock()".to_owned())
}

/// Returns a lock or a semaphore.
fn either(maker: &mut Maker) -> String {
    if maker.random.chance(50) {
        lock(maker)
    } else {
        semaphore(maker)
    }
}

fn held(maker: &mut Maker, scope: &mut Scope, name: &str) -> Vec<Statement> {
    if scope.held.iter().any(|held| held == name) {
        return Vec::new();
    }
    let mut body = vec![simple(format!("say(\"holds {name}\")"))];
    body.extend(scope.within(|scope| {
        scope.held.push(name.to_owned());
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
    let name = lock(maker);
    held(maker, scope, &name)
}

fn hold_semaphore(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let name = semaphore(maker);
    held(maker, scope, &name)
}

fn acquire(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let name = either(maker);
    if scope.held.contains(&name) {
        return Vec::new();
    }
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
    let name = either(maker);
    let held = scope.held.contains(&name);
    vec![simple(format!(
        "say(\"{name}\", {name}.locked(), {})",
        if held { "\"mine\"" } else { "\"?\"" }
    ))]
}

fn release_too_much(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let name = either(maker);
    vec![attempt(
        vec![simple(format!("{name}.release()"))],
        vec![clause(
            "except (RuntimeError, ValueError) as error",
            vec![simple("say(repr(error))")],
        )],
    )]
}

/// Several tasks at one gate; each comes back at once, and has to queue behind the others.
fn crowd(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    maker.define_once("enter", || {
        let visit = block(
            "async with gate",
            vec![
                simple("say(\"in\", turn, gate.locked())"),
                simple("await asyncio.sleep(delay)"),
            ],
        );
        super::tree::define(
            "async def enter(gate, delay)",
            vec![
                block("for turn in range(2)", vec![visit]),
                simple("say(\"out\")"),
                simple("return delay"),
            ],
        )
    });
    let gate = maker.fresh("door");
    let count = maker.random.between(1, 2);
    let new = match maker.random.below(3) {
        0 => "Lock()".to_owned(),
        1 => format!("Semaphore({count})"),
        _ => format!("BoundedSemaphore({count})"),
    };
    let visits: Vec<_> = (0..maker.random.between(2, 4))
        .map(|_| format!("enter({gate}, {})", maker.delay()))
        .collect();
    let mut body = vec![simple(format!("{gate} = asyncio.{new}"))];
    let all = visits.join(", ");
    let mut gathered = format!("asyncio.gather({all}, return_exceptions=True)");
    if maker.random.chance(30) {
        let pause = maker.pause();
        gathered = format!("asyncio.wait_for({gathered}, {pause})");
    }
    body.extend(maker.awaited(scope, &gathered));
    body
}
