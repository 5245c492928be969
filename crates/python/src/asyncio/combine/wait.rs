//! `asyncio.wait`.

use std::collections::BTreeSet;

use interleave::runtime::{DoneFuture, Nanos, Until, wait_futures};
use rustpython_vm::{AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use crate::asyncio::arguments::optional_seconds;
use crate::asyncio::core::future::{PyFuture, inner_futures};
use crate::asyncio::core::task::ensure_future;
use crate::bridge::{checked, to_exception};
use crate::coroutines::{PyAwait, coroutine, is_coroutine};

/// `asyncio.wait`: gives the set of futures that are done, and the set of those that are not.
pub(in crate::asyncio) fn wait(futures: PyObjectRef, timeout: PyObjectRef, until: &str) -> PyAwait {
    let until = until.parse::<Until>();
    coroutine("wait", async move {
        let (futures, timeout, until) = checked(|vm| {
            let futures = futures_of(&futures, vm)?;
            if futures.is_empty() {
                return Err(vm.new_value_error("Set of Tasks/Futures is empty."));
            }
            let until = until.map_err(|error| to_exception(&error, vm))?;
            Ok((futures, optional_seconds(&timeout, vm)?, until))
        })?;
        let inner = checked(|vm| inner_futures(&futures, vm))?;
        wait_futures(inner, timeout.map(Nanos::from_seconds), until).await?;
        checked(|vm| {
            let (mut done, mut pending) = (Vec::new(), Vec::new());
            for future in futures {
                let is_done = future.inner(vm)?.core().is_done();
                let side = if is_done { &mut done } else { &mut pending };
                side.push(future.into());
            }
            Ok((set_of(done, vm)?, set_of(pending, vm)?))
        })
    })
}

/// Returns the futures of an iterable, each once, tasks in the order of creation.
fn futures_of(iterable: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<PyRef<PyFuture>>> {
    refuse_single("expect a list of futures", iterable, vm)?;
    let objects: Vec<PyObjectRef> = vm.extract_elements_with(iterable, Ok)?;
    let mut futures: Vec<PyRef<PyFuture>> = Vec::with_capacity(objects.len());
    let mut seen = BTreeSet::new();
    for object in objects {
        if is_coroutine(&object, vm) {
            return Err(vm.new_type_error("Passing coroutines is forbidden, use tasks explicitly."));
        }
        let future = ensure_future(object, vm)?;
        if seen.insert(future.as_object().get_id()) {
            futures.push(future);
        }
    }
    futures.sort_by_key(|future| {
        let task = future.task.get().map(|parts| parts.task.id());
        (task.is_none(), task)
    });
    Ok(futures)
}

/// Checks that an object is not a single future or coroutine.
/// Errors: `TypeError`: what was expected, and what was given.
pub(super) fn refuse_single(
    expected: &str,
    object: &PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    if object.downcastable::<PyFuture>() || is_coroutine(object, vm) {
        let kind = object.class().name().to_string();
        return Err(vm.new_type_error(format!("{expected}, not {kind}")));
    }
    Ok(())
}

/// Makes a set of objects. Iterating over it gives the objects in this order.
/// Errors: `TypeError` for an object that has no hash.
pub(in crate::asyncio) fn set_of(objects: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    let list = vm.ctx.new_list(objects);
    vm.ctx.types.set_type.as_object().call((list,), vm)
}
