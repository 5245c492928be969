//! Time, and answers from outside: how a loop's time goes on, and how answers come in.

use std::rc::Rc;

use crate::runtime::core::Alarm;
use crate::runtime::{Cause, Event, EventLoop, FetchId, Nanos, SourceLocation};

impl EventLoop {
    /// Returns the moment from which deadlines are counted: asyncio's `loop.time()`.
    pub fn time(&self) -> Nanos {
        self.now.get()
    }

    pub(super) fn set_timer(&self, deadline: Nanos, alarm: Alarm) {
        if self.is_closed.get() {
            return;
        }
        if self.timers.borrow().is_crowded() {
            let stale = self.timers.borrow_mut().sweep(|alarm| self.is_stale(alarm));
            drop(stale);
        }
        self.timers.borrow_mut().set(deadline, alarm);
    }

    /// Returns the moment of the next timer, if there is one.
    pub(super) fn next_deadline(&self) -> Option<Nanos> {
        let mut timers = self.timers.borrow_mut();
        timers.next_deadline(|alarm| self.is_stale(alarm))
    }

    pub(super) fn is_stale(&self, alarm: &Alarm) -> bool {
        match alarm {
            Alarm::Sleep { task, sleep } => {
                let tasks = self.tasks.borrow();
                let state = tasks.get(task.0 as usize).and_then(Option::as_ref);
                !state.is_some_and(|state| state.is_asleep(*sleep))
            }
            Alarm::Call(handle) | Alarm::Thread(handle) => handle.is_stale(),
        }
    }

    /// Moves the loop's time to `deadline` if the clock has reached that moment.
    pub(super) fn reach(&self, deadline: Nanos) -> bool {
        let reached = self.clock.reach(deadline);
        if reached {
            self.now.set(self.now.get().max(deadline));
            self.read_clock();
        }
        reached
    }

    /// Returns the loop's time if the clock has not reached it yet. After a blocking call a live
    /// clock may be behind: see [`Clock::block`](crate::runtime::Clock::block).
    pub(super) fn is_ahead(&self) -> Option<Nanos> {
        (self.now.get() > self.clock.now()).then_some(self.now.get())
    }

    /// Moves the loop's time to the clock's, during a long stretch without a wait, and after a wait
    /// for an answer from outside.
    pub(super) fn catch_up(&self) {
        self.now.set(self.now.get().max(self.clock.now()));
        self.read_clock();
    }

    fn read_clock(&self) {
        let now = self.clock.now().max(self.now.get());
        self.stamp.set(self.stamp.get().max(now));
    }

    /// Blocks the loop for `length`: no task runs and no timer fires.
    pub fn block(&self, length: Nanos, location: SourceLocation) {
        let until = self.emit_blocked(length, location);
        self.clock.block(length);
        self.pass_until(until);
    }

    /// Counts time in which the loop, or the thread whose job runs, stood still already.
    pub(in crate::runtime) fn was_blocked(&self, length: Nanos, location: SourceLocation) {
        if !self.block_thread(length) {
            let until = self.emit_blocked(length, location);
            self.pass_until(until);
        }
    }

    /// Returns the clock's moment, which may be later than that of the loop.
    pub(in crate::runtime) fn clock_time(&self) -> Nanos {
        self.clock.now()
    }

    pub(super) fn emit_blocked(&self, length: Nanos, location: SourceLocation) -> Nanos {
        let until = self.now.get().max(self.stamp.get()).after(length);
        if let Some(task) = self.running.get() {
            self.emit(Event::Blocked {
                task,
                until,
                location,
            });
        }
        until
    }

    pub(super) fn pass_until(&self, until: Nanos) {
        self.now.set(self.now.get().max(until));
        self.read_clock();
    }

    pub(super) fn has_outside(&self) -> bool {
        self.outside.get() > 0
    }

    /// Counts one more answer that will come from outside.
    pub(in crate::runtime) fn begin_outside(&self) {
        self.outside.set(self.outside.get() + 1);
    }

    /// Takes an answer from outside: sets the time and the cause, and calls `take`.
    pub(in crate::runtime) fn end_outside(self: &Rc<Self>, fetch: FetchId, take: impl FnOnce()) {
        self.outside.set(self.outside.get().saturating_sub(1));
        if !self.is_ready() {
            self.catch_up();
        }
        self.cause.set(Cause::Fetch(fetch));
        take();
        let pend = self.pend.borrow().clone();
        if let Some(pend) = pend {
            pend();
        }
    }
}
