//! One step of a coroutine, or of another awaitable: from one `yield` to the next.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyCoroutine};
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

/// Says whether an object is a coroutine: `asyncio.iscoroutine`.
pub(crate) fn is_coroutine(object: &PyObject, vm: &VirtualMachine) -> bool {
    object.downcastable::<PyCoroutine>()
        || ["send", "throw", "close", "__await__"]
            .iter()
            .all(|method| has(object, method, vm))
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
            let result = if has(coroutine, "send", vm) {
                vm.call_method(coroutine, "send", (vm.ctx.none(),))
            } else {
                vm.call_method(coroutine, "__next__", ())
            };
            PyIterReturn::from_pyresult(result, vm)
        }
        Some(exception) => {
            if !has(coroutine, "throw", vm) {
                return Err(exception);
            }
            let result = vm.call_method(coroutine, "throw", (exception,));
            PyIterReturn::from_pyresult(result, vm)
        }
    }
}
