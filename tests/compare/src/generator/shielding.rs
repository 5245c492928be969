//! shield: what goes on when the task that waits is cancelled.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tasks::some_task;
use super::tree::{Statement, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[(2, shielded), (3, limited), (2, cancelled)];

fn shielded(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let call = maker.call(scope);
    maker.awaited(scope, &format!("asyncio.shield({call})"))
}

fn limited(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (task, call, delay) = (maker.fresh("task"), maker.call(scope), maker.delay());
    let mut body = vec![simple(format!("{task} = asyncio.create_task({call})"))];
    let shielded = format!("asyncio.wait_for(asyncio.shield({task}), {delay})");
    body.extend(maker.awaited(scope, &shielded));
    if maker.random.chance(70) {
        body.extend(maker.awaited(scope, &task));
    }
    scope.tasks.push(task);
    body
}

fn cancelled(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let inner = match some_task(maker, scope) {
        Some(task) => task,
        None => maker.call(scope),
    };
    let (outer, delay) = (maker.fresh("shielded"), maker.delay());
    let mut body = vec![
        simple(format!("{outer} = asyncio.shield({inner})")),
        simple(format!(
            "asyncio.get_running_loop().call_later({delay}, {outer}.cancel)"
        )),
    ];
    body.extend(maker.awaited(scope, &outer));
    body.push(simple(format!("say({outer}.cancelled())")));
    body
}
