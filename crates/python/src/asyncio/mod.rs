//! The native part of `asyncio`: what CPython has in its C module `_asyncio`, and the loop below
//! `BaseEventLoop`. All else of `asyncio` is CPython's own code in Python.

mod core;
mod event_loop;
mod jobs;
mod lookup;
mod module;
mod rust_coroutine;
mod seams;
mod state;
mod thread_loops;
mod trace;

use interleave::runtime::Event;
use rustpython_vm::function::ArgIterable;
use rustpython_vm::{PyResult, VirtualMachine};

use self::core::{PyFuture, PyTask};

pub(crate) use event_loop::running;
pub(crate) use module::module_def;
pub(crate) use rust_coroutine::{PyAwait, coroutine};
pub(crate) use seams::module_def as seams_module_def;
pub(crate) use state::of as state_of;

/// Records that futures are gathered by the running task.
fn gathered(children: &ArgIterable, vm: &VirtualMachine) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    if state.running_loop.borrow().is_some() {
        let inner = session.runtime_loop();
        let children = children.iter(vm)?.collect::<PyResult<Vec<_>>>()?;
        let count = children.len() as u32;
        let waited_for = children.iter().filter(|child| {
            let future = child.downcast_ref::<PyFuture>();
            future.is_none_or(|future| !future.is_done())
        });
        inner.record_gathered(waited_for.map(|child| {
            let task = child.downcast_ref::<PyTask>();
            task.map(|task| task.id())
        }));
        let task = inner.current_task();
        inner.record(Event::Gathered { task, count });
    }
    Ok(())
}

/// Runs a coroutine as `asyncio.run` does.
/// Errors: the coroutine's exception.
pub(crate) fn run(coroutine: rustpython_vm::PyObjectRef, vm: &VirtualMachine) -> PyResult {
    state::attribute("asyncio.runners", "run", vm)?.call((coroutine,), vm)
}
