//! Which tasks wait for a future: 3.14's call graph.

use rustpython_vm::builtins::PySet;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::future::PyFuture;

/// Notes that `waiter` waits for a future: `future_add_to_awaited_by`.
pub(in crate::asyncio) fn add(
    future: &PyObject,
    waiter: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let Some(future) = pair(future, waiter) else {
        return Ok(());
    };
    let known = future.awaited_by.lock().clone();
    let Some(known) = known else {
        *future.awaited_by.lock() = Some(waiter.to_owned());
        return Ok(());
    };
    if let Some(set) = known.downcast_ref::<PySet>() {
        return set.add(waiter.to_owned(), vm);
    }
    let set = PySet::default().into_ref(&vm.ctx);
    set.add(known, vm)?;
    set.add(waiter.to_owned(), vm)?;
    *future.awaited_by.lock() = Some(set.into());
    Ok(())
}

/// Notes that `waiter` waits no more: `future_discard_from_awaited_by`.
pub(in crate::asyncio) fn discard(
    future: &PyObject,
    waiter: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let Some(future) = pair(future, waiter) else {
        return Ok(());
    };
    let known = future.awaited_by.lock().clone();
    match known {
        Some(known) if known.downcastable::<PySet>() => {
            let waiter = waiter.to_owned();
            vm.call_method(&known, "discard", (waiter,)).map(drop)
        }
        Some(known) if known.is(waiter) => {
            drop(future.awaited_by.lock().take());
            Ok(())
        }
        _ => Ok(()),
    }
}

fn pair<'a>(future: &'a PyObject, waiter: &PyObject) -> Option<&'a PyFuture> {
    let future = future.downcast_ref::<PyFuture>()?;
    waiter.downcastable::<PyFuture>().then_some(&**future)
}

/// Returns the waiting tasks as a set: `_asyncio_awaited_by`.
pub(super) fn shown(future: &PyFuture, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    let Some(known) = future.awaited_by.lock().clone() else {
        return Ok(None);
    };
    let set = if known.downcastable::<PySet>() {
        known
    } else {
        let set = PySet::default().into_ref(&vm.ctx);
        set.add(known, vm)?;
        set.into()
    };
    let frozen = vm.ctx.types.frozenset_type.to_owned();
    let frozen: PyObjectRef = frozen.into();
    frozen.call((set,), vm).map(Some)
}
