//! `Task.cancel`: how a request to stop travels from a task to what the task waits for.

use interleave::runtime::Event;
use rustpython_vm::class::StaticType;
use rustpython_vm::function::{FuncArgs, KwArgs};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::task::PyTask;
use crate::asyncio::core::PyFuture;
use crate::asyncio::core::future_iterator::is_exact;
use crate::session;

/// `Task.cancel`. Returns false if the task is done.
///
/// Programs may make chains of any length: those of tasks that override nothing are gone along in a
/// loop. A ring ends where it began.
pub(super) fn cancel(
    task: &Py<PyTask>,
    message: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<bool> {
    let mut asked = task.to_owned();
    let mut is_first = true;
    loop {
        asked.future().retrieve();
        if asked.future().is_done() {
            return Ok(!is_first);
        }
        asked.cancels.set(asked.cancels.get() + 1);
        record(&asked, vm)?;
        let waiter = asked.waiter.lock().clone();
        match waiter {
            Some(waiter) => match next_in_chain(&waiter, task) {
                Some(next) => {
                    asked = next;
                    is_first = false;
                    continue;
                }
                None if cancel_waiter(&waiter, &message, vm)? => return Ok(true),
                None => keep(&asked, message),
            },
            None => keep(&asked, message),
        }
        return Ok(true);
    }
}

fn keep(task: &PyTask, message: Option<PyObjectRef>) {
    task.must_cancel.set(true);
    *task.future().cancel_message.lock() = message;
}

/// Returns the task that is waited for, if its class is no subclass and it can still be cancelled.
fn next_in_chain(waiter: &PyObject, first: &Py<PyTask>) -> Option<PyRef<PyTask>> {
    let task = waiter.downcast_ref::<PyTask>()?;
    let is_plain = task.class().is(PyTask::static_type());
    (is_plain && !task.future().is_done() && !task.is(first)).then(|| task.to_owned())
}

/// Cancels what a task waits for. Returns whether that accepted.
pub(super) fn cancel_waiter(
    waiter: &PyObject,
    message: &Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<bool> {
    if let Some(future) = waiter.downcast_ref::<PyFuture>()
        && is_exact(future)
        && !waiter.downcastable::<PyTask>()
    {
        return PyFuture::cancel_plain(future, message.clone(), vm);
    }
    let message = vm.unwrap_or_none(message.clone());
    let named = KwArgs::new([("msg".into(), message)].into_iter().collect());
    let cancelled = vm.call_method(waiter, "cancel", FuncArgs::new(vec![], named))?;
    cancelled.try_to_bool(vm)
}

fn record(task: &PyTask, vm: &VirtualMachine) -> PyResult<()> {
    let session = session::current(vm)?;
    let inner = session.runtime_loop();
    let (task, cause) = (task.id(), inner.cause());
    inner.record(Event::CancelRequested { task, cause });
    Ok(())
}
