//! A line in which tasks wait their turn, first come first served.
//!
//! Every lock of asyncio keeps such a deque of futures. Joining, leaving and waking take
//! logarithmic time here, however many wait and however many of them were cancelled.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use super::core::DoneFuture;
use super::error::Result;
use super::event::{Place, StepEnd};
use super::event_loop::EventLoop;
use super::future::Future;

/// Who waits for one thing.
#[derive(Debug, Default)]
pub(super) struct Line {
    tickets: Cell<u64>,
    /// All who wait, those who were woken and did not run yet among them.
    all: RefCell<BTreeMap<u64, Rc<Future<()>>>>,
    /// The tickets of those who may still be woken, and of some who left.
    pending: RefCell<VecDeque<u64>>,
    /// How many in `all` were woken.
    woken: Cell<usize>,
}

/// How a wait in line ended.
pub(super) struct Waited {
    pub(super) outcome: Result<()>,
    /// Whether it was woken, even if it was cancelled after that.
    pub(super) was_woken: bool,
}

impl Line {
    /// Returns how many wait, as asyncio's `len(_waiters)`.
    pub(super) fn len(&self) -> usize {
        self.all.borrow().len()
    }

    /// Waits until somebody wakes this one, and leaves the line then.
    pub(super) async fn wait(&self, why: StepEnd<'static>, place: Place) -> Waited {
        let (ticket, turn) = self.join();
        let outcome = turn.wait_as(why, place).await;
        let was_woken = turn.core().is_done() && !turn.core().is_cancelled();
        // Who was taken out when it was woken is there no more.
        if self.all.borrow_mut().remove(&ticket).is_some() && was_woken {
            self.woken.set(self.woken.get() - 1);
        }
        if let (false, Some(event_loop)) = (turn.core().is_done(), EventLoop::current()) {
            turn.core().cancel(&event_loop, None);
        }
        Waited { outcome, was_woken }
    }

    fn join(&self) -> (u64, Rc<Future<()>>) {
        let (ticket, turn) = (self.tickets.get(), Future::new());
        self.tickets.set(ticket + 1);
        self.all.borrow_mut().insert(ticket, turn.clone());
        self.pending.borrow_mut().push_back(ticket);
        (ticket, turn)
    }

    /// Says whether anybody waits who was not cancelled.
    pub(super) fn is_waited_in(&self) -> bool {
        self.woken.get() > 0 || self.next().is_some()
    }

    /// Wakes the first in line if it is not woken yet, and nobody else: asyncio's
    /// `_wake_up_first`.
    pub(super) fn wake_first(&self, event_loop: &Rc<EventLoop>) {
        let first = {
            let all = self.all.borrow();
            all.first_key_value().map(|(_, turn)| turn.clone())
        };
        if let Some(turn) = first
            && turn.set_result(event_loop, ())
        {
            self.woken.set(self.woken.get() + 1);
        }
    }

    /// Wakes the first who was not woken yet; it stays in line until it runs.
    ///
    /// Returns false if there is none.
    pub(super) fn wake_next(&self, event_loop: &Rc<EventLoop>) -> bool {
        let Some((_, turn)) = self.next() else {
            return false;
        };
        self.woken.set(self.woken.get() + 1);
        turn.set_result(event_loop, ())
    }

    /// Wakes the first who was not woken yet, and takes it out of the line: asyncio's
    /// `_wakeup_next` of a queue.
    pub(super) fn release_next(&self, event_loop: &Rc<EventLoop>) -> bool {
        let Some((ticket, turn)) = self.next() else {
            return false;
        };
        self.all.borrow_mut().remove(&ticket);
        turn.set_result(event_loop, ())
    }

    /// Wakes all.
    pub(super) fn wake_all(&self, event_loop: &Rc<EventLoop>) {
        while self.wake_next(event_loop) {}
    }

    /// Returns the first who may be woken.
    fn next(&self) -> Option<(u64, Rc<Future<()>>)> {
        let (all, mut pending) = (self.all.borrow(), self.pending.borrow_mut());
        while let Some(&ticket) = pending.front() {
            match all.get(&ticket) {
                Some(turn) if !turn.core().is_done() => return Some((ticket, turn.clone())),
                _ => pending.pop_front(),
            };
        }
        None
    }
}
