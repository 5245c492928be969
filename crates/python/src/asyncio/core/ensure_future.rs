//! `asyncio.ensure_future`.

use rustpython_vm::{PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

use super::future::PyFuture;
use super::task;
use crate::coroutines::{Awaited, coroutine, is_awaitable, is_coroutine};

/// Makes a future of an awaitable: a future stays what it is, a coroutine becomes a task.
///
/// # Errors
/// `TypeError`, in asyncio's words, for an object that cannot be awaited.
pub(in crate::asyncio) fn ensure_future(
    object: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<PyRef<PyFuture>> {
    let object = match object.downcast::<PyFuture>() {
        Ok(future) => return Ok(future),
        Err(object) => object,
    };
    let coroutine: PyObjectRef = if is_coroutine(&object, vm) {
        object
    } else if is_awaitable(&object, vm) {
        let awaited = Awaited::new(object, vm)?;
        coroutine("_wrap_awaitable", awaited)
            .into_ref(&vm.ctx)
            .into()
    } else {
        let message = "An asyncio.Future, a coroutine or an awaitable is required";
        return Err(vm.new_type_error(message.to_owned()));
    };
    task::as_future(task::create(coroutine, None, None, vm)?, vm)
}
