//! `asyncio.TaskGroup`.

use interleave::runtime::TaskGroup;
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer, Representable};
use rustpython_vm::{Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use crate::asyncio::arguments::{Raised, TaskArguments, none_expected};
use crate::asyncio::core::task::{self, PyTask};
use crate::asyncio::sync::placeholders;
use crate::bridge::{checked, from_exception, to_exception};
use crate::coroutines::{PyAwait, coroutine};

/// A group of tasks. The group's block ends when all tasks have ended.
#[pyclass(module = "asyncio.taskgroups", name = "TaskGroup")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct PyTaskGroup(TaskGroup);

impl DefaultConstructor for PyTaskGroup {}

impl Initializer for PyTaskGroup {
    type Args = FuncArgs;

    fn init(_zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        none_expected("TaskGroup.__init__", &args, vm)
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PyTaskGroup {
    #[pymethod]
    fn create_task(
        zelf: &Py<Self>,
        args: TaskArguments,
        vm: &VirtualMachine,
    ) -> PyResult<PyRef<PyTask>> {
        if let Err(refused) = zelf.0.check_open() {
            // A coroutine that is closed does not warn that it was never awaited.
            vm.call_method(&args.coro, "close", ())?;
            return Err(to_exception(&refused, vm));
        }
        let (coroutine, name, context) = args.parts(vm);
        let task = task::create(coroutine, name.as_deref(), context, vm)?;
        let future = task.parts(vm)?.task.future().clone();
        zelf.0.adopt(future, task.clone());
        Ok(task)
    }

    #[pymethod(name = "__aenter__")]
    fn enter(zelf: PyRef<Self>) -> PyAwait {
        coroutine("TaskGroup.__aenter__", async move {
            zelf.0.enter()?;
            Ok(zelf)
        })
    }

    #[pymethod(name = "__aexit__")]
    fn exit(zelf: &Py<Self>, (_, exception, _): Raised) -> PyAwait {
        let group = zelf.0.clone();
        coroutine("TaskGroup.__aexit__", async move {
            let body: Option<PyBaseExceptionRef> = exception.downcast().ok();
            let body = checked(|vm| Ok(body.map(|body| from_exception(body, vm))))?;
            group.exit(body).await
        })
    }

    #[pygetset]
    fn _tasks(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        placeholders(zelf.0.len(), vm)
    }
}

impl Representable for PyTaskGroup {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        Ok(zelf.0.repr())
    }
}
