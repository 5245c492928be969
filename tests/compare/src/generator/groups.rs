//! TaskGroup: errors, cancels, groups in groups, `except*`.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Clause, Statement, attempt, block, clause, simple};

pub(super) const STATEMENTS: &[(usize, Make)] =
    &[(4, group), (2, nested), (2, from_child), (1, outside)];

/// Puts a handler of groups of errors around statements.
pub(super) fn split(maker: &mut Maker, body: Vec<Statement>) -> Statement {
    let starred = |kinds: &str| -> Clause {
        clause(
            format!("except* {kinds} as errors"),
            vec![simple("say(\"caught\", repr(errors.exceptions))")],
        )
    };
    let handlers = match maker.random.below(4) {
        0 => vec![clause(
            "except ExceptionGroup as error",
            vec![simple("say(\"caught\", error, repr(error.exceptions))")],
        )],
        1 => vec![starred("Exception")],
        2 => vec![starred("ValueError"), starred("Exception")],
        _ => vec![
            starred("(LookupError, TimeoutError)"),
            starred("(ArithmeticError, Exception)"),
        ],
    };
    attempt(body, handlers)
}

/// Makes the body of a group: tasks, and something besides them.
fn members(maker: &mut Maker, scope: &mut Scope, group: &str) -> Vec<Statement> {
    scope.within(|scope| {
        let mut body = Vec::new();
        for call in maker.calls(scope, 2, 3) {
            let task = maker.fresh("task");
            let name = if maker.random.chance(50) {
                format!(", name=\"{task}\"")
            } else {
                String::new()
            };
            body.push(simple(format!(
                "{task} = {group}.create_task({call}{name})"
            )));
            scope.tasks.push(task);
        }
        if maker.random.chance(60) {
            body.extend(maker.inner(scope));
        }
        if maker.random.chance(30) {
            body.push(maker.raise());
        }
        body
    })
}

fn around(maker: &mut Maker, scope: &Scope, inside: Vec<Statement>) -> Vec<Statement> {
    let bare = if scope.level == 0 { 10 } else { 40 };
    if maker.random.chance(bare) {
        return inside;
    }
    vec![split(maker, inside)]
}

fn group(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let name = maker.fresh("group");
    let body = members(maker, scope, &name);
    let whole = block(format!("async with asyncio.TaskGroup() as {name}"), body);
    let mut all = around(maker, scope, vec![whole]);
    all.push(maker.say("after the group"));
    all
}

fn nested(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    if scope.depth > 1 {
        return Vec::new();
    }
    let (outer, inner) = (maker.fresh("group"), maker.fresh("group"));
    let body = members(maker, scope, &inner);
    let whole = block(format!("async with asyncio.TaskGroup() as {inner}"), body);
    let mut body = members(maker, scope, &outer);
    body.extend(around(maker, scope, vec![whole]));
    body.push(maker.say("in the outer group"));
    let whole = block(format!("async with asyncio.TaskGroup() as {outer}"), body);
    around(maker, scope, vec![whole])
}

/// A task of the group puts another task into it.
fn from_child(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (group, call) = (maker.fresh("group"), maker.call(scope));
    let delay = maker.delay();
    maker.define_once("spawn", || {
        super::tree::define(
            "async def spawn(group, delay, coroutine)",
            vec![
                simple("await asyncio.sleep(delay)"),
                simple("say(\"spawns\")"),
                simple("return await group.create_task(coroutine)"),
            ],
        )
    });
    let body = vec![simple(format!(
        "spawned = {group}.create_task(spawn({group}, {delay}, {call}))"
    ))];
    let whole = block(format!("async with asyncio.TaskGroup() as {group}"), body);
    let report = simple("say(\"spawned\", spawned.result())");
    around(maker, scope, vec![whole, report])
}

/// A group is cancelled from outside, by a time limit.
fn outside(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let name = maker.fresh("group");
    let body = members(maker, scope, &name);
    let whole = block(format!("async with asyncio.TaskGroup() as {name}"), body);
    let limited = maker.time_limit(vec![whole]);
    maker.guarded(scope, vec![limited])
}
