//! `asyncio.gather` and `asyncio.shield`.

use std::rc::Rc;

use interleave::runtime::{DoneFuture, Error, Errors, gather_futures};
use rustpython_vm::{AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::ensure_future;
use super::future::PyFuture;
use crate::value::Value;
use crate::{error, session};

/// Waits for several awaitables at once.
pub(super) fn gather(
    awaitables: Vec<PyObjectRef>,
    errors: Errors,
    vm: &VirtualMachine,
) -> PyResult<PyFuture> {
    session::current(vm)?;
    // What is given twice becomes one future.
    let mut made: Vec<(PyObjectRef, PyRef<PyFuture>)> = Vec::new();
    let mut children = Vec::with_capacity(awaitables.len());
    let mut seen = std::collections::HashMap::new();
    for object in awaitables {
        let index = *seen.entry(object.get_id()).or_insert(made.len());
        if index == made.len() {
            made.push((object.clone(), ensure_future(object, vm)?));
        }
        children.push(made[index].1.clone());
    }
    let inner: PyResult<Vec<Rc<dyn DoneFuture>>> = children
        .iter()
        .map(|child| Ok(child.inner(vm)?.clone() as Rc<dyn DoneFuture>))
        .collect();
    let collect = move || collected(&children);
    Ok(PyFuture::of(gather_futures(inner?, errors, collect)))
}

/// Makes the list of results.
fn collected(children: &[PyRef<PyFuture>]) -> Value {
    rustpython_vm::vm::thread::with_current_vm(|vm| {
        let results = children.iter().map(|child| {
            let Ok(inner) = child.inner(vm) else {
                return vm.ctx.none();
            };
            let core = inner.core();
            if core.is_cancelled() {
                // A message is given even where none was: an empty one.
                let message = core.cancel_message().unwrap_or_default();
                return error::to_exception(&Error::cancelled(Some(message)), vm).into();
            }
            match inner.result() {
                Some(Ok(value)) => value.0,
                Some(Err(raised)) => error::to_exception(&raised, vm).into(),
                None => vm.ctx.none(),
            }
        });
        let results = results.collect();
        Value(vm.ctx.new_list(results).into())
    })
}
