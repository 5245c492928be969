//! The jobs of pools: in which thread each runs, and what the trace has of that.

use interleave::runtime::{Event, Nanos, SourceLocation, TaskId};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::core::{PyFuture, Source};
use super::state;
use crate::session::{check_limits, program_location};
use crate::threads::{self, InJob, threads};

/// Where a job was given to a pool, and by which task.
#[pyclass(module = false, name = "_Place")]
#[derive(Debug, PyPayload)]
pub(super) struct PyPlace {
    task: Option<TaskId>,
    location: SourceLocation,
}

#[pyclass]
impl PyPlace {}

impl PyPlace {
    /// Returns the place at which the program stands.
    pub(super) fn here(vm: &VirtualMachine) -> PyResult<PyPlace> {
        let (session, _) = state::current(vm)?;
        Ok(PyPlace {
            task: session.runtime_loop().current_task(),
            location: program_location(vm).unwrap_or(SourceLocation::NOWHERE),
        })
    }
}

/// Runs a job of a pool in the running thread, and records that.
pub(super) fn run_job(
    function: &PyObject,
    task: PyObjectRef,
    place: &PyPlace,
    vm: &VirtualMachine,
) -> PyResult {
    let (session, _) = state::current(vm)?;
    let inner = session.runtime_loop();
    let Some(thread) = inner.current_thread() else {
        return function.call((task,), vm);
    };
    inner.record(Event::JobBegan {
        thread,
        task: place.task,
        location: place.location,
    });
    let began = inner.time();
    threads::set_in_job(InJob::Yes, &session);
    let result = function.call((task,), vm);
    threads::set_in_job(InJob::No, &session);
    // A job that takes no time is over when the thread of the loop has gone on: as if it took some.
    let waited = match inner.time() {
        now if now == began => threads::sleep(Nanos::ZERO, &session, vm),
        _ => Ok(true),
    };
    inner.record(Event::JobEnded { thread });
    waited.and(result)
}

/// Notes that a future is that of a job, and lets the pool's threads begin it.
pub(super) fn submitted(future: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let (session, _) = state::current(vm)?;
    if let Some(native) = future.downcast_ref::<PyFuture>() {
        native.source.replace(Source::Thread);
    }
    if threads(&session).is_in_main() {
        threads(&session).run_woken(session.runtime_loop());
        check_limits(&session, vm)?;
    }
    Ok(future)
}

/// Counts a job of a loop's default executor, for which the loop waits when it is shut down.
pub(super) fn count_job(job: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (session, _) = state::current(vm)?;
    session.runtime_loop().begin_job();
    let over = vm.new_function("job_over", |_job: PyObjectRef, vm: &VirtualMachine| {
        let (session, _) = state::current(vm)?;
        session.runtime_loop().end_job();
        Ok::<_, PyBaseExceptionRef>(())
    });
    vm.call_method(job, "add_done_callback", (over,)).map(drop)
}
