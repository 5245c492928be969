//! Tasks: created, awaited, looked at, left alone.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, block, clause, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (6, create),
    (2, create_several),
    (3, wait_for_one),
    (1, call_directly),
    (1, look),
    (1, count),
    (1, leave),
];

fn create(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (task, call) = (maker.fresh("task"), maker.call(scope));
    let name = if maker.random.chance(60) {
        format!(", name=\"{task}\"")
    } else {
        String::new()
    };
    let made = simple(format!("{task} = asyncio.create_task({call}{name})"));
    scope.tasks.push(task);
    vec![made]
}

fn create_several(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    (0..maker.random.between(2, 3))
        .flat_map(|_| create(maker, scope))
        .collect()
}

/// Returns a task of the scope, if it has one.
pub(super) fn some_task(maker: &mut Maker, scope: &Scope) -> Option<String> {
    let count = scope.tasks.len();
    (count > 0).then(|| scope.tasks[maker.random.below(count)].clone())
}

/// Returns a task of the scope, or adds the making of one to the statements.
pub(super) fn some_task_or_new(
    maker: &mut Maker,
    scope: &mut Scope,
    body: &mut Vec<Statement>,
) -> String {
    if let Some(task) = some_task(maker, scope) {
        return task;
    }
    body.extend(create(maker, scope));
    scope.tasks.last().cloned().unwrap_or_default()
}

fn wait_for_one(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    match some_task(maker, scope) {
        Some(task) => maker.awaited(scope, &task),
        None => Vec::new(),
    }
}

fn call_directly(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let call = maker.call(scope);
    maker.awaited(scope, &call)
}

fn look(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let Some(task) = some_task(maker, scope) else {
        return Vec::new();
    };
    let ended = vec![simple(format!("say(\"ended\", repr({task}.exception()))"))];
    let looks = Statement::Compound(vec![
        clause(
            format!("if {task}.done() and not {task}.cancelled()"),
            ended,
        ),
        clause(
            "else",
            vec![simple(format!(
                "say({task}.done(), {task}.cancelled(), {task}.cancelling())"
            ))],
        ),
    ]);
    vec![looks]
}

fn count(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    match maker.random.below(3) {
        0 => vec![simple("say(len(asyncio.all_tasks()), \"tasks\")")],
        1 => vec![simple(
            "say(sorted(task.get_name() for task in asyncio.all_tasks()))",
        )],
        _ => vec![simple("say(asyncio.current_task().get_name())")],
    }
}

/// A task that is never awaited: it may still run when main ends, and its error is never retrieved.
fn leave(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    maker.globals.retain(|global| global != "left = []");
    maker.globals.push("left = []".to_owned());
    let call = maker.call(scope);
    if maker.random.chance(50) {
        return vec![simple(format!("left.append(asyncio.create_task({call}))"))];
    }
    let (delay, word) = (maker.delay(), maker.word());
    vec![
        block(
            format!("for delay_left in (0, {delay})"),
            vec![simple(
                "left.append(asyncio.create_task(asyncio.sleep(delay_left)))",
            )],
        ),
        simple(format!("say({word}, len(left))")),
    ]
}
