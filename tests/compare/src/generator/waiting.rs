//! wait in its three modes, and as_completed in its two.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, attempt, block, clause, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (4, wait),
    (2, wait_in_rounds),
    (3, as_completed),
    (1, wait_for_coroutine),
];

const MODES: [&str; 3] = ["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"];

/// Makes tasks for a wait; returns the statements, and the tasks as a list.
fn tasks(maker: &mut Maker, scope: &mut Scope) -> (Vec<Statement>, String) {
    let mut body = Vec::new();
    let mut names = Vec::new();
    for call in maker.calls(scope, 2, 3) {
        let task = maker.fresh("task");
        body.push(simple(format!(
            "{task} = asyncio.create_task({call}, name=\"{task}\")"
        )));
        names.push(task);
    }
    // Handed over in another order than that of creation, now and then.
    if maker.random.chance(25) {
        names.reverse();
    }
    let list = format!("[{}]", names.join(", "));
    scope.tasks.extend(names);
    (body, list)
}

fn options(maker: &mut Maker) -> String {
    let mut options = String::new();
    if maker.random.chance(60) {
        options += &format!(", timeout={}", maker.delay());
    }
    if maker.random.chance(75) {
        options += &format!(", return_when=asyncio.{}", maker.random.pick(&MODES));
    }
    options
}

fn wait(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (mut body, list) = tasks(maker, scope);
    let options = options(maker);
    let mut waiting = vec![
        simple(format!(
            "done, pending = await asyncio.wait({list}{options})"
        )),
        simple("say(\"done\", [task.get_name() for task in done])"),
        simple("say(\"pending\", [task.get_name() for task in pending])"),
    ];
    if maker.random.chance(50) {
        waiting.push(block("for task in pending", vec![simple("task.cancel()")]));
    }
    if maker.random.chance(40) {
        waiting.push(block(
            "for task in done",
            vec![simple(
                "say(task.get_name(), task.cancelled() or repr(task.exception()))",
            )],
        ));
    }
    if maker.random.chance(40) {
        waiting.push(simple(
            "say(await asyncio.gather(*pending, return_exceptions=True))",
        ));
    }
    body.extend(maker.guarded(scope, waiting));
    body
}

fn wait_in_rounds(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (mut body, list) = tasks(maker, scope);
    let pause = maker.pause();
    let pending = maker.fresh("pending");
    let round = vec![
        simple(format!(
            "done, {pending} = await asyncio.wait({pending}, timeout={pause}, \
             return_when=asyncio.FIRST_COMPLETED)"
        )),
        simple(format!(
            "say([task.get_name() for task in done], len({pending}))"
        )),
    ];
    body.push(simple(format!("{pending} = {list}")));
    // A task may never end; so the rounds are counted.
    body.push(block(
        "for turn in range(4)",
        vec![block(format!("if {pending}"), round)],
    ));
    body
}

fn as_completed(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let mut body = Vec::new();
    let mut list = String::new();
    if maker.random.chance(60) {
        (body, list) = tasks(maker, scope);
    }
    if list.is_empty() {
        list = format!("[{}]", maker.calls(scope, 2, 3).join(", "));
    }
    if maker.random.chance(35) {
        list += &format!(", timeout={}", maker.delay());
    }
    let take = attempt(
        vec![simple("say(\"came\", await first)")],
        vec![clause(
            "except (Exception, asyncio.CancelledError) as error",
            vec![simple("say(\"came\", repr(error))")],
        )],
    );
    // An error of the time limit comes from each await; a plain loop goes on after it.
    let head = if maker.random.chance(50) {
        format!("async for first in asyncio.as_completed({list})")
    } else {
        format!("for first in asyncio.as_completed({list})")
    };
    let completed = block(head, vec![take]);
    body.extend(maker.guarded(scope, vec![completed]));
    body
}

/// A mistake: wait takes no coroutines.
fn wait_for_coroutine(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    if maker.random.chance(60) {
        return Vec::new();
    }
    let lines = vec![
        simple("sleeper = asyncio.sleep(0)"),
        attempt(
            vec![simple("await asyncio.wait([sleeper])")],
            vec![clause(
                "except TypeError as error",
                vec![simple("say(repr(error))")],
            )],
        ),
        simple("sleeper.close()"),
    ];
    lines
}
