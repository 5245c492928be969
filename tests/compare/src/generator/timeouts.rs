//! Time limits: wait_for, timeout, timeout_at; nested, moved, and at the moment of the end.

use super::gathering;
use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tasks::some_task;
use super::tree::{Statement, block, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (3, wait_for),
    (3, timeout),
    (2, nested),
    (2, moved),
    (1, set_late),
    (1, at_moment),
];

fn wait_for(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let what = match maker.random.below(4) {
        0 => some_task(maker, scope).unwrap_or_else(|| maker.call(scope)),
        1 => gathering::expression(maker, scope),
        _ => maker.call(scope),
    };
    let delay = if maker.random.chance(8) {
        "None"
    } else {
        maker.delay()
    };
    maker.awaited(scope, &format!("asyncio.wait_for({what}, {delay})"))
}

fn timeout(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let limit = maker.fresh("limit");
    let delay = maker.delay();
    let body = maker.inner(scope);
    let limited = block(
        format!("async with asyncio.timeout({delay}) as {limit}"),
        body,
    );
    let mut all = vec![simple(format!("{limit} = None"))];
    all.extend(maker.guarded(scope, vec![limited]));
    all.push(simple(format!(
        "say(\"expired\", {limit} and {limit}.expired())"
    )));
    all
}

fn nested(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (outer, inner) = (maker.delay(), maker.delay());
    let body = maker.inner(scope);
    let limited = block(format!("async with asyncio.timeout({inner})"), body);
    let mut within = maker.guarded(scope, vec![limited]);
    let delay = maker.delay();
    within.push(simple(format!("await asyncio.sleep({delay})")));
    within.push(maker.say("still inside"));
    let limited = block(format!("async with asyncio.timeout({outer})"), within);
    maker.guarded(scope, vec![limited])
}

fn moved(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let limit = maker.fresh("limit");
    let (first, second) = (maker.pause(), maker.delay());
    let moment = match maker.random.below(4) {
        0 => "None".to_owned(),
        1 => format!("{limit}.when() + {second}"),
        _ => format!("asyncio.get_running_loop().time() + {second}"),
    };
    let mut body = maker.inner(scope);
    body.push(simple(format!("{limit}.reschedule({moment})")));
    body.push(simple("say(\"moved\")"));
    body.extend(maker.inner(scope));
    let limited = block(
        format!("async with asyncio.timeout({first}) as {limit}"),
        body,
    );
    maker.guarded(scope, vec![limited])
}

fn set_late(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let limit = maker.fresh("limit");
    let delay = maker.delay();
    let mut body = vec![
        simple(format!("say({limit}.when())")),
        simple(format!(
            "{limit}.reschedule(asyncio.get_running_loop().time() + {delay})"
        )),
    ];
    body.extend(maker.inner(scope));
    let limited = block(format!("async with asyncio.timeout(None) as {limit}"), body);
    maker.guarded(scope, vec![limited])
}

/// The limit and the sleep end at one moment.
fn at_moment(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let delay = maker.pause();
    let what = format!("asyncio.sleep({delay}, \"in time\")");
    let limited = match maker.random.below(3) {
        0 => return maker.awaited(scope, &format!("asyncio.wait_for({what}, {delay})")),
        1 => block(
            format!("async with asyncio.timeout({delay})"),
            vec![simple(format!("say(await {what})"))],
        ),
        _ => block(
            format!("async with asyncio.timeout_at(asyncio.get_running_loop().time() + {delay})"),
            vec![simple(format!("say(await {what})"))],
        ),
    };
    maker.guarded(scope, vec![limited])
}
