//! gather: of calls and tasks, with errors as results or not, nested, cancelled.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tasks::some_task;
use super::tree::{Statement, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (4, gather),
    (2, nested),
    (2, cancelled),
    (1, awaited_twice),
    (1, nothing),
];

/// Returns a call of gather over two to four things.
pub(super) fn expression(maker: &mut Maker, scope: &Scope) -> String {
    let mut parts = maker.calls(scope, 1, 3);
    for _ in 0..maker.random.below(3) {
        parts.extend(some_task(maker, scope));
    }
    if maker.random.chance(20) {
        let (delay, word) = (maker.delay(), maker.word());
        parts.push(format!("asyncio.sleep({delay}, {word})"));
    }
    with_errors(maker, &parts)
}

fn with_errors(maker: &mut Maker, parts: &[String]) -> String {
    let errors = if maker.random.chance(60) {
        ", return_exceptions=True"
    } else {
        ""
    };
    format!("asyncio.gather({}{errors})", parts.join(", "))
}

fn gather(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let gathered = expression(maker, scope);
    maker.awaited(scope, &gathered)
}

fn nested(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let parts = [expression(maker, scope), expression(maker, scope)];
    let gathered = with_errors(maker, &parts);
    maker.awaited(scope, &gathered)
}

fn cancelled(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (group, gathered) = (maker.fresh("group"), expression(maker, scope));
    let mut body = vec![simple(format!("{group} = {gathered}"))];
    match maker.random.below(3) {
        0 => {
            let delay = maker.delay();
            body.push(simple(format!("await asyncio.sleep({delay})")));
            body.push(simple(format!("say(\"cancel\", {group}.cancel())")));
        }
        1 => {
            let delay = maker.delay();
            body.push(simple(format!(
                "asyncio.get_running_loop().call_later({delay}, {group}.cancel)"
            )));
        }
        _ => {
            let word = maker.word();
            body.push(simple(format!("say(\"cancel\", {group}.cancel({word}))")));
        }
    }
    body.extend(maker.awaited(scope, &group));
    if maker.random.chance(50) {
        body.push(simple(format!("say({group}.done(), {group}.cancelled())")));
    }
    body
}

fn awaited_twice(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (group, gathered) = (maker.fresh("group"), expression(maker, scope));
    let mut body = vec![simple(format!("{group} = {gathered}"))];
    body.extend(maker.awaited(scope, &group));
    body.extend(maker.awaited(scope, &group));
    body
}

fn nothing(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    maker.awaited(scope, "asyncio.gather()")
}
