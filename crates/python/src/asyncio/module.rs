//! The module `_asyncio`: the names that CPython's C module has.

pub(crate) use _asyncio::module_def;

#[rustpython_vm::pymodule(name = "_asyncio")]
mod _asyncio {
    use rustpython_vm::builtins::PyModule;
    use rustpython_vm::class::PyClassImpl;
    use rustpython_vm::{FromArgs, Py, PyObjectRef, PyResult, VirtualMachine, extend_module};

    use crate::asyncio::core::future_iterator::PyFutureIter;
    use crate::asyncio::core::{PyFuture, awaited_by};
    use crate::asyncio::core::{PyStep, PyTask, PyWakeup, registry};
    use crate::asyncio::{event_loop, state};

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        let _ = PyFutureIter::make_static_type();
        let _ = PyWakeup::make_static_type();
        let _ = PyStep::make_static_type();
        extend_module!(vm, module, {
            "Future" => PyFuture::make_static_type(),
            "Task" => PyTask::make_static_type(),
        });
        Ok(())
    }

    #[derive(FromArgs)]
    struct LoopArguments {
        #[pyarg(any, name = "loop", optional)]
        event_loop: Option<PyObjectRef>,
    }

    #[derive(FromArgs)]
    struct LoopArgument {
        #[pyarg(positional, name = "loop")]
        event_loop: PyObjectRef,
    }

    #[derive(FromArgs)]
    struct TaskArguments {
        #[pyarg(any)]
        task: PyObjectRef,
    }

    #[derive(FromArgs)]
    struct LoopAndTask {
        #[pyarg(any, name = "loop")]
        event_loop: PyObjectRef,
        #[pyarg(any)]
        task: PyObjectRef,
    }

    /// Return the running event loop or None.
    #[pyfunction]
    fn _get_running_loop(vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let (_, state) = state::current(vm)?;
        let running = state.running_loop.borrow().clone();
        Ok(running)
    }

    /// Set the running event loop.
    #[pyfunction]
    fn _set_running_loop(args: LoopArgument, vm: &VirtualMachine) -> PyResult<()> {
        let event_loop = args.event_loop;
        let (_, state) = state::current(vm)?;
        let running = (!vm.is_none(&event_loop)).then_some(event_loop);
        drop(state.running_loop.replace(running));
        Ok(())
    }

    /// Return the running event loop.  Raise a RuntimeError if there is none.
    #[pyfunction]
    fn get_running_loop(vm: &VirtualMachine) -> PyResult {
        event_loop::running(vm)
    }

    /// Return an asyncio event loop.
    #[pyfunction]
    fn get_event_loop(vm: &VirtualMachine) -> PyResult {
        event_loop::current(vm)
    }

    /// Return the currently running task or None.
    #[pyfunction]
    fn current_task(args: LoopArguments, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        registry::current_task(args.event_loop, vm)
    }

    /// Return a set of all tasks for the loop.
    #[pyfunction]
    fn all_tasks(args: LoopArguments, vm: &VirtualMachine) -> PyResult {
        registry::all_tasks(args.event_loop, vm)
    }

    /// Register a new task in asyncio as executed by loop.
    #[pyfunction]
    fn _register_task(args: TaskArguments, vm: &VirtualMachine) -> PyResult<()> {
        registry::register_any(&args.task, vm)
    }

    #[pyfunction]
    fn _register_eager_task(args: TaskArguments, vm: &VirtualMachine) -> PyResult<()> {
        registry::register_any(&args.task, vm)
    }

    /// Unregister a task.
    #[pyfunction]
    fn _unregister_task(args: TaskArguments, vm: &VirtualMachine) -> PyResult<()> {
        registry::unregister_any(&args.task, vm)
    }

    #[pyfunction]
    fn _unregister_eager_task(args: TaskArguments, vm: &VirtualMachine) -> PyResult<()> {
        registry::unregister_any(&args.task, vm)
    }

    /// Enter into task execution or resume suspended task.
    #[pyfunction]
    fn _enter_task(args: LoopAndTask, vm: &VirtualMachine) -> PyResult<()> {
        registry::enter(&args.event_loop, &args.task, vm)
    }

    /// Leave task execution or suspend a task.
    #[pyfunction]
    fn _leave_task(args: LoopAndTask, vm: &VirtualMachine) -> PyResult<()> {
        registry::leave(&args.event_loop, &args.task, vm)
    }

    /// Temporarily swap in the supplied task and return the original one (or None).
    #[pyfunction]
    fn _swap_current_task(args: LoopAndTask, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let (_, state) = state::current(vm)?;
        let task = (!vm.is_none(&args.task)).then_some(args.task);
        Ok(state.swap_task(&args.event_loop, task))
    }

    /// Record that `fut` is awaited on by `waiter`.
    #[pyfunction]
    fn future_add_to_awaited_by(
        future: PyObjectRef,
        waiter: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        awaited_by::add(&future, &waiter, vm)
    }

    #[pyfunction]
    fn future_discard_from_awaited_by(
        future: PyObjectRef,
        waiter: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        awaited_by::discard(&future, &waiter, vm)
    }
}
