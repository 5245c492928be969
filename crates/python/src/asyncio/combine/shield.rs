//! `asyncio.shield`.

use std::rc::Rc;

use interleave::runtime::shield_future;
use rustpython_vm::{PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

use crate::asyncio::core::ensure_future::ensure_future;
use crate::asyncio::core::future::PyFuture;

/// Makes a future whose cancellation does not cancel the awaitable.
pub(in crate::asyncio) fn shield(
    object: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<PyRef<PyFuture>> {
    let future = ensure_future(object, vm)?;
    let inner = future.inner(vm)?.clone();
    let outer = shield_future(inner.clone());
    if Rc::ptr_eq(&inner, &outer) {
        return Ok(future);
    }
    let outer = PyFuture::of(outer).into_ref(&vm.ctx);
    outer.keep_alive(future.into());
    Ok(outer)
}
