//! Callbacks: of the event loop, and of tasks that are done.

use super::errors;
use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tasks::{some_task, some_task_or_new};
use super::tree::{Statement, block, clause, define, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (3, soon),
    (3, later),
    (1, at),
    (2, cancelled),
    (4, when_done),
    (1, removed),
    (1, raising),
    (1, creating),
];

fn soon(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let word = maker.word();
    vec![simple(format!(
        "asyncio.get_running_loop().call_soon(say, \"soon\", {word})"
    ))]
}

fn later(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let (delay, word) = (maker.delay(), maker.word());
    vec![simple(format!(
        "asyncio.get_running_loop().call_later({delay}, say, \"later\", {word})"
    ))]
}

fn at(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let (delay, word) = (maker.delay(), maker.word());
    vec![
        simple("loop = asyncio.get_running_loop()"),
        simple(format!(
            "loop.call_at(loop.time() + {delay}, say, \"at\", {word})"
        )),
    ]
}

fn cancelled(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (handle, delay, word) = (maker.fresh("handle"), maker.delay(), maker.word());
    let call = if maker.random.chance(60) {
        format!("call_later({delay}, say, \"called\", {word})")
    } else {
        format!("call_soon(say, \"called\", {word})")
    };
    let mut body = vec![simple(format!(
        "{handle} = asyncio.get_running_loop().{call}"
    ))];
    if maker.random.chance(60) {
        body.extend(maker.inner(scope));
    }
    body.push(simple(format!("{handle}.cancel()")));
    body.push(simple(format!("say({handle}.cancelled())")));
    body
}

/// Defines the callback that reports how a task ended.
fn report(maker: &mut Maker) {
    maker.define_once("report", || {
        let ended = Statement::Compound(vec![
            clause(
                "if task.cancelled()",
                vec![simple("say(label, task.get_name(), \"was cancelled\")")],
            ),
            clause(
                "else",
                vec![simple(
                    "say(label, task.get_name(), repr(task.exception() or task.result()))",
                )],
            ),
        ]);
        define("def report(label, task)", vec![ended])
    });
    maker.imports.insert("import functools");
}

fn when_done(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let mut body = Vec::new();
    let task = some_task_or_new(maker, scope, &mut body);
    report(maker);
    for _ in 0..maker.random.between(1, 2) {
        let label = maker.word();
        body.push(simple(format!(
            "{task}.add_done_callback(functools.partial(report, {label}))"
        )));
    }
    body
}

fn removed(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let mut body = Vec::new();
    let task = some_task_or_new(maker, scope, &mut body);
    report(maker);
    let (callback, label) = (maker.fresh("callback"), maker.word());
    body.push(simple(format!(
        "{callback} = functools.partial(report, {label})"
    )));
    for _ in 0..maker.random.between(1, 2) {
        body.push(simple(format!("{task}.add_done_callback({callback})")));
    }
    if maker.random.chance(50) {
        body.extend(maker.inner(scope));
    }
    body.push(simple(format!(
        "say(\"removed\", {task}.remove_done_callback({callback}))"
    )));
    body
}

/// A callback that raises: the error is logged, and no task gets it.
fn raising(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let error = errors::error(maker);
    let name = maker.fresh("fail");
    let body = vec![simple("say(\"fails\")"), simple(format!("raise {error}"))];
    maker
        .definitions
        .push(define(format!("def {name}(*arguments)"), body));
    match some_task(maker, scope) {
        Some(task) if maker.random.chance(70) => {
            vec![simple(format!("{task}.add_done_callback({name})"))]
        }
        _ => {
            let delay = maker.delay();
            vec![simple(format!(
                "asyncio.get_running_loop().call_later({delay}, {name})"
            ))]
        }
    }
}

/// A callback that makes a task.
fn creating(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let call = maker.call(scope);
    let (name, delay) = (maker.fresh("start"), maker.delay());
    let body = vec![
        simple("say(\"starts one\")"),
        simple(format!("created.append(asyncio.create_task({call}))")),
    ];
    maker.globals.retain(|global| global != "created = []");
    maker.globals.push("created = []".to_owned());
    maker
        .definitions
        .push(define(format!("def {name}()"), body));
    let mut made = vec![simple(format!(
        "asyncio.get_running_loop().call_later({delay}, {name})"
    ))];
    if maker.random.chance(40) {
        made.extend(maker.inner(scope));
        let body = vec![simple("say(len(created))")];
        made.push(block("if created", body));
    }
    made
}
