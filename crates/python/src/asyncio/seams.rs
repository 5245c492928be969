//! The module `_interleave`: what CPython's modules call at the seams that `build.rs` makes, and what
//! the class of the loop calls.

pub(crate) use _interleave::module_def;

#[rustpython_vm::pymodule(name = "_interleave")]
mod _interleave {
    use rustpython_vm::builtins::{PyModule, PyStrRef};
    use rustpython_vm::class::PyClassImpl;
    use rustpython_vm::function::{ArgIterable, PosArgs};
    use rustpython_vm::{Py, PyObjectRef, PyRef, PyResult, VirtualMachine};

    use crate::asyncio::core::drive;
    use crate::asyncio::core::raised;
    use crate::asyncio::core::registry;
    use crate::asyncio::event_loop::queues::{PyReady, PyScheduled, PyTimer};
    use crate::asyncio::event_loop::sleep_timer;
    use crate::asyncio::jobs::{self, PyPlace};
    use crate::asyncio::trace::{deadlines, logged, queues};
    use crate::asyncio::{gathered, state, thread_loops};
    use crate::session;

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        let _ = PyReady::make_static_type();
        let _ = PyScheduled::make_static_type();
        let _ = PyTimer::make_static_type();
        let _ = PyPlace::make_static_type();
        Ok(())
    }

    /// Ends the program with a code, without any clean-up.
    #[pyfunction]
    fn exit_now(code: i64, vm: &VirtualMachine) -> PyResult<()> {
        Err(session::exit_now(code, vm)?)
    }

    /// Looks at a path: returns None where nothing is, True for a folder, the bytes of a file, and else
    /// whether it lies in the program's folder, with the reason why it cannot be read.
    #[pyfunction]
    fn look(path: PyStrRef, vm: &VirtualMachine) -> PyResult {
        crate::modules::look(&path.to_string_lossy(), vm)
    }

    // ---- the loop

    /// Returns what a loop has for `_ready` and `_scheduled`.
    #[pyfunction]
    fn loop_queues(
        event_loop: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<(PyReady, PyScheduled)> {
        let ready = PyReady::new(&event_loop, vm)?;
        Ok((ready, PyScheduled::new(&event_loop, vm)?))
    }

    #[pyfunction]
    fn run(event_loop: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        drive::run(&event_loop, vm)
    }

    #[pyfunction]
    fn stop(event_loop: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        drive::stop(&event_loop, vm)
    }

    #[pyfunction]
    fn close(event_loop: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        drive::close(&event_loop, vm)
    }

    #[pyfunction]
    fn run_rest(event_loop: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        drive::run_rest(&event_loop, vm)
    }

    #[pyfunction]
    fn wait_for_threads(event_loop: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        drive::wait_for_threads(&event_loop, vm)
    }

    #[pyfunction]
    fn seconds(vm: &VirtualMachine) -> PyResult<f64> {
        drive::seconds(vm)
    }

    /// Returns how long what is sent is on its way, in seconds.
    #[pyfunction]
    fn latency(vm: &VirtualMachine) -> PyResult<f64> {
        let (session, _) = state::current(vm)?;
        Ok(session.host.latency().seconds())
    }

    #[pyfunction]
    fn call_later(args: PosArgs, vm: &VirtualMachine) -> PyResult {
        let Ok([event_loop, delay, function, future, result]) =
            <[PyObjectRef; 5]>::try_from(args.into_vec())
        else {
            return Err(vm.new_type_error("call_later takes five arguments"));
        };
        sleep_timer::call_later(event_loop, delay, function, future, result, vm)
    }

    #[pyfunction]
    fn wake(event_loop: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        thread_loops::wake(&event_loop, vm)
    }

    // ---- the jobs of pools

    #[pyfunction]
    fn job_place(vm: &VirtualMachine) -> PyResult<PyPlace> {
        PyPlace::here(vm)
    }

    #[pyfunction]
    fn run_job(
        function: PyObjectRef,
        task: PyObjectRef,
        place: PyRef<PyPlace>,
        vm: &VirtualMachine,
    ) -> PyResult {
        jobs::run_job(&function, task, &place, vm)
    }

    #[pyfunction]
    fn submitted(
        future: PyObjectRef,
        job: PyObjectRef,
        is_own: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        if is_own {
            jobs::count_job(&job, vm)?;
        }
        jobs::submitted(future, vm)
    }

    // ---- what the trace has to know

    /// Remembers the functions of asyncio, once all its modules are there.
    #[pyfunction]
    fn know(vm: &VirtualMachine) -> PyResult<()> {
        queues::know(vm)
    }

    #[pyfunction]
    fn main_ended(vm: &VirtualMachine) -> PyResult<()> {
        let (session, _) = state::current(vm)?;
        let inner = session.runtime_loop();
        inner.set_location(None);
        inner.record(interleave::runtime::Event::MainEnded);
        Ok(())
    }

    #[pyfunction]
    fn gather(children: ArgIterable, vm: &VirtualMachine) -> PyResult<()> {
        gathered(&children, vm)
    }

    #[pyfunction]
    fn queue_created(queue: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        queues::created(&queue, vm)
    }

    #[pyfunction]
    fn queue_put(queue: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        queues::put(&queue, vm)
    }

    #[pyfunction]
    fn queue_got(queue: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        queues::got(&queue, vm)
    }

    /// Records that a queue was emptied.
    #[pyfunction]
    fn queue_emptied(queue: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        queues::emptied(&queue, vm)
    }

    /// Makes a queue that is none of the program's.
    #[pyfunction]
    fn own_queue(class: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        queues::make_own(&class, vm)
    }

    /// Makes a set whose order is that of creation for tasks, which come first, and that in which they
    /// are given for others.
    #[pyfunction]
    fn in_order(things: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        registry::in_order(&things, vm)
    }

    #[pyfunction]
    fn deadline_set(timeout: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        deadlines::set(&timeout, vm)
    }

    #[pyfunction]
    fn deadline_removed(timeout: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        deadlines::removed(&timeout, vm)
    }

    #[pyfunction]
    fn deadline_passed(timeout: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        deadlines::passed(&timeout, vm)
    }

    #[pyfunction]
    fn failed_in_group(
        group: PyObjectRef,
        errors: PyObjectRef,
        task: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        raised::in_group(&group, &errors, &task, vm)
    }

    #[pyfunction]
    fn raised_together(group: PyObjectRef, errors: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        raised::together(&group, vm)?;
        Ok(errors)
    }

    /// Returns false, for a seam in a condition.
    #[pyfunction]
    fn log(context: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        logged::record(&context, vm)?;
        Ok(false)
    }
}
