//! Futures made by hand: awaited by some, ended by others.

use super::errors;
use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, block, define, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (3, create),
    (3, end),
    (2, wait),
    (3, listen),
    (1, look),
    (1, end_twice),
];

fn some_future(maker: &mut Maker, scope: &Scope) -> Option<String> {
    let count = scope.futures.len();
    (count > 0).then(|| scope.futures[maker.random.below(count)].clone())
}

fn create(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let future = maker.fresh("future");
    let mut body = vec![simple(format!(
        "{future} = asyncio.get_running_loop().create_future()"
    ))];
    if maker.random.chance(70) {
        let (delay, ending) = (maker.delay(), ending(maker, &future));
        body.push(simple(format!(
            "asyncio.get_running_loop().call_later({delay}, {ending})"
        )));
    }
    scope.futures.push(future);
    body
}

/// Returns the method that ends a future and its argument, as call_later takes them.
fn ending(maker: &mut Maker, future: &str) -> String {
    let word = maker.word();
    match maker.random.below(6) {
        0 => {
            let error = errors::error(maker);
            format!("{future}.set_exception, {error}")
        }
        1 => format!("{future}.cancel"),
        2 => format!("{future}.cancel, {word}"),
        _ => format!("{future}.set_result, {word}"),
    }
}

fn end(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let Some(future) = some_future(maker, scope) else {
        return create(maker, scope);
    };
    let ending = ending(maker, &future);
    let (method, argument) = ending.split_once(", ").unwrap_or((&ending, ""));
    let ended = vec![
        simple(format!("{method}({argument})")),
        simple(format!("say(\"ended\", {future}.cancelled())")),
    ];
    if maker.random.chance(70) {
        return vec![block(format!("if not {future}.done()"), ended)];
    }
    maker.guarded(scope, ended)
}

fn wait(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    match some_future(maker, scope) {
        Some(future) => maker.limited(scope, &future),
        None => Vec::new(),
    }
}

/// A task that waits for the future; several may.
fn listen(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let Some(future) = some_future(maker, scope) else {
        return create(maker, scope);
    };
    maker.define_once("listen", || {
        define(
            "async def listen(future)",
            vec![
                simple("say(\"listens\", future.done())"),
                simple("heard = await future"),
                simple("say(\"heard\", heard)"),
                simple("return heard"),
            ],
        )
    });
    let task = maker.fresh("task");
    let shield = maker.random.chance(15);
    let what = if shield {
        format!("asyncio.shield({future})")
    } else {
        future
    };
    let made = simple(format!("{task} = asyncio.create_task(listen({what}))"));
    scope.tasks.push(task);
    vec![made]
}

fn look(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let Some(future) = some_future(maker, scope) else {
        return Vec::new();
    };
    let looks = match maker.random.below(3) {
        0 => format!("say({future}.done(), {future}.cancelled())"),
        1 => format!("say(repr({future}.result()))"),
        _ => format!("say(repr({future}.exception()))"),
    };
    maker.guarded(scope, vec![simple(looks)])
}

/// A mistake: a future ends once.
fn end_twice(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let Some(future) = some_future(maker, scope) else {
        return Vec::new();
    };
    let word = maker.word();
    let mistake = vec![
        simple(format!("{future}.set_result({word})")),
        simple(format!("{future}.set_result({word})")),
    ];
    maker.guarded(scope, mistake)
}
