//! A wait queue: tasks wait to be woken, first come, first served.
//!
//! Every lock of asyncio has such a deque of futures. Joining, leaving and waking take constant time
//! here on average, independent of how many tasks wait and how many of them were cancelled.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::runtime::core::current;
use crate::runtime::{DoneFuture, EventLoop, Future, Result, SourceLocation, Wait};

/// The tasks that wait for one thing.
#[derive(Debug, Default)]
pub(in crate::runtime) struct WaitQueue {
    /// The futures of the waiting tasks by their tickets, with those of tasks that were woken and did
    /// not run yet; none for a task that left. The first one did not leave.
    all: RefCell<VecDeque<Option<Rc<Future<()>>>>>,
    /// The ticket of the first future.
    first: Cell<usize>,
    /// How many tasks did not leave.
    len: Cell<usize>,
    /// Each task with a smaller ticket was woken or cancelled, or left.
    pending: Cell<usize>,
    /// How many futures in `all` were woken.
    woken: Cell<usize>,
}

/// How a wait ended.
pub(super) struct Waited {
    pub(super) outcome: Result<()>,
    /// Whether the task was woken, even if it was cancelled after that.
    pub(super) was_woken: bool,
}

impl WaitQueue {
    /// Returns how many tasks wait, as asyncio's `len(_waiters)`.
    pub(super) fn len(&self) -> usize {
        self.len.get()
    }

    /// Waits to be woken, and leaves the queue then.
    pub(super) async fn wait(&self, wait: Wait, location: SourceLocation) -> Waited {
        let (ticket, turn) = self.join();
        let outcome = turn.wait_as(wait, location).await;
        let was_woken = turn.core().is_done() && !turn.core().is_cancelled();
        // `release_next` has taken a woken task out of the queue already.
        if self.leave(ticket) && was_woken {
            self.woken.set(self.woken.get() - 1);
        }
        if let (false, Some(event_loop)) = (turn.core().is_done(), EventLoop::current()) {
            turn.core().cancel(&event_loop, None);
        }
        Waited { outcome, was_woken }
    }

    /// As [`WaitQueue::wait`], for a queue that is woken by [`WaitQueue::release_next`]. If the wait
    /// is cancelled after it was woken, the next task is woken in its place if `could_be_served`.
    pub(in crate::runtime) async fn wait_turn(
        &self,
        wait: Wait,
        location: SourceLocation,
        could_be_served: impl Fn() -> bool,
    ) -> Result<()> {
        let waited = self.wait(wait, location).await;
        if waited.outcome.is_err() && waited.was_woken && could_be_served() {
            self.release_next(&current::event_loop());
        }
        waited.outcome
    }

    fn join(&self) -> (usize, Rc<Future<()>>) {
        let turn = Future::new();
        let mut all = self.all.borrow_mut();
        all.push_back(Some(turn.clone()));
        self.len.set(self.len.get() + 1);
        (self.first.get() + all.len() - 1, turn)
    }

    /// Takes a task out of the queue. Returns false if the task left before.
    fn leave(&self, ticket: usize) -> bool {
        let mut all = self.all.borrow_mut();
        let index = ticket.checked_sub(self.first.get());
        let left = index.and_then(|index| all.get_mut(index)?.take());
        while let Some(None) = all.front() {
            all.pop_front();
            self.first.set(self.first.get() + 1);
        }
        if left.is_some() {
            self.len.set(self.len.get() - 1);
        }
        left.is_some()
    }

    /// Returns whether a task waits that was not cancelled.
    pub(super) fn has_waiters(&self) -> bool {
        self.woken.get() > 0 || self.next().is_some()
    }

    /// Wakes the first task in the queue, unless it was woken before: asyncio's `_wake_up_first`.
    pub(super) fn wake_first(&self, event_loop: &Rc<EventLoop>) {
        let first = self.all.borrow().front().cloned().flatten();
        if let Some(turn) = first
            && turn.set_result(event_loop, ())
        {
            self.woken.set(self.woken.get() + 1);
        }
    }

    /// Wakes the first task that was not woken yet; the task stays in the queue until it runs.
    ///
    /// Returns false if there is no such task.
    pub(super) fn wake_next(&self, event_loop: &Rc<EventLoop>) -> bool {
        self.next().is_some_and(|(_, turn)| {
            self.woken.set(self.woken.get() + 1);
            turn.set_result(event_loop, ())
        })
    }

    /// Wakes the first task that was not woken yet, and takes it out of the queue: asyncio's
    /// `Queue._wakeup_next`.
    pub(in crate::runtime) fn release_next(&self, event_loop: &Rc<EventLoop>) -> bool {
        self.next().is_some_and(|(ticket, turn)| {
            self.leave(ticket);
            turn.set_result(event_loop, ())
        })
    }

    /// Returns the ticket and the future of the first task that can be woken.
    fn next(&self) -> Option<(usize, Rc<Future<()>>)> {
        let all = self.all.borrow();
        loop {
            let ticket = self.pending.get().max(self.first.get());
            match all.get(ticket - self.first.get())? {
                Some(turn) if !turn.core().is_done() => return Some((ticket, turn.clone())),
                _ => self.pending.set(ticket + 1),
            }
        }
    }
}
