//! Conditions: waited for with and without a predicate, notified.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, block, simple};

pub(super) const STATEMENTS: &[(usize, Make)] =
    &[(3, wait), (2, wait_for), (4, notify), (1, notify_unheld)];

const NAME: &str = "stock";

fn condition(maker: &mut Maker) -> String {
    let name = maker.shared(NAME, 1, "asyncio.Condition()".to_owned());
    maker.shared("count", 1, "[0]".to_owned());
    name
}

fn wait(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let name = condition(maker);
    if scope.held.contains(&name) {
        return Vec::new();
    }
    let waiting = scope.within(|scope| {
        scope.held.push(name.clone());
        maker.limited(scope, &format!("{name}.wait()"))
    });
    let whole = block(format!("async with {name}"), waiting);
    maker.guarded(scope, vec![whole])
}

fn wait_for(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let name = condition(maker);
    if scope.held.contains(&name) {
        return Vec::new();
    }
    let least = maker.random.between(1, 3);
    let expression = format!("{name}.wait_for(lambda: count_1[0] >= {least})");
    let waiting = scope.within(|scope| {
        scope.held.push(name.clone());
        maker.limited(scope, &expression)
    });
    let whole = block(format!("async with {name}"), waiting);
    maker.guarded(scope, vec![whole])
}

fn notify(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let name = condition(maker);
    let how = match maker.random.below(3) {
        0 => "notify()".to_owned(),
        1 => format!("notify({})", maker.random.between(1, 3)),
        _ => "notify_all()".to_owned(),
    };
    let body = vec![
        simple("count_1[0] += 1"),
        simple(format!("{name}.{how}")),
        simple("say(\"notified\", count_1[0])"),
    ];
    if scope.held.contains(&name) {
        return body;
    }
    let whole = block(format!("async with {name}"), body);
    if maker.random.chance(60) {
        let limited = maker.time_limit(vec![whole]);
        return maker.guarded(scope, vec![limited]);
    }
    vec![whole]
}

/// A mistake: notify without the lock.
fn notify_unheld(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let name = condition(maker);
    if maker.random.chance(60) {
        return Vec::new();
    }
    let mistake = vec![simple(format!("{name}.notify()"))];
    let mut body = maker.guarded(scope, mistake);
    body.push(simple(format!("say({name}.locked())")));
    body
}
