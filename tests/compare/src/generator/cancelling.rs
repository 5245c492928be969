//! Cancels at every phase: before the start, in a sleep, twice, of oneself, with a message.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tasks::{some_task, some_task_or_new};
use super::tree::{Statement, attempt, clause, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (4, cancel),
    (2, cancel_later),
    (2, cancel_and_wait),
    (1, cancel_before_start),
    (2, cancel_twice),
    (1, cancel_oneself),
    (1, cancel_all),
    (1, uncancel),
];

fn argument(maker: &mut Maker) -> String {
    if maker.random.chance(35) {
        maker.word()
    } else {
        String::new()
    }
}

fn cancel(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let Some(task) = some_task(maker, scope) else {
        return Vec::new();
    };
    let message = argument(maker);
    vec![simple(format!("say(\"cancel\", {task}.cancel({message}))"))]
}

fn cancel_later(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let mut body = Vec::new();
    let task = some_task_or_new(maker, scope, &mut body);
    let delay = maker.delay();
    let message = argument(maker);
    let comma = if message.is_empty() { "" } else { ", " };
    let call = match maker.random.below(3) {
        0 => format!("call_soon({task}.cancel{comma}{message})"),
        _ => format!("call_later({delay}, {task}.cancel{comma}{message})"),
    };
    body.push(simple(format!("asyncio.get_running_loop().{call}")));
    body
}

fn cancel_and_wait(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let mut body = Vec::new();
    let task = some_task_or_new(maker, scope, &mut body);
    let delay = maker.delay();
    body.push(simple(format!("await asyncio.sleep({delay})")));
    let message = argument(maker);
    body.push(simple(format!("say(\"cancel\", {task}.cancel({message}))")));
    body.extend(maker.awaited(scope, &task));
    body
}

fn cancel_before_start(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (task, call) = (maker.fresh("task"), maker.call(scope));
    let message = argument(maker);
    let mut body = vec![
        simple(format!("{task} = asyncio.create_task({call})")),
        simple(format!("say(\"cancel\", {task}.cancel({message}))")),
    ];
    body.extend(maker.awaited(scope, &task));
    scope.tasks.push(task);
    body
}

fn cancel_twice(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let mut body = Vec::new();
    let task = some_task_or_new(maker, scope, &mut body);
    if maker.random.chance(60) {
        body.push(simple("await asyncio.sleep(0)"));
    }
    body.push(simple(format!("{task}.cancel(\"first\")")));
    match maker.random.below(3) {
        0 => {}
        1 => body.push(simple("await asyncio.sleep(0)")),
        _ => {
            let delay = maker.delay();
            body.push(simple(format!("await asyncio.sleep({delay})")));
        }
    }
    body.push(simple(format!(
        "say({task}.cancel(\"second\"), {task}.cancelling())"
    )));
    body
}

fn cancel_oneself(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let message = argument(maker);
    let delay = maker.delay();
    let mut handled = vec![simple("say(\"cancelled itself\", repr(error))")];
    if maker.random.chance(50) {
        handled.push(simple("say(asyncio.current_task().uncancel())"));
    } else if scope.level > 0 && maker.random.chance(40) {
        handled.push(simple("raise"));
    }
    let asked = vec![
        simple(format!("asyncio.current_task().cancel({message})")),
        simple("say(\"asked\", asyncio.current_task().cancelling())"),
        simple(format!("await asyncio.sleep({delay})")),
        simple("say(\"not reached\")"),
    ];
    vec![attempt(
        asked,
        vec![clause("except asyncio.CancelledError as error", handled)],
    )]
}

fn cancel_all(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    if scope.tasks.len() < 2 {
        return Vec::new();
    }
    let all = scope.tasks.join(", ");
    let mut body = vec![super::tree::block(
        format!("for task in ({all})"),
        vec![simple("task.cancel()")],
    )];
    let gathered = format!("asyncio.gather({all}, return_exceptions=True)");
    body.extend(maker.awaited(scope, &gathered));
    body
}

fn uncancel(_: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    vec![simple(
        "say(\"uncancel\", asyncio.current_task().cancelling(), asyncio.current_task().uncancel())",
    )]
}
