//! `asyncio.wait`, `asyncio.wait_for`, `asyncio.as_completed` and `asyncio.shield`.

use std::rc::Rc;

use interleave::runtime::{
    AsCompleted, DoneFuture, Error, Nanos, Timeout, Until, cancel_and_wait, shield_future,
    wait_futures,
};
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::types::{IterNext, Iterable, SelfIter};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::future::PyFuture;
use super::timeout::{self, caused, optional_seconds};
use super::{checked, ensure_future, set_of, task};
use crate::awaitable::{Awaited, PyAwait, coroutine};
use crate::error;

/// `asyncio.wait`.
pub(super) fn wait(futures: PyObjectRef, timeout: PyObjectRef, until: &str) -> PyAwait {
    let until = match until {
        "ALL_COMPLETED" => Ok(Until::AllCompleted),
        "FIRST_COMPLETED" => Ok(Until::FirstCompleted),
        "FIRST_EXCEPTION" => Ok(Until::FirstException),
        other => Err(format!("Invalid return_when value: {other}")),
    };
    coroutine("wait", async move {
        let (futures, timeout, until) = checked(|vm| {
            let futures = futures_of(&futures, vm)?;
            if futures.is_empty() {
                let message = "Set of Tasks/Futures is empty.";
                return Err(vm.new_value_error(message.to_owned()));
            }
            let until = until.map_err(|message| vm.new_value_error(message))?;
            Ok((futures, optional_seconds(&timeout, vm)?, until))
        })?;
        wait_futures(checked(|vm| inner(&futures, vm))?, timeout, until).await?;
        checked(|vm| {
            let (mut done, mut pending) = (Vec::new(), Vec::new());
            for future in futures {
                let is_done = future.inner(vm)?.core().is_done();
                let side = if is_done { &mut done } else { &mut pending };
                side.push(future.into());
            }
            let sides = vec![set_of(done, vm)?, set_of(pending, vm)?];
            Ok(vm.ctx.new_tuple(sides).into())
        })
    })
}

/// Returns the futures of an iterable, each once, tasks by creation.
fn futures_of(iterable: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<PyRef<PyFuture>>> {
    if iterable.downcastable::<PyFuture>() || task::is_coroutine(iterable, vm)? {
        let kind = iterable.class().name().to_string();
        let message = format!("expect a list of futures, not {kind}");
        return Err(vm.new_type_error(message));
    }
    let objects: Vec<PyObjectRef> = vm.extract_elements_with(iterable, Ok)?;
    let mut futures: Vec<PyRef<PyFuture>> = Vec::with_capacity(objects.len());
    let mut seen = std::collections::BTreeSet::new();
    for object in objects {
        if task::is_coroutine(&object, vm)? {
            let message = "Passing coroutines is forbidden, use tasks explicitly.";
            return Err(vm.new_type_error(message.to_owned()));
        }
        let future = ensure_future(object, vm)?;
        if seen.insert(future.as_object().get_id()) {
            futures.push(future);
        }
    }
    futures.sort_by_key(|future| {
        let task = future.task.get().map(|part| part.task.id());
        (task.is_none(), task)
    });
    Ok(futures)
}

fn inner(futures: &[PyRef<PyFuture>], vm: &VirtualMachine) -> PyResult<Vec<Rc<dyn DoneFuture>>> {
    let inner = futures.iter();
    inner
        .map(|future| Ok(future.inner(vm)?.clone() as Rc<dyn DoneFuture>))
        .collect()
}

/// `asyncio.wait_for`.
pub(super) fn wait_for(awaitable: PyObjectRef, timeout: PyObjectRef) -> PyAwait {
    coroutine("wait_for", async move {
        let deadline = checked(|vm| optional_negative(&timeout, vm))?;
        if let Deadline::Over = deadline {
            let future = checked(|vm| ensure_future(awaitable, vm))?;
            let inner = checked(|vm| Ok(future.inner(vm)?.clone()))?;
            if inner.core().is_done() {
                // What is done was not given up, even if it was cancelled.
                return checked(|vm| future.outcome(vm));
            }
            cancel_and_wait(inner.clone()).await?;
            return match checked(|vm| future.outcome(vm)) {
                Err(error) if error.is_cancelled() => {
                    let cause = checked(|vm| Ok(error::to_exception(&error, vm)))?;
                    Err(caused(&Error::timed_out(), Some(cause)))
                }
                outcome => outcome,
            };
        }
        let timeout = match deadline {
            Deadline::After(delay) => Timeout::after(Some(delay)),
            _ => Timeout::after(None),
        };
        timeout.enter()?;
        let outcome = match checked(|vm| Awaited::new(awaitable, vm)) {
            Ok(awaited) => awaited.await,
            Err(error) => Err(error),
        };
        let raised = outcome.as_ref().err();
        let raised = checked(|vm| Ok(raised.map(|error| error::to_exception(error, vm))))?;
        timeout::exit(&timeout, raised)?;
        outcome
    })
}

/// When a wait is given up.
enum Deadline {
    Never,
    After(Nanos),
    /// It was given up before it began.
    Over,
}

fn optional_negative(timeout: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Deadline> {
    if vm.is_none(timeout) {
        return Ok(Deadline::Never);
    }
    let seconds = super::number(timeout, vm)?;
    Ok(if seconds <= 0.0 {
        Deadline::Over
    } else {
        Deadline::After(Nanos::from_seconds(seconds))
    })
}

/// `asyncio.shield`.
pub(super) fn shield(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<PyFuture>> {
    let future = ensure_future(object, vm)?;
    let inner = future.inner(vm)?.clone();
    let outer = shield_future(inner.clone());
    if Rc::ptr_eq(&inner, &outer) {
        return Ok(future);
    }
    let outer = PyFuture::of(outer).into_ref(&vm.ctx);
    outer.keep(future.into());
    Ok(outer)
}

/// What `as_completed` gives: futures in the order in which they end.
#[pyclass(module = "asyncio.tasks", name = "_AsCompletedIterator")]
#[derive(PyPayload)]
pub(crate) struct PyAsCompleted {
    inner: AsCompleted<PyRef<PyFuture>>,
}

impl std::fmt::Debug for PyAsCompleted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PyAsCompleted").finish_non_exhaustive()
    }
}

impl PyAsCompleted {
    pub(super) fn new(
        awaitables: PyObjectRef,
        timeout: &PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<PyAsCompleted> {
        if awaitables.downcastable::<PyFuture>() || task::is_coroutine(&awaitables, vm)? {
            let kind = awaitables.class().name().to_string();
            let message = format!("expect an iterable of futures, not {kind}");
            return Err(vm.new_type_error(message));
        }
        let timeout = optional_seconds(timeout, vm)?;
        let objects: Vec<PyObjectRef> = vm.extract_elements_with(&awaitables, Ok)?;
        let mut seen = std::collections::BTreeSet::new();
        let mut futures = Vec::with_capacity(objects.len());
        for object in objects {
            if seen.insert(object.get_id()) {
                let future = ensure_future(object, vm)?;
                futures.push((future.inner(vm)?.clone() as Rc<dyn DoneFuture>, future));
            }
        }
        Ok(PyAsCompleted {
            inner: AsCompleted::new(futures, timeout),
        })
    }
}

#[pyclass(with(IterNext, Iterable))]
impl PyAsCompleted {
    #[pymethod]
    fn __aiter__(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }

    #[pymethod]
    fn __anext__(&self, vm: &VirtualMachine) -> PyResult<PyAwait> {
        let Some(next) = self.inner.next() else {
            let stop = vm.ctx.exceptions.stop_async_iteration.to_owned();
            return Err(vm.new_exception(stop, vec![]));
        };
        Ok(coroutine("_wait_for_one", async move {
            next.await.map(PyObjectRef::from)
        }))
    }
}

impl SelfIter for PyAsCompleted {}

impl IterNext for PyAsCompleted {
    fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let Some(next) = zelf.inner.next() else {
            return Ok(PyIterReturn::StopIteration(None));
        };
        let coroutine = coroutine("_wait_for_one", async move {
            let future = next.await?;
            checked(|vm| future.outcome(vm))
        });
        Ok(PyIterReturn::Return(coroutine.into_ref(&vm.ctx).into()))
    }
}
