//! `asyncio.gather` and `asyncio.shield`: futures of other futures.

use std::collections::HashMap;
use std::rc::Rc;

use interleave::runtime::{DoneFuture, Error, Errors, gather_futures, shield_future};
use rustpython_vm::vm::thread;
use rustpython_vm::{AsObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

use crate::asyncio::core::future::{PyFuture, inner_futures};
use crate::asyncio::core::task::ensure_future;
use crate::bridge::{Value, to_exception};
use crate::session;

/// Makes the future of several awaitables' results: `asyncio.gather`.
pub(in crate::asyncio) fn gather(
    awaitables: Vec<PyObjectRef>,
    errors: Errors,
    vm: &VirtualMachine,
) -> PyResult<PyFuture> {
    session::current(vm)?;
    // An awaitable that is given twice becomes one future.
    let mut made: Vec<(PyObjectRef, PyRef<PyFuture>)> = Vec::new();
    let mut children = Vec::with_capacity(awaitables.len());
    let mut seen = HashMap::new();
    for object in awaitables {
        let index = *seen.entry(object.get_id()).or_insert(made.len());
        if index == made.len() {
            made.push((object.clone(), ensure_future(object, vm)?));
        }
        children.push(made[index].1.clone());
    }
    let inner = inner_futures(&children, vm)?;
    let collect = move || thread::with_current_vm(|vm| results(&children, vm));
    Ok(PyFuture::of(gather_futures(inner, errors, collect)))
}

fn results(children: &[PyRef<PyFuture>], vm: &VirtualMachine) -> Value {
    let results = children.iter().map(|child| result(child, vm));
    Value(vm.ctx.new_list(results.collect()).into())
}

fn result(child: &PyRef<PyFuture>, vm: &VirtualMachine) -> PyObjectRef {
    let Ok(inner) = child.inner(vm) else {
        return vm.ctx.none();
    };
    let core = inner.core();
    if core.is_cancelled() {
        // Where the cancellation had no message, the result has an empty one, as in asyncio.
        let message = core.cancel_message().unwrap_or_default();
        return to_exception(&Error::cancelled(Some(message)), vm).into();
    }
    match inner.result() {
        Some(Ok(value)) => value.0,
        Some(Err(raised)) => to_exception(&raised, vm).into(),
        None => vm.ctx.none(),
    }
}

/// Makes a future whose cancellation does not cancel the awaitable: `asyncio.shield`.
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
