//! Errors that nobody retrieved, which are reported when their future is dropped.

use interleave::runtime::{Event, TaskId};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyResult, VirtualMachine};

use super::callbacks::as_task;
use super::future::PyFuture;
use crate::asyncio::state;
use crate::bridge::from_exception;
use crate::session;

/// Notes a future that has an error.
pub(super) fn note(future: &Py<PyFuture>, vm: &VirtualMachine) -> PyResult<()> {
    let (_, state) = state::current(vm)?;
    let weak = future.as_object().downgrade(None, vm)?;
    let mut failed = state.failed.borrow_mut();
    if failed.len() == failed.capacity() {
        failed.retain(|known| known.upgrade().is_some());
    }
    failed.push(weak.clone());
    drop(failed);
    if as_task(future.as_object()).is_some()
        && let Some(exception) = future.seen_exception()
    {
        let address = exception.as_object().get_id();
        state.raisers.borrow_mut().insert(address, weak);
    }
    Ok(())
}

/// Reports an error as asyncio's `Future.__del__` does.
pub(in crate::asyncio) fn report(future: &Py<PyFuture>, vm: &VirtualMachine) -> PyResult<()> {
    if !future.is_reported() || session::open().is_none_or(|session| session.is_ending.get()) {
        return Ok(());
    }
    let Some(exception) = future.seen_exception() else {
        return Ok(());
    };
    future.retrieve();
    let context = vm.ctx.new_dict();
    let class = future.class().name().to_string();
    let message = vm
        .ctx
        .new_str(format!("{class} exception was never retrieved"));
    context.set_item("message", message.into(), vm)?;
    context.set_item("exception", exception.into(), vm)?;
    let future_object: PyObjectRef = future.to_owned().into();
    context.set_item("future", future_object, vm)?;
    if let Some(traceback) = future.source_traceback.lock().clone() {
        context.set_item("source_traceback", traceback, vm)?;
    }
    let event_loop = future.loop_of(vm)?;
    vm.call_method(&event_loop, "call_exception_handler", (context,))
        .map(drop)
}

/// Records the errors that nobody has retrieved when a loop closes: those of tasks first, in the order
/// of creation. The reports come when the futures are dropped.
pub(in crate::asyncio) fn record_all(vm: &VirtualMachine) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    let failed = state.failed.take();
    let mut left: Vec<(Option<TaskId>, String)> = Vec::new();
    for object in failed.iter().filter_map(|weak| weak.upgrade()) {
        let Some(future) = object.downcast_ref::<PyFuture>() else {
            continue;
        };
        if !future.is_reported() {
            continue;
        }
        let Some(exception) = future.seen_exception() else {
            continue;
        };
        let error = from_exception(exception, vm);
        if error.is_exit() {
            continue;
        }
        let task = as_task(&object).map(|task| task.id());
        let what = if task.is_some() { "Task" } else { "Future" };
        left.push((
            task,
            format!("{what} exception was never retrieved: {error}"),
        ));
    }
    left.sort_by_key(|(task, _)| task.map_or(u64::MAX, |task| task.0.into()));
    for (task, text) in left {
        session
            .runtime_loop()
            .record(Event::Logged { task, text: &text });
    }
    Ok(())
}
