//! Emitting events: how the loop records what happens, and ends at a limit.

use std::cell::Cell;

use crate::runtime::{
    Core, Error, Event, EventLoop, FetchId, Limit, QueueId, SourceLocation, TaskId,
};

impl EventLoop {
    /// Sets the location at which the running coroutine of another language stands.
    ///
    /// From now on every event has this location, and not that of the Rust code that emits the event,
    /// until the next call, or until another task or callback gets control.
    pub fn set_location(&self, location: Option<SourceLocation>) {
        self.location.set(location);
    }

    /// Records that the error of a future is raised in the running task, which awaits the future, if
    /// a task ended with that error.
    pub(super) fn emit_raised_into(&self, core: &Core, error: &Error) {
        if let Error::Raised(error) = error
            && let Some(from) = core.raiser(error).or_else(|| self.raiser(error))
        {
            self.emit_raised_by(from);
        }
    }

    /// Records that the error of another task is raised in the running one.
    pub(in crate::runtime) fn emit_raised_by(&self, from: TaskId) {
        if let Some(task) = self.current_task() {
            self.is_raised_into.set(true);
            self.emit(Event::RaisedInto { task, from });
        }
    }

    // Inlined, an event is made where the observer reads it; copying events was a tenth of a run.
    #[inline(always)]
    pub(in crate::runtime) fn emit(&self, event: Event<'_>) {
        if self.is_closed.get() {
            return;
        }
        match self.location.get() {
            Some(location) => self.emit_at(location, event),
            None => self.observer.borrow_mut().observe(self.stamp.get(), event),
        }
    }

    #[inline(never)]
    fn emit_at(&self, location: SourceLocation, mut event: Event<'_>) {
        if let Some(known) = event.location_mut() {
            *known = location;
        }
        self.observer.borrow_mut().observe(self.stamp.get(), event);
    }

    pub(in crate::runtime) fn next_fetch(&self) -> FetchId {
        FetchId(next(&self.fetches))
    }

    pub(in crate::runtime) fn next_queue(&self) -> QueueId {
        QueueId(next(&self.queues))
    }

    pub(in crate::runtime) fn count_line(&self) {
        if next(&self.lines) + 1 >= self.limits.lines {
            self.reach_limit(Limit::Lines(self.limits.lines));
        }
    }

    pub(in crate::runtime) fn check_queued(&self, items: usize) {
        if items >= self.limits.queued {
            self.reach_limit(Limit::Queued(self.limits.queued));
        }
    }

    /// Ends a run that has taken too many steps, or emitted too many events.
    pub(super) fn check_steps(&self, steps: u64) {
        if steps >= self.limits.steps {
            self.reach_limit(Limit::Steps(self.limits.steps));
        } else if self.observer.borrow().len() >= self.limits.events {
            self.reach_limit(Limit::Events(self.limits.events));
        }
    }

    /// Returns the limit that the run reached, if the run reached one.
    pub fn limit(&self) -> Option<Limit> {
        self.limit.get()
    }

    /// Ends the run at a limit. Only the first limit that a run reaches is recorded.
    pub fn reach_limit(&self, limit: Limit) {
        if self.limit.get().is_none() {
            self.limit.set(Some(limit));
            self.emit(Event::LimitReached(limit));
        }
    }
}

fn next(counter: &Cell<u32>) -> u32 {
    counter.replace(counter.get() + 1)
}
