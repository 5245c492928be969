//! Where the loop meets the program's threads: the jobs of pools, and loops that run in threads.

use interleave::runtime::{Event, Nanos, ParkedTurn, SourceLocation, TaskId, Turn};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::core::{PyFuture, Source};
use super::state::{self, State};
use crate::session::{Session, check_limits, program_location};
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

/// What a thread has of the loops while another thread has control.
#[derive(Default)]
pub(super) struct OfThread {
    running_loop: Option<PyObjectRef>,
    attached: Option<PyObjectRef>,
    turn: ParkedTurn,
}

/// Keeps what the thread `from` has of the loops, and gives `to` what it had.
pub(super) fn switch(state: &State, session: &Session, (from, to): (u64, u64)) {
    let mut turn = ParkedTurn::default();
    session.run.exchange_turn(&mut turn);
    let kept = OfThread {
        running_loop: state.running_loop.take(),
        attached: state.attached(),
        turn,
    };
    let known = {
        let mut all = state.of_threads.borrow_mut();
        all.insert(from, kept);
        all.remove(&to)
    };
    let Some(mut known) = known else {
        return;
    };
    if let Some(event_loop) = known.attached {
        state.attach(&event_loop, session);
    }
    session.run.exchange_turn(&mut known.turn);
    state.running_loop.replace(known.running_loop);
}

/// Runs a loop in the running thread, which is not the main one, until `loop.stop()`: while nothing is
/// ready the thread waits, and others go on.
pub(super) fn drive(
    event_loop: &PyObject,
    session: &Session,
    state: &State,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let key = (event_loop as *const PyObject).addr();
    loop {
        let until = match session.run.turn_in_thread() {
            Turn::Over => return Ok(()),
            Turn::Busy => continue,
            Turn::WaitUntil(moment) => Some(moment),
            Turn::WaitOutside => None,
        };
        let waiting = threads::begin(session);
        state
            .waiting_loops
            .borrow_mut()
            .insert(key, waiting.clone());
        let result = threads::wait(&waiting, until, session, vm);
        state.waiting_loops.borrow_mut().remove(&key);
        result?;
    }
}

/// Wakes the thread in which a loop waits: `_write_to_self`.
pub(super) fn wake(event_loop: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    let key = (event_loop as *const PyObject).addr();
    let waiting = state.waiting_loops.borrow_mut().remove(&key);
    if let Some(waiting) = waiting {
        threads::wake(waiting, &session);
    }
    Ok(())
}
