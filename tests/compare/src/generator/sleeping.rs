//! Sleeps, of no length too, and the blocking kind that stops everybody.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, block, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (4, sleep),
    (2, turns),
    (1, sleep_with_result),
    (1, block_all),
    (1, steps),
];

fn sleep(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let mut delay = maker.delay().to_owned();
    if let Some(own) = scope.delays.first().filter(|_| maker.random.chance(40)) {
        delay.clone_from(own);
    }
    let what = maker.word();
    vec![
        simple(format!("await asyncio.sleep({delay})")),
        simple(format!("say(\"slept\", {what})")),
    ]
}

/// Gives the others some turns: what is ready runs, and no time passes.
fn turns(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let count = maker.random.between(1, 4);
    let what = maker.word();
    let mut body: Vec<_> = (0..count)
        .map(|_| simple("await asyncio.sleep(0)"))
        .collect();
    if count > 2 {
        body = vec![block(
            format!("for _ in range({count})"),
            vec![simple("await asyncio.sleep(0)")],
        )];
    }
    body.push(simple(format!("say({what})")));
    body
}

fn sleep_with_result(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (delay, word) = (maker.delay(), maker.word());
    maker.awaited(scope, &format!("asyncio.sleep({delay}, {word})"))
}

fn block_all(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    maker.imports.insert("import time");
    let delay = maker.delay();
    vec![
        simple("say(\"blocks\")"),
        simple(format!("time.sleep({delay})")),
        simple("say(\"blocked\")"),
    ]
}

fn steps(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let count = maker.random.between(2, 3);
    let step = maker.fresh("step");
    let mut body = vec![simple(format!("say(\"step\", {step})"))];
    body.extend(maker.inner(scope));
    vec![block(format!("for {step} in range({count})"), body)]
}
