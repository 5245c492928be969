//! Telling: how the loop records what happens, and ends at a bound.

use std::cell::Cell;

use crate::runtime::core::event_loop::EventLoop;
use crate::runtime::core::future_core::Core;
use crate::runtime::error::Error;
use crate::runtime::event::{Event, FetchId, QueueId, SourceLocation, TaskId};
use crate::runtime::host::limits::Limit;

impl EventLoop {
    /// Sets where the running coroutine of another language stands.
    ///
    /// From now on every event is recorded there, and not at the Rust code that is called, until
    /// this is called again or something else gets control.
    pub fn set_location(&self, location: Option<SourceLocation>) {
        self.location.set(location);
    }

    /// Tells that a done callback of a task is called now.
    pub fn emit_called_back(&self, task: TaskId) {
        self.emit(Event::CalledBack { task });
    }

    /// Tells that the error of a future is raised in the running task, which awaits it, if a task
    /// ended with that error.
    pub(in crate::runtime) fn emit_raised_into(&self, core: &Core, error: &Error) {
        if let Error::Raised(error) = error
            && let Some(from) = core.raiser(error).or_else(|| self.raiser(error))
        {
            self.emit_raised_by(from);
        }
    }

    /// Tells that the error of another task is raised in the running one.
    pub(in crate::runtime) fn emit_raised_by(&self, from: TaskId) {
        if let Some(task) = self.running() {
            self.emit(Event::RaisedInto { task, from });
        }
    }

    pub(in crate::runtime) fn running(&self) -> Option<TaskId> {
        self.running.get()
    }

    // Inlined, an event is made where the observer reads it; copying it was a tenth of a run.
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
        event.move_to(location);
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

    /// Holds callbacks within bounds that call each other without end, and take no step.
    ///
    /// A step takes two ticks at most: that of its timer, and its own.
    pub(in crate::runtime) fn check_ticks(&self) {
        if self.ticks.get() / 4 >= self.limits.steps {
            self.reach_limit(Limit::Steps(self.limits.steps));
        } else if self.observer.borrow().len() >= self.limits.events {
            self.reach_limit(Limit::Events(self.limits.events));
        }
    }

    /// Returns the bound that the run reached, if it reached one.
    #[must_use]
    pub fn limit(&self) -> Option<Limit> {
        self.limit.get()
    }

    /// Ends the run at a bound; the first one reached is the one that is told.
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
