//! Asynchronous context managers: of a generator, of a class, in a stack.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Definition, Statement, attempt, block, clause, define, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[(4, generator), (3, class), (1, stack)];

fn opened() -> Definition {
    let mut definition = define(
        "async def opened(name, delay)",
        vec![
            simple("say(\"opens\", name)"),
            simple("await asyncio.sleep(delay)"),
            attempt(
                vec![simple("yield name.upper()")],
                vec![clause(
                    "finally",
                    vec![
                        simple("await asyncio.sleep(delay)"),
                        simple("say(\"closes\", name)"),
                    ],
                )],
            ),
        ],
    );
    definition.decorator = Some("@contextlib.asynccontextmanager");
    definition
}

fn generator(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    maker.imports.insert("import contextlib");
    maker.define_once("opened", opened);
    let (word, delay) = (maker.word(), maker.delay());
    let mut body = vec![simple("say(\"inside\", name)")];
    body.extend(maker.inner(scope));
    if maker.random.chance(20) {
        body.push(maker.raise());
    }
    let whole = block(format!("async with opened({word}, {delay}) as name"), body);
    maker.guarded(scope, vec![whole])
}

/// Defines a class whose exit says which error came by, and swallows errors of values.
fn door() -> Definition {
    let start = block(
        "def __init__(self, delay)",
        vec![simple("self.delay = delay")],
    );
    let enter = block(
        "async def __aenter__(self)",
        vec![
            simple("await asyncio.sleep(self.delay)"),
            simple("say(\"enters\")"),
            simple("return self"),
        ],
    );
    let exit = block(
        "async def __aexit__(self, kind, error, traceback)",
        vec![
            simple("say(\"leaves\", repr(error))"),
            simple("await asyncio.sleep(self.delay)"),
            simple("return kind is not None and issubclass(kind, ValueError)"),
        ],
    );
    define("class Door", vec![start, enter, exit])
}

fn class(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    maker.define_once("Door", door);
    let delay = maker.delay();
    let mut body = maker.inner(scope);
    if maker.random.chance(40) {
        body.push(maker.raise());
    }
    let whole = block(format!("async with Door({delay}) as door"), body);
    let mut all = maker.guarded(scope, vec![whole]);
    all.push(maker.say("outside"));
    all
}

fn stack(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    maker.imports.insert("import contextlib");
    maker.define_once("opened", opened);
    let (one, two) = (maker.word(), maker.word());
    let (first, second) = (maker.delay(), maker.delay());
    let mut body = vec![
        simple(format!(
            "await stack.enter_async_context(opened({one}, {first}))"
        )),
        simple("stack.callback(say, \"called back\")"),
        simple(format!(
            "stack.push_async_callback(asyncio.sleep, {second})"
        )),
        simple(format!(
            "say(await stack.enter_async_context(opened({two}, {second})))"
        )),
    ];
    body.extend(maker.inner(scope));
    let whole = block("async with contextlib.AsyncExitStack() as stack", body);
    maker.guarded(scope, vec![whole])
}
