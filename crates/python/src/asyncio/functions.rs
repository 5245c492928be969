//! The functions of the module `asyncio`, and the module itself.

pub(crate) use asyncio::module_def;

#[rustpython_vm::pymodule]
mod asyncio {
    use interleave::runtime::{self, Errors};
    use rustpython_vm::builtins::PyModule;
    use rustpython_vm::class::PyClassImpl;
    use rustpython_vm::function::{OptionalArg, OptionalOption, PosArgs};
    use rustpython_vm::{
        FromArgs, Py, PyObjectRef, PyRef, PyResult, VirtualMachine, extend_module,
    };

    use crate::asyncio::future::PyFuture;
    use crate::asyncio::handle::PyHandle;
    use crate::asyncio::task::{self, PyTask};
    use crate::asyncio::{self, event_loop, exceptions, running, text};
    use crate::awaitable::{self, PyAwait};
    use crate::session;

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        exceptions::add_to(module, vm)?;
        PyAwait::make_static_type();
        extend_module!(vm, module, {
            "Future" => PyFuture::make_static_type(),
            "Task" => PyTask::make_static_type(),
            "Handle" => PyHandle::make_static_type(),
            "AbstractEventLoop" => event_loop::PyEventLoop::make_static_type(),
            "FIRST_COMPLETED" => vm.ctx.new_str("FIRST_COMPLETED"),
            "FIRST_EXCEPTION" => vm.ctx.new_str("FIRST_EXCEPTION"),
            "ALL_COMPLETED" => vm.ctx.new_str("ALL_COMPLETED"),
        });
        Ok(())
    }

    #[derive(FromArgs)]
    struct RunArguments {
        #[pyarg(any)]
        main: PyObjectRef,
        #[pyarg(named, optional)]
        debug: OptionalOption<PyObjectRef>,
        #[pyarg(named, optional)]
        loop_factory: OptionalOption<PyObjectRef>,
    }

    #[pyfunction]
    fn run(args: RunArguments, vm: &VirtualMachine) -> PyResult {
        running::run(args.main, vm)
    }

    #[derive(FromArgs)]
    struct SleepArguments {
        #[pyarg(any)]
        delay: PyObjectRef,
        #[pyarg(any, optional)]
        result: OptionalArg<PyObjectRef>,
    }

    #[pyfunction]
    fn sleep(args: SleepArguments, vm: &VirtualMachine) -> PyAwait {
        let result = args.result.unwrap_or_none(vm);
        awaitable::coroutine("sleep", async move {
            let seconds = super::super::checked(|vm| asyncio::number(&args.delay, vm))?;
            runtime::sleep(seconds).await?;
            Ok(result)
        })
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

    #[pyfunction]
    fn create_task(args: TaskArguments, vm: &VirtualMachine) -> PyResult<PyRef<PyTask>> {
        session::running(vm)?;
        let name = text(args.name.flatten(), vm);
        task::create(args.coro, name.as_deref(), args.context.flatten(), vm)
    }

    #[pyfunction]
    fn ensure_future(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<PyFuture>> {
        asyncio::ensure_future(object, vm)
    }

    #[derive(FromArgs)]
    struct GatherArguments {
        #[pyarg(named, default = false)]
        return_exceptions: bool,
    }

    #[pyfunction]
    fn gather(
        awaitables: PosArgs,
        args: GatherArguments,
        vm: &VirtualMachine,
    ) -> PyResult<PyFuture> {
        let errors = if args.return_exceptions {
            Errors::Return
        } else {
            Errors::Raise
        };
        asyncio::gather::gather(awaitables.into_vec(), errors, vm)
    }

    #[pyfunction]
    fn iscoroutine(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        task::is_coroutine(&object, vm)
    }

    #[pyfunction]
    fn isfuture(object: PyObjectRef) -> bool {
        object.downcastable::<PyFuture>()
    }

    #[pyfunction]
    fn current_task(
        _loop: OptionalArg<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<Option<PyRef<PyTask>>> {
        let session = session::running(vm)?;
        Ok(session.current_task.borrow().clone())
    }

    #[pyfunction]
    fn all_tasks(_loop: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let session = session::running(vm)?;
        let tasks: Vec<PyObjectRef> = session
            .tasks
            .borrow()
            .values()
            .map(|task| task.clone().into())
            .collect();
        asyncio::set_of(tasks, vm)
    }

    #[pyfunction]
    fn get_running_loop(vm: &VirtualMachine) -> PyResult {
        session::running(vm)?;
        event_loop::of_session(vm)
    }

    #[pyfunction]
    fn _get_running_loop(vm: &VirtualMachine) -> PyResult {
        match session::running(vm) {
            Ok(_) => event_loop::of_session(vm),
            Err(_) => Ok(vm.ctx.none()),
        }
    }

    #[pyfunction]
    fn get_event_loop(vm: &VirtualMachine) -> PyResult {
        event_loop::of_session(vm)
    }

    #[pyfunction]
    fn new_event_loop(vm: &VirtualMachine) -> PyResult {
        event_loop::of_session(vm)
    }

    #[pyfunction]
    fn set_event_loop(_loop: PyObjectRef) {}
}
