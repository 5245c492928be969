//! One step of a coroutine, or of another awaitable: from one `yield` to the next.

use interleave::runtime::{EventLoop, SourceLocation};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyCoroutine};
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::vm::thread;
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine};

use super::py_await::PyAwait;
use crate::session;

/// Says whether an object is a coroutine: `asyncio.iscoroutine`.
pub(crate) fn is_coroutine(object: &PyObject, vm: &VirtualMachine) -> bool {
    is_coroutine_of_vm(object)
        || ["send", "throw", "close", "__await__"]
            .iter()
            .all(|method| has(object, method, vm))
}

pub(crate) fn is_awaitable(object: &PyObject, vm: &VirtualMachine) -> bool {
    has(object, "__await__", vm)
}

/// Says whether an object is a coroutine of Python's own, or one of this crate.
pub(super) fn is_coroutine_of_vm(object: &PyObject) -> bool {
    object.downcastable::<PyCoroutine>() || object.downcastable::<PyAwait>()
}

fn has(object: &PyObject, method: &'static str, vm: &VirtualMachine) -> bool {
    object.class().has_attr(vm.ctx.intern_str(method))
}

/// Runs a coroutine, or the result of an `__await__`, to its next `yield` or its end. `thrown` is
/// raised where the coroutine waits.
pub(crate) fn step_coroutine(
    coroutine: &PyObject,
    thrown: Option<PyBaseExceptionRef>,
    vm: &VirtualMachine,
) -> PyResult<PyIterReturn> {
    match thrown {
        None => {
            if let Some(native) = coroutine.downcast_ref::<PyCoroutine>() {
                return native.as_coro().send(coroutine, vm.ctx.none(), vm);
            }
            if let Some(native) = coroutine.downcast_ref::<PyAwait>() {
                return native.poll(vm);
            }
            let result = if has(coroutine, "send", vm) {
                vm.call_method(coroutine, "send", (vm.ctx.none(),))
            } else {
                vm.call_method(coroutine, "__next__", ())
            };
            PyIterReturn::from_pyresult(result, vm)
        }
        Some(exception) => {
            if let Some(native) = coroutine.downcast_ref::<PyAwait>() {
                return native.raise(exception, vm);
            }
            if !has(coroutine, "throw", vm) {
                return Err(exception);
            }
            let result = vm.call_method(coroutine, "throw", (exception,));
            PyIterReturn::from_pyresult(result, vm)
        }
    }
}

/// Lets the running task wait, after its coroutine yielded an object.
/// Errors: `RuntimeError`, in asyncio's words, for anything but the wait signal and a bare `yield`.
pub(crate) fn suspend(
    yielded: &PyObject,
    event_loop: &EventLoop,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let session = session::current(vm)?;
    if yielded.is(&session.wait_signal) {
        return Ok(());
    }
    if vm.is_none(yielded) {
        event_loop.yield_now(SourceLocation::NOWHERE);
        return Ok(());
    }
    let shown = yielded.repr(vm)?;
    Err(vm.new_runtime_error(format!("Task got bad yield: {shown}")))
}

/// Ends a coroutine that has not started, so that the coroutine does not warn that it was never awaited.
pub(crate) fn close_unstarted(coroutine: &PyObject) {
    if let Some(native) = coroutine.downcast_ref::<PyAwait>() {
        PyAwait::close(native);
    } else if coroutine.downcastable::<PyCoroutine>() {
        // The coroutine has nothing to clean up, so closing it raises nothing.
        thread::with_current_vm(|vm| drop(vm.call_method(coroutine, "close", ())));
    }
}
