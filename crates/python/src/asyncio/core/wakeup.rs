//! What a task puts into the loop and into futures: the functions that take its next step.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Callable, Representable};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine,
    pyclass,
};

use super::step::{self, InContext};
use super::task::PyTask;
use crate::asyncio::core::future_iterator::is_exact;
use crate::asyncio::core::{PyFuture, awaited_by};

/// The callback that a task adds to the future for which it waits.
#[pyclass(module = false, name = "builtin_function_or_method", traverse)]
#[derive(Debug, PyPayload)]
pub(crate) struct PyWakeup {
    task: PyRef<PyTask>,
}

impl PyWakeup {
    pub(super) fn new(task: PyRef<PyTask>) -> PyWakeup {
        PyWakeup { task }
    }

    pub(in crate::asyncio) fn task(&self) -> &Py<PyTask> {
        &self.task
    }
}

#[pyclass(with(Callable, Representable))]
impl PyWakeup {
    #[pygetset]
    fn __self__(zelf: &Py<Self>) -> PyRef<PyTask> {
        zelf.task.clone()
    }

    #[pygetset]
    fn __name__(_zelf: &Py<Self>) -> &'static str {
        "task_wakeup"
    }

    #[pygetset]
    fn __qualname__(_zelf: &Py<Self>) -> &'static str {
        "Task.task_wakeup"
    }
}

impl Callable for PyWakeup {
    type Args = (PyObjectRef,);

    fn call(zelf: &Py<Self>, (future,): (PyObjectRef,), vm: &VirtualMachine) -> PyResult {
        wake_up(&zelf.task, &future, InContext::Already, vm)?;
        Ok(vm.ctx.none())
    }
}

impl Representable for PyWakeup {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let id = zelf.task.get_id();
        Ok(format!(
            "<built-in method task_wakeup of _asyncio.Task object at {id:#x}>"
        ))
    }
}

/// Takes the next step of a task that has waited for a future, and throws the future's error in.
pub(in crate::asyncio) fn wake_up(
    task: &Py<PyTask>,
    future: &PyObject,
    in_context: InContext,
    vm: &VirtualMachine,
) -> PyResult<()> {
    awaited_by::discard(future, task.as_object(), vm)?;
    let outcome = match future.downcast_ref::<PyFuture>() {
        Some(native) if is_exact(native) => native.outcome(vm),
        _ => vm.call_method(future, "result", ()),
    };
    step::step(task, outcome.err(), in_context, vm)
}

/// The function that takes the first step of a task, or a step that raises.
#[pyclass(module = false, name = "TaskStepMethWrapper", traverse)]
#[derive(Debug, PyPayload)]
pub(crate) struct PyStep {
    task: PyRef<PyTask>,
    thrown: PyMutex<Option<PyBaseExceptionRef>>,
}

impl PyStep {
    pub(super) fn new(task: PyRef<PyTask>, thrown: Option<PyBaseExceptionRef>) -> PyStep {
        let thrown = PyMutex::new(thrown);
        PyStep { task, thrown }
    }
}

#[pyclass(with(Callable))]
impl PyStep {
    #[pygetset]
    fn __self__(zelf: &Py<Self>) -> PyRef<PyTask> {
        zelf.task.clone()
    }

    #[pygetset]
    fn __qualname__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        match zelf.task.coroutine() {
            Some(coroutine) => coroutine.get_attr("__qualname__", vm),
            None => Ok(vm.ctx.none()),
        }
    }
}

impl Callable for PyStep {
    type Args = FuncArgs;

    fn call(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let thrown = zelf.thrown.lock().take();
        step::step(&zelf.task, thrown, InContext::Already, vm)?;
        Ok(vm.ctx.none())
    }
}
