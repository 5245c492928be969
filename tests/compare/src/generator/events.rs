//! Events: waited for, set, cleared.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, simple};

pub(super) const STATEMENTS: &[(usize, Make)] =
    &[(4, wait), (3, set), (1, set_later), (1, clear), (1, look)];

fn event(maker: &mut Maker) -> String {
    maker.shared("event", 2, "asyncio.Event()".to_owned())
}

fn wait(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let event = event(maker);
    maker.limited(scope, &format!("{event}.wait()"))
}

fn set(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let event = event(maker);
    vec![
        simple(format!("{event}.set()")),
        simple(format!("say(\"set {event}\")")),
    ]
}

fn set_later(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let (event, delay) = (event(maker), maker.delay());
    vec![simple(format!(
        "asyncio.get_running_loop().call_later({delay}, {event}.set)"
    ))]
}

/// Sets and clears in one step: whoever waited goes on all the same.
fn clear(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let event = event(maker);
    let mut body = Vec::new();
    if maker.random.chance(50) {
        body.push(simple(format!("{event}.set()")));
    }
    body.push(simple(format!("{event}.clear()")));
    body.push(simple(format!("say(\"cleared {event}\")")));
    body
}

fn look(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let event = event(maker);
    vec![simple(format!("say(\"{event}\", {event}.is_set())"))]
}
