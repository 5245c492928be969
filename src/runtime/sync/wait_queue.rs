//! A line in which tasks wait their turn, first come first served.
//!
//! Every lock of asyncio keeps such a deque of futures. Joining, leaving and waking take constant
//! time here on the average, however many wait and however many of them were cancelled.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::runtime::core::event_loop::EventLoop;
use crate::runtime::core::future::Future;
use crate::runtime::core::future_core::DoneFuture;
use crate::runtime::error::Result;
use crate::runtime::event::SourceLocation;
use crate::runtime::wait::Wait;

/// Who waits for one thing.
#[derive(Debug, Default)]
pub(in crate::runtime) struct WaitQueue {
    /// All who wait by their tickets, those who were woken and did not run yet among them; none for
    /// one who left. The first did not.
    all: RefCell<VecDeque<Option<Rc<Future<()>>>>>,
    /// The ticket of the first.
    first: Cell<usize>,
    /// How many did not leave.
    len: Cell<usize>,
    /// Who has a ticket below this was woken or cancelled, or left.
    pending: Cell<usize>,
    /// How many in `all` were woken.
    woken: Cell<usize>,
}

/// How a wait in line ended.
pub(in crate::runtime) struct Waited {
    pub(in crate::runtime) outcome: Result<()>,
    /// Whether it was woken, even if it was cancelled after that.
    pub(in crate::runtime) was_woken: bool,
}

impl WaitQueue {
    /// Returns how many wait, as asyncio's `len(_waiters)`.
    pub(in crate::runtime) fn len(&self) -> usize {
        self.len.get()
    }

    /// Waits until somebody wakes this one, and leaves the line then.
    pub(in crate::runtime) async fn wait(&self, wait: Wait, place: SourceLocation) -> Waited {
        let (ticket, turn) = self.join();
        let outcome = turn.wait_as(wait, place).await;
        let was_woken = turn.core().is_done() && !turn.core().is_cancelled();
        // Who was taken out when it was woken is there no more.
        if self.leave(ticket) && was_woken {
            self.woken.set(self.woken.get() - 1);
        }
        if let (false, Some(event_loop)) = (turn.core().is_done(), EventLoop::current()) {
            turn.core().cancel(&event_loop, None);
        }
        Waited { outcome, was_woken }
    }

    fn join(&self) -> (usize, Rc<Future<()>>) {
        let turn = Future::new();
        let mut all = self.all.borrow_mut();
        all.push_back(Some(turn.clone()));
        self.len.set(self.len.get() + 1);
        (self.first.get() + all.len() - 1, turn)
    }

    /// Takes one out of the line. Returns false if it is there no more.
    fn leave(&self, ticket: usize) -> bool {
        let mut all = self.all.borrow_mut();
        let place = ticket.checked_sub(self.first.get());
        let left = place.and_then(|place| all.get_mut(place)?.take());
        while let Some(None) = all.front() {
            all.pop_front();
            self.first.set(self.first.get() + 1);
        }
        if left.is_some() {
            self.len.set(self.len.get() - 1);
        }
        left.is_some()
    }

    /// Says whether anybody waits who was not cancelled.
    pub(in crate::runtime) fn is_waited_in(&self) -> bool {
        self.woken.get() > 0 || self.next().is_some()
    }

    /// Wakes the first in line if it is not woken yet, and nobody else: asyncio's
    /// `_wake_up_first`.
    pub(in crate::runtime) fn wake_first(&self, event_loop: &Rc<EventLoop>) {
        let first = self.all.borrow().front().cloned().flatten();
        if let Some(turn) = first
            && turn.set_result(event_loop, ())
        {
            self.woken.set(self.woken.get() + 1);
        }
    }

    /// Wakes the first who was not woken yet; it stays in line until it runs.
    ///
    /// Returns false if there is none.
    pub(in crate::runtime) fn wake_next(&self, event_loop: &Rc<EventLoop>) -> bool {
        let Some((_, turn)) = self.next() else {
            return false;
        };
        self.woken.set(self.woken.get() + 1);
        turn.set_result(event_loop, ())
    }

    /// Wakes the first who was not woken yet, and takes it out of the line: asyncio's
    /// `_wakeup_next` of a queue.
    pub(in crate::runtime) fn release_next(&self, event_loop: &Rc<EventLoop>) -> bool {
        let Some((ticket, turn)) = self.next() else {
            return false;
        };
        self.leave(ticket);
        turn.set_result(event_loop, ())
    }

    /// Wakes all.
    pub(in crate::runtime) fn wake_all(&self, event_loop: &Rc<EventLoop>) {
        while self.wake_next(event_loop) {}
    }

    /// Returns the first who may be woken.
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
