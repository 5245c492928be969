//! Loops that run in threads of the program, beside that of the main one.

use interleave::runtime::{ParkedTurn, Turn};
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::state::{self, State};
use crate::session::Session;
use crate::threads;

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
