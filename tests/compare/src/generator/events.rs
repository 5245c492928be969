//! Events: waited for, set, cleared.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, attempt, block, clause, define, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (3, wait),
    (3, set),
    (1, set_later),
    (1, clear),
    (1, look),
    (3, crowd),
];

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

/// Sets and clears in one step: the tasks that waited resume all the same.
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

/// Several tasks wait for one event; which resumes first?
fn crowd(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    maker.define_once("watch", || {
        let body = vec![
            simple("say(\"watches\", value, event.is_set())"),
            simple("await event.wait()"),
            simple("say(\"saw\", value)"),
        ];
        let end = clause("finally", vec![simple("say(\"watched\", value)")]);
        define(
            "async def watch(event, value)",
            vec![attempt(body, vec![end])],
        )
    });
    let event = event(maker);
    let crowd = maker.fresh("watchers");
    let calls: Vec<_> = (0..maker.random.between(2, 4))
        .map(|_| format!("watch({event}, {})", maker.word()))
        .collect();
    let mut body = vec![simple(format!(
        "{crowd} = [asyncio.create_task(call) for call in ({})]",
        calls.join(", ")
    ))];
    let delay = maker.delay();
    body.push(simple(format!("await asyncio.sleep({delay})")));
    if maker.random.chance(25) {
        body.push(simple(format!("{crowd}[0].cancel()")));
    }
    body.push(simple(format!("{event}.set()")));
    match maker.random.below(3) {
        0 => body.push(simple(format!("{event}.clear()"))),
        1 => body.push(block(
            format!("for task in {crowd}"),
            vec![simple("task.cancel()")],
        )),
        _ => {}
    }
    body.push(simple("await asyncio.sleep(0)"));
    body.push(simple("say(\"event set\")"));
    body
}
