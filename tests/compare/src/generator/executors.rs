//! Threads: to_thread and run_in_executor, with sleeps that block only them.
//!
//! Each job takes time: which task goes on first after one that takes none is a race in CPython.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, block, define, simple};

pub(super) const STATEMENTS: &[(usize, Make)] =
    &[(4, one), (2, several), (1, in_pool), (1, limited)];

/// Returns a function for a thread, and its arguments.
fn job(maker: &mut Maker) -> String {
    maker.imports.insert("import time");
    maker.define_once("grind", || {
        define(
            "def grind(delay, value)",
            vec![
                simple("print(\"thread: grinds\", value)"),
                simple("time.sleep(delay)"),
                simple("print(\"thread: ground\", value)"),
                simple("return value.upper()"),
            ],
        )
    });
    maker.define_once("spill", || {
        define(
            "def spill(delay, value)",
            vec![
                simple("time.sleep(delay)"),
                block("if delay", vec![simple("raise ValueError(value)")]),
                simple("return value"),
            ],
        )
    });
    let function = if maker.random.chance(75) {
        "grind"
    } else {
        "spill"
    };
    let (delay, word) = (maker.pause(), maker.word());
    format!("{function}, {delay}, {word}")
}

fn one(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let job = job(maker);
    maker.awaited(scope, &format!("asyncio.to_thread({job})"))
}

fn several(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let mut parts: Vec<_> = (0..maker.random.between(1, 3))
        .map(|_| format!("asyncio.to_thread({})", job(maker)))
        .collect();
    parts.extend(maker.calls(scope, 1, 1));
    let all = parts.join(", ");
    maker.awaited(
        scope,
        &format!("asyncio.gather({all}, return_exceptions=True)"),
    )
}

/// A pool of few threads: jobs wait for one.
fn in_pool(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    maker
        .imports
        .insert("from concurrent.futures import ThreadPoolExecutor");
    let threads = maker.random.between(1, 2);
    let pool = maker.fresh("pool");
    let jobs: Vec<_> = (0..maker.random.between(2, 4))
        .map(|_| {
            let job = job(maker);
            format!("asyncio.get_running_loop().run_in_executor({pool}, {job})")
        })
        .collect();
    let all = jobs.join(", ");
    let gathered = format!("asyncio.gather({all}, return_exceptions=True)");
    let mut body = vec![simple(format!(
        "{pool} = ThreadPoolExecutor(max_workers={threads})"
    ))];
    body.extend(maker.awaited(scope, &gathered));
    body
}

fn limited(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (job, delay) = (job(maker), maker.pause());
    maker.awaited(
        scope,
        &format!("asyncio.wait_for(asyncio.to_thread({job}), {delay})"),
    )
}
