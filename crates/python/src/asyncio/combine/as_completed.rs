//! `asyncio.as_completed`.

use std::collections::BTreeSet;
use std::rc::Rc;

use interleave::runtime::{AsCompleted, DoneFuture, Nanos};
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::types::{IterNext, Iterable, SelfIter};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::wait::refuse_single;
use crate::asyncio::arguments::optional_seconds;
use crate::asyncio::core::future::PyFuture;
use crate::asyncio::core::task::ensure_future;
use crate::bridge::checked;
use crate::coroutines::{PyAwait, coroutine};

/// The result of `as_completed`: futures in the order in which they end.
#[pyclass(module = "asyncio.tasks", name = "_AsCompletedIterator")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyAsCompleted(AsCompleted<PyRef<PyFuture>>);

impl PyAsCompleted {
    /// `asyncio.as_completed`.
    /// Errors: `TypeError` for what is no iterable of awaitables.
    pub(in crate::asyncio) fn new(
        awaitables: PyObjectRef,
        timeout: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<PyAsCompleted> {
        refuse_single("expect an iterable of futures", &awaitables, vm)?;
        let timeout = timeout.map_or(Ok(None), |timeout| optional_seconds(&timeout, vm))?;
        let objects: Vec<PyObjectRef> = vm.extract_elements_with(&awaitables, Ok)?;
        let mut seen = BTreeSet::new();
        let mut futures = Vec::with_capacity(objects.len());
        for object in objects {
            if seen.insert(object.get_id()) {
                let future = ensure_future(object, vm)?;
                futures.push((future.inner(vm)?.clone() as Rc<dyn DoneFuture>, future));
            }
        }
        let timeout = timeout.map(Nanos::from_seconds);
        Ok(PyAsCompleted(AsCompleted::new(futures, timeout)))
    }
}

#[pyclass(with(IterNext, Iterable))]
impl PyAsCompleted {
    #[pymethod]
    fn __aiter__(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }

    #[pymethod]
    fn __anext__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyAwait> {
        let Some(next) = zelf.0.next() else {
            let stop = vm.ctx.exceptions.stop_async_iteration.to_owned();
            return Err(vm.new_exception(stop, vec![]));
        };
        Ok(coroutine("_wait_for_one", next.into_future()))
    }
}

impl SelfIter for PyAsCompleted {}

impl IterNext for PyAsCompleted {
    fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let Some(next) = zelf.0.next() else {
            return Ok(PyIterReturn::StopIteration(None));
        };
        let coroutine = coroutine("_wait_for_one", async move {
            let future = next.await?;
            checked(|vm| future.outcome(vm))
        });
        Ok(PyIterReturn::Return(coroutine.into_ref(&vm.ctx).into()))
    }
}
