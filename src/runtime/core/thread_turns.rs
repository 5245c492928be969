//! The turns of threads: when one goes on, among the loop's own timers or beside them.
//!
//! A page has these functions once a lesson with threads is opened: nothing may call them before
//! [`EventLoop::call_for_thread`] was called.

use std::rc::Rc;

use crate::runtime::core::event_loop::ThreadTurns;
use crate::runtime::core::{Alarm, Ready, current};
use crate::runtime::{EventLoop, Handle, Nanos};

/// What the loop calls.
pub(super) const TURNS: ThreadTurns = ThreadTurns { ring, go_on };

/// Lets a thread go on in its place in a tick. What a thread of another language puts into the ready
/// queue is next in the tick.
fn ring(event_loop: &Rc<EventLoop>, handle: &Handle) {
    // A loop in a thread leaves other threads to the main one.
    if event_loop.thread.get().is_some() {
        return;
    }
    let before = event_loop.ready.borrow().len();
    event_loop.has_stepped_thread.set(false);
    handle.call(event_loop);
    if event_loop.has_stepped_thread.get() {
        let mut ready = event_loop.ready.borrow_mut();
        let new = ready.len().saturating_sub(before);
        ready.rotate_right(new);
        event_loop.left.set(event_loop.left.get() + new);
    }
}

/// Lets the threads go on whose moment has come, and which have no place among the loop's timers. Places of
/// those that went on elsewhere make no tick. Returns the moment at which a thread goes on next.
fn go_on(event_loop: &Rc<EventLoop>) -> Option<Nanos> {
    let is_stale = |entry: &Ready| match entry {
        Ready::Alarm(Alarm::Thread(handle)) => handle.is_stale(),
        _ => false,
    };
    while event_loop.ready.borrow().front().is_some_and(is_stale) {
        event_loop.ready.borrow_mut().pop_front();
    }
    loop {
        let moment = next(event_loop)?;
        let is_due = moment <= event_loop.now.get() && event_loop.limit.get().is_none();
        if !is_due || has_place(event_loop, moment) {
            return Some(moment);
        }
        run_next(event_loop);
    }
}

/// Returns the moment at which a thread goes on next.
pub(super) fn next(event_loop: &EventLoop) -> Option<Nanos> {
    let mut alarms = event_loop.thread_alarms.borrow_mut();
    alarms.next_deadline(|alarm| event_loop.is_stale(alarm))
}

/// Says whether what threads do at a moment may have a place in the next tick.
fn has_place(event_loop: &EventLoop, moment: Nanos) -> bool {
    let is_of_thread = |entry: &Ready| matches!(entry, Ready::Alarm(Alarm::Thread(_)));
    event_loop.next_deadline().is_some_and(|own| own <= moment)
        || event_loop.ready.borrow().iter().any(is_of_thread)
}

/// Lets the thread go on whose moment came first.
pub(super) fn run_next(event_loop: &Rc<EventLoop>) {
    let due = event_loop
        .thread_alarms
        .borrow_mut()
        .pop_due(event_loop.now.get());
    if let Some(Alarm::Call(handle)) = due {
        let cause = event_loop.cause.get();
        current::with(event_loop, || handle.call(event_loop));
        event_loop.cause.set(cause);
    }
}
