//! `asyncio.TaskGroup`.

use interleave::runtime::TaskGroup;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyType};
use rustpython_vm::function::{FuncArgs, OptionalOption};
use rustpython_vm::types::{Constructor, Initializer, Representable};
use rustpython_vm::{
    FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::task::{self, PyTask};
use super::{checked, none_expected, raised, text};
use crate::awaitable::{PyAwait, coroutine};
use crate::error;

/// Tasks that end together.
#[pyclass(module = "asyncio.taskgroups", name = "TaskGroup")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyTaskGroup {
    group: TaskGroup,
}

#[derive(FromArgs)]
struct TaskArguments {
    #[pyarg(any)]
    coro: PyObjectRef,
    #[pyarg(named, optional)]
    name: OptionalOption<PyObjectRef>,
    #[pyarg(named, optional)]
    context: OptionalOption<PyObjectRef>,
}

impl Constructor for PyTaskGroup {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyTaskGroup {
            group: TaskGroup::new(),
        })
    }
}

impl Initializer for PyTaskGroup {
    type Args = FuncArgs;

    fn init(_zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        none_expected("TaskGroup.__init__", &args, vm)
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PyTaskGroup {
    #[pymethod]
    fn create_task(&self, args: TaskArguments, vm: &VirtualMachine) -> PyResult<PyRef<PyTask>> {
        if let Err(refused) = self.group.check_open() {
            // The coroutine is closed, so that nobody hears that it was never awaited.
            vm.call_method(&args.coro, "close", ())?;
            return Err(error::to_exception(&refused, vm));
        }
        let name = text(args.name.flatten(), vm);
        let task = task::create(args.coro, name.as_deref(), args.context.flatten(), vm)?;
        self.group.adopt(task.part(vm)?.task.future().clone());
        Ok(task)
    }

    #[pymethod(name = "__aenter__")]
    fn enter(zelf: PyRef<Self>) -> PyAwait {
        coroutine("TaskGroup.__aenter__", async move {
            zelf.group.enter()?;
            Ok(zelf.into())
        })
    }

    #[pymethod(name = "__aexit__")]
    fn exit(
        &self,
        _class: PyObjectRef,
        exception: PyObjectRef,
        _traceback: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyAwait {
        let (group, none) = (self.group.clone(), vm.ctx.none());
        coroutine("TaskGroup.__aexit__", async move {
            let body: Option<PyBaseExceptionRef> = exception.downcast().ok();
            let body = checked(|vm| Ok(body.map(|body| error::of_exception(body, vm))))?;
            group.exit(body).await?;
            Ok(none)
        })
    }

    #[pygetset]
    fn _tasks(&self, vm: &VirtualMachine) -> PyObjectRef {
        super::none_of(self.group.len(), vm)
    }
}

impl Representable for PyTaskGroup {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        raised(Ok(zelf.group.repr()), vm)
    }
}
