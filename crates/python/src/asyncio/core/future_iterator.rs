//! What `Future.__await__` gives: it yields the future once, and ends with the future's result.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::OptionalArg;
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::types::{IterNext, Iterable, SelfIter};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine, pyclass,
};

use super::future::PyFuture;
use crate::asyncio::core::PyTask;
use crate::asyncio::core::raised;

#[pyclass(module = "_asyncio", name = "FutureIter", traverse)]
#[derive(Debug, PyPayload)]
pub(crate) struct PyFutureIter {
    /// None once the iterator is over.
    future: PyMutex<Option<PyRef<PyFuture>>>,
}

impl PyFutureIter {
    pub(super) fn new(future: PyRef<PyFuture>) -> PyFutureIter {
        let future = PyMutex::new(Some(future));
        PyFutureIter { future }
    }

    fn go_on(&self, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let Some(future) = self.future.lock().clone() else {
            return Ok(PyIterReturn::StopIteration(None));
        };
        if is_done(&future, vm)? {
            drop(self.future.lock().take());
            let result =
                result_of(&future, vm).inspect_err(|exception| raised::here(exception, vm))?;
            let result = (!vm.is_none(&result)).then_some(result);
            return Ok(PyIterReturn::StopIteration(result));
        }
        if future.is_blocking.replace(true) {
            drop(self.future.lock().take());
            return Err(vm.new_runtime_error("await wasn't used with future"));
        }
        Ok(PyIterReturn::Return(future.into()))
    }
}

/// Says whether a future is of one of the two classes themselves, whose methods nobody has overridden.
pub(in crate::asyncio) fn is_exact(future: &Py<PyFuture>) -> bool {
    use rustpython_vm::class::StaticType;
    let class = future.class();
    class.is(PyFuture::static_type()) || class.is(PyTask::static_type())
}

fn is_done(future: &Py<PyFuture>, vm: &VirtualMachine) -> PyResult<bool> {
    if is_exact(future) {
        return Ok(future.is_done());
    }
    vm.call_method(future.as_object(), "done", ())?
        .try_to_bool(vm)
}

fn result_of(future: &Py<PyFuture>, vm: &VirtualMachine) -> PyResult {
    if is_exact(future) {
        return future.outcome(vm);
    }
    vm.call_method(future.as_object(), "result", ())
}

#[pyclass(with(IterNext, Iterable))]
impl PyFutureIter {
    #[pymethod]
    fn send(zelf: &Py<Self>, _value: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        zelf.go_on(vm)
    }

    #[pymethod]
    fn throw(
        zelf: &Py<Self>,
        kind: PyObjectRef,
        value: OptionalArg,
        traceback: OptionalArg,
        vm: &VirtualMachine,
    ) -> PyResult<PyIterReturn> {
        if value.is_present() {
            let text = "the (type, exc, tb) signature of throw() is deprecated, \
                        use the single-arg signature instead.";
            let category = vm.ctx.exceptions.deprecation_warning.to_owned();
            let warnings = vm.import("warnings", 0)?;
            vm.call_method(&warnings, "warn", (text, category))?;
        }
        drop(zelf.future.lock().take());
        let (value, traceback) = (value.unwrap_or_none(vm), traceback.unwrap_or_none(vm));
        let exception: PyBaseExceptionRef = vm.normalize_exception(kind, value, traceback)?;
        Err(exception)
    }

    #[pymethod]
    fn close(zelf: &Py<Self>) {
        drop(zelf.future.lock().take());
    }
}

impl SelfIter for PyFutureIter {}

impl IterNext for PyFutureIter {
    fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        zelf.go_on(vm)
    }
}
