//! The module `asyncio`: its names, its exceptions and its functions.

pub(crate) use asyncio::module_def;

#[rustpython_vm::pymodule]
mod asyncio {
    use interleave::runtime::{self, Errors};
    use rustpython_vm::builtins::PyModule;
    use rustpython_vm::class::{PyClassImpl, StaticType};
    use rustpython_vm::function::{FuncArgs, OptionalArg, OptionalOption, PosArgs};
    use rustpython_vm::{
        FromArgs, Py, PyObjectRef, PyRef, PyResult, VirtualMachine, extend_module,
    };

    use crate::asyncio::arguments::{TaskArguments, seconds};
    use crate::asyncio::combine::as_completed::PyAsCompleted;
    use crate::asyncio::combine::task_group::PyTaskGroup;
    use crate::asyncio::combine::timeout::PyTimeout;
    use crate::asyncio::combine::{self, wait::set_of};
    use crate::asyncio::core::entry_points;
    use crate::asyncio::core::event_loop::PyEventLoop;
    use crate::asyncio::core::future::PyFuture;
    use crate::asyncio::core::handle::PyHandle;
    use crate::asyncio::core::runner::PyRunner;
    use crate::asyncio::core::task::{self, PyTask};
    use crate::asyncio::sync::{barrier, condition, event, lock, queue, semaphore};
    use crate::asyncio::{missing_names, threads};
    use crate::bridge::{checked, optional_text, text_of};
    use crate::coroutines::{self, PyAwait, coroutine};
    use crate::session;

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        add_exceptions(module, vm)?;
        let _ = PyAwait::make_static_type();
        extend_module!(vm, module, {
            "Future" => PyFuture::make_static_type(),
            "Task" => PyTask::make_static_type(),
            "Handle" => PyHandle::make_static_type(),
            "Lock" => lock::PyLock::make_static_type(),
            "Event" => event::PyEvent::make_static_type(),
            "Condition" => condition::PyCondition::make_static_type(),
            "Semaphore" => semaphore::PySemaphore::make_static_type(),
            "BoundedSemaphore" => semaphore::PyBoundedSemaphore::make_static_type(),
            "Barrier" => barrier::PyBarrier::make_static_type(),
            "Queue" => queue::PyQueue::make_static_type(),
            "LifoQueue" => queue::PyLifoQueue::make_static_type(),
            "PriorityQueue" => queue::PyPriorityQueue::make_static_type(),
            "TaskGroup" => PyTaskGroup::make_static_type(),
            "Timeout" => PyTimeout::make_static_type(),
            "Runner" => PyRunner::make_static_type(),
            "ThreadPoolExecutor" => threads::PyExecutor::make_static_type(),
            "AbstractEventLoop" => PyEventLoop::make_static_type(),
            "EventLoop" => PyEventLoop::static_type().to_owned(),
            "FIRST_COMPLETED" => vm.ctx.new_str("FIRST_COMPLETED"),
            "FIRST_EXCEPTION" => vm.ctx.new_str("FIRST_EXCEPTION"),
            "ALL_COMPLETED" => vm.ctx.new_str("ALL_COMPLETED"),
            // unittest.mock marks its own coroutine functions with this object.
            "_is_coroutine" => vm.ctx.new_base_object(vm.ctx.types.object_type.to_owned(), None),
            "TimerHandle" => PyHandle::static_type().to_owned(),
        });
        let _ = PyAsCompleted::make_static_type();
        add_modules(module, vm)
    }

    fn add_exceptions(module: &Py<PyModule>, vm: &VirtualMachine) -> PyResult<()> {
        let builtin = &vm.ctx.exceptions;
        for (name, base) in [
            ("CancelledError", builtin.base_exception_type),
            ("InvalidStateError", builtin.exception_type),
            ("SendfileNotAvailableError", builtin.runtime_error),
            ("IncompleteReadError", builtin.eof_error),
            ("LimitOverrunError", builtin.exception_type),
            ("BrokenBarrierError", builtin.runtime_error),
            ("QueueEmpty", builtin.exception_type),
            ("QueueFull", builtin.exception_type),
            ("QueueShutDown", builtin.exception_type),
        ] {
            let home = if name.starts_with("Queue") {
                "asyncio.queues"
            } else {
                "asyncio.exceptions"
            };
            let class = vm
                .ctx
                .new_exception_type(home, name, Some(vec![base.to_owned()]));
            module.set_attr(name, class, vm)?;
        }
        module.set_attr("TimeoutError", builtin.timeout_error.to_owned(), vm)
    }

    /// CPython's modules within the package. Each of these names gives this module.
    const MODULES: &str = "base_events base_futures base_tasks coroutines events exceptions \
        futures locks mixins queues runners taskgroups tasks threads timeouts unix_events _threads";

    fn add_modules(module: &Py<PyModule>, vm: &VirtualMachine) -> PyResult<()> {
        let modules = vm.sys_module.get_attr("modules", vm)?;
        for name in MODULES.split_whitespace() {
            let object: PyObjectRef = module.to_owned().into();
            modules.set_item(format!("asyncio.{name}").as_str(), object.clone(), vm)?;
            module.set_attr(name, object, vm)?;
        }
        module.set_attr("__path__", vm.ctx.new_list(vec![]), vm)
    }

    #[derive(FromArgs)]
    struct RunArguments {
        #[pyarg(any)]
        main: PyObjectRef,
        #[pyarg(named, name = "debug", optional)]
        _debug: OptionalOption<PyObjectRef>,
        #[pyarg(named, name = "loop_factory", optional)]
        _loop_factory: OptionalOption<PyObjectRef>,
    }

    #[pyfunction]
    fn run(args: RunArguments, vm: &VirtualMachine) -> PyResult {
        entry_points::run(args.main, vm)
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
        coroutine("sleep", async move {
            let seconds = checked(|vm| seconds(&args.delay, vm))?;
            runtime::sleep(seconds).await?;
            Ok(result)
        })
    }

    #[pyfunction]
    fn create_task(args: TaskArguments, vm: &VirtualMachine) -> PyResult<PyRef<PyTask>> {
        session::running(vm)?;
        let (coroutine, name, context) = args.parts(vm);
        task::create(coroutine, name.as_deref(), context, vm)
    }

    #[pyfunction]
    fn ensure_future(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<PyFuture>> {
        task::ensure_future(object, vm)
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
        combine::gather::gather(awaitables.into_vec(), errors, vm)
    }

    #[pyfunction]
    fn iscoroutine(object: PyObjectRef, vm: &VirtualMachine) -> bool {
        coroutines::is_coroutine(&object, vm)
    }

    #[pyfunction]
    fn isfuture(object: PyObjectRef) -> bool {
        object.downcastable::<PyFuture>()
    }

    #[pyfunction]
    fn current_task(
        _loop: OptionalArg<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<Option<PyObjectRef>> {
        let session = session::running(vm)?;
        Ok(session.current_task.borrow().clone())
    }

    #[pyfunction]
    fn all_tasks(_loop: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let session = session::running(vm)?;
        let tasks: Vec<PyObjectRef> = session.tasks.borrow().values().cloned().collect();
        set_of(tasks, vm)
    }

    #[pyfunction]
    fn get_running_loop(vm: &VirtualMachine) -> PyResult {
        Ok(session::running(vm)?.event_loop.clone())
    }

    #[pyfunction]
    fn _get_running_loop(vm: &VirtualMachine) -> Option<PyObjectRef> {
        get_running_loop(vm).ok()
    }

    #[pyfunction]
    fn get_event_loop(vm: &VirtualMachine) -> PyResult {
        Ok(session::current(vm)?.event_loop.clone())
    }

    #[pyfunction]
    fn new_event_loop(vm: &VirtualMachine) -> PyResult {
        let session = session::current(vm)?;
        session.is_closed.set(false);
        Ok(session.event_loop.clone())
    }

    #[pyfunction]
    fn set_event_loop(_loop: PyObjectRef) {}

    #[pyfunction]
    fn iscoroutinefunction(function: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let inspect = vm.import("inspect", 0)?;
        vm.call_method(&inspect, "iscoroutinefunction", (function,))
    }

    #[derive(FromArgs)]
    struct WaitArguments {
        #[pyarg(any)]
        fs: PyObjectRef,
        #[pyarg(named, optional)]
        timeout: OptionalOption<PyObjectRef>,
        #[pyarg(named, optional)]
        return_when: OptionalOption<PyObjectRef>,
    }

    #[pyfunction]
    fn wait(args: WaitArguments, vm: &VirtualMachine) -> PyAwait {
        let timeout = args.timeout.flatten().unwrap_or_else(|| vm.ctx.none());
        let until = optional_text(args.return_when.flatten(), vm);
        let until = until.as_deref().unwrap_or("ALL_COMPLETED");
        combine::wait::wait(args.fs, timeout, until)
    }

    #[derive(FromArgs)]
    struct WaitForArguments {
        #[pyarg(any)]
        fut: PyObjectRef,
        #[pyarg(any)]
        timeout: PyObjectRef,
    }

    #[pyfunction]
    fn wait_for(args: WaitForArguments) -> PyAwait {
        combine::timeout::wait_for(args.fut, args.timeout)
    }

    #[derive(FromArgs)]
    struct AsCompletedArguments {
        #[pyarg(any)]
        fs: PyObjectRef,
        #[pyarg(named, optional)]
        timeout: OptionalOption<PyObjectRef>,
    }

    #[pyfunction]
    fn as_completed(args: AsCompletedArguments, vm: &VirtualMachine) -> PyResult<PyAsCompleted> {
        PyAsCompleted::new(args.fs, args.timeout.flatten(), vm)
    }

    #[pyfunction]
    fn shield(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<PyFuture>> {
        combine::gather::shield(object, vm)
    }

    #[pyfunction]
    fn timeout(delay: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyTimeout> {
        PyTimeout::after(&delay, vm)
    }

    #[pyfunction]
    fn timeout_at(when: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyTimeout> {
        PyTimeout::at(&when, vm)
    }

    #[derive(FromArgs)]
    struct WrapArguments {
        #[pyarg(any)]
        future: PyObjectRef,
        #[pyarg(named, name = "loop", optional)]
        _event_loop: OptionalOption<PyObjectRef>,
    }

    #[pyfunction]
    fn wrap_future(args: WrapArguments, vm: &VirtualMachine) -> PyResult<PyRef<PyFuture>> {
        args.future.downcast().map_err(|object| {
            let shown = object
                .repr(vm)
                .map_or_else(|_| "...".to_owned(), |text| text.to_string());
            vm.new_type_error(format!(
                "concurrent.futures.Future is expected, got {shown}"
            ))
        })
    }

    #[pyfunction]
    fn to_thread(function: PyObjectRef, args: FuncArgs) -> PyAwait {
        threads::to_thread(function, args)
    }

    #[pyfunction]
    fn set_event_loop_policy(_policy: PyObjectRef) {}

    #[pyfunction]
    fn __getattr__(name: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Err(missing_names::error_of_module(&text_of(&name, vm), vm))
    }
}
