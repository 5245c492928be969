//! Async generators: gone through, left early, sent to, closed; async comprehensions.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, attempt, block, clause, define, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (4, go_through),
    (2, comprehension),
    (2, leave_early),
    (2, step_by_step),
    (1, send),
    (1, class),
];

/// Defines a generator; it counts, and says when it is closed.
fn generator(maker: &mut Maker) -> String {
    let variant = maker.random.between(1, 3);
    let name = format!("count_{variant}_by_one");
    let slow = maker.random.chance(50);
    let delay = maker.delay();
    maker.define_once(&name, || {
        let mut step = vec![simple("await asyncio.sleep(delay)"), simple("yield number")];
        if variant == 2 {
            step.reverse();
        }
        let steps = block("for number in range(count)", step);
        let mut end = vec![simple("say(\"generator closes\")")];
        if slow {
            end.push(simple(format!("await asyncio.sleep({delay})")));
            end.push(simple("say(\"generator closed\")"));
        }
        let body = match variant {
            3 => vec![steps],
            _ => vec![attempt(vec![steps], vec![clause("finally", end)])],
        };
        define(format!("async def {name}(count, delay)"), body)
    });
    name
}

fn made(maker: &mut Maker) -> String {
    let name = generator(maker);
    let (count, delay) = (maker.random.between(2, 4), maker.delay());
    format!("{name}({count}, {delay})")
}

fn go_through(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (generator, number) = (made(maker), maker.fresh("number"));
    let mut body = vec![simple(format!("say(\"number\", {number})"))];
    if maker.random.chance(40) {
        body.extend(maker.inner(scope));
    }
    // Closed by name, since what closes a forgotten generator is the garbage collection.
    maker.imports.insert("import contextlib");
    let source = maker.fresh("source");
    let gone = block(format!("async for {number} in {source}"), body);
    let whole = block(
        format!("async with contextlib.aclosing({generator}) as {source}"),
        vec![gone],
    );
    maker.guarded(scope, vec![whole])
}

fn comprehension(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let generator = made(maker);
    let list = match maker.random.below(4) {
        0 => format!("[number async for number in {generator}]"),
        1 => format!("[number * 2 async for number in {generator} if number % 2]"),
        2 => format!("{{number: str(number) async for number in {generator}}}"),
        _ => {
            let (delay, word) = (maker.delay(), maker.word());
            format!("[await asyncio.sleep({delay}, {word}) for _ in range(2)]")
        }
    };
    let line = simple(format!("say({list})"));
    maker.guarded(scope, vec![line])
}

fn leave_early(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (generator, source) = (made(maker), maker.fresh("source"));
    let leave = vec![simple("say(\"first\", first)"), simple("break")];
    let body = vec![
        simple(format!("{source} = {generator}")),
        block(format!("async for first in {source}"), leave),
        simple("say(\"left\")"),
        simple(format!("await {source}.aclose()")),
        simple("say(\"closed\")"),
    ];
    maker.guarded(scope, body)
}

fn step_by_step(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (generator, source) = (made(maker), maker.fresh("source"));
    let mut body = vec![
        simple(format!("{source} = {generator}")),
        simple(format!("say(await anext({source}))")),
    ];
    if maker.random.chance(50) {
        body.push(simple(format!("say(await anext({source}, \"no more\"))")));
    }
    match maker.random.below(3) {
        0 => {
            let error = super::errors::error(maker);
            body.push(simple(format!("await {source}.athrow({error})")));
        }
        _ => body.push(simple(format!("await {source}.aclose()"))),
    }
    maker.guarded(scope, body)
}

fn send(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    maker.define_once("sum_up", || {
        define(
            "async def sum_up(delay)",
            vec![
                simple("total = 0"),
                block(
                    "while True",
                    vec![
                        simple("total += (yield total) or 0"),
                        simple("await asyncio.sleep(delay)"),
                    ],
                ),
            ],
        )
    });
    let (source, delay) = (maker.fresh("sums"), maker.delay());
    let count = maker.random.between(2, 5);
    let body = vec![
        simple(format!("{source} = sum_up({delay})")),
        simple(format!("await {source}.asend(None)")),
        simple(format!(
            "say([await {source}.asend(number) for number in range({count})])"
        )),
        simple(format!("await {source}.aclose()")),
    ];
    maker.guarded(scope, body)
}

/// A class with the methods of an asynchronous iterator.
fn class(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    maker.define_once("Countdown", || {
        let start = block(
            "def __init__(self, count, delay)",
            vec![simple("self.count, self.delay = count, delay")],
        );
        let itself = block("def __aiter__(self)", vec![simple("return self")]);
        let next = block(
            "async def __anext__(self)",
            vec![
                simple("await asyncio.sleep(self.delay)"),
                block(
                    "if not self.count",
                    vec![simple("raise StopAsyncIteration")],
                ),
                simple("self.count -= 1"),
                simple("return self.count"),
            ],
        );
        define("class Countdown", vec![start, itself, next])
    });
    let (count, delay) = (maker.random.between(1, 3), maker.delay());
    let mut body = vec![simple("say(\"count\", count)")];
    if maker.random.chance(30) {
        body.extend(maker.inner(scope));
    }
    let whole = vec![
        block(
            format!("async for count in Countdown({count}, {delay})"),
            body,
        ),
        simple("say(\"counted\")"),
    ];
    maker.guarded(scope, whole)
}
