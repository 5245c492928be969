//! Errors that were never retrieved, which are logged when their future is dropped.
//!
//! As asyncio's `Future.__del__`: "exception was never retrieved". The error of a future that still
//! exists when the run ends is logged then.

use std::cell::Cell;
use std::rc::{Rc, Weak};

use crate::runtime::{Error, Event, EventLoop, Raised, TaskId};

/// The error of one future.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) error: Error,
    /// The task that raised the error, if a task did.
    task: Option<TaskId>,
    /// Whether the error was retrieved.
    pub(super) is_seen: Cell<bool>,
}

impl Failure {
    /// Returns whether this is the very same error.
    pub(super) fn is(&self, error: &Rc<Raised>) -> bool {
        matches!(&self.error, Error::Raised(held) if Rc::ptr_eq(held, error))
    }

    fn log(&self, event_loop: &EventLoop) {
        if self.is_seen.replace(true) {
            return;
        }
        let what = self.task.map_or("Future", |_| "Task");
        let text = &*format!("{what} exception was never retrieved: {}", self.error);
        let task = self.task;
        event_loop.emit(Event::Logged { task, text });
    }
}

impl Drop for Failure {
    fn drop(&mut self) {
        // Outside of a tick the run is over, and has logged its errors.
        if !self.is_seen.get()
            && let Some(event_loop) = EventLoop::current()
        {
            self.log(&event_loop);
        }
    }
}

/// The errors of a run whose futures still exist.
#[derive(Debug, Default)]
pub(super) struct Failures {
    held: Vec<Weak<Failure>>,
    /// How many entries there may be before the dropped ones are swept out.
    room: usize,
}

impl EventLoop {
    /// Keeps an error, which is logged unless it is retrieved.
    pub(super) fn keep_failure(&self, error: Error, task: Option<TaskId>) -> Rc<Failure> {
        let failure = Rc::new(Failure {
            // An error that ends the whole run is recorded as the run's outcome.
            is_seen: Cell::new(error.is_exit()),
            error,
            task,
        });
        let mut failures = self.failures.borrow_mut();
        if failures.held.len() >= failures.room {
            failures.held.retain(|held| held.strong_count() > 0);
            failures.room = failures.held.len() * 2 + 16;
        }
        failures.held.push(Rc::downgrade(&failure));
        failure
    }

    /// Returns the task that ended with an error, as long as the task's future exists. A shield, for
    /// one, has the error of another future.
    pub(super) fn raiser(&self, error: &Rc<Raised>) -> Option<TaskId> {
        let failures = self.failures.borrow();
        let mut held = failures.held.iter().rev().filter_map(Weak::upgrade);
        held.find_map(|failure| failure.task.filter(|_| failure.is(error)))
    }

    /// Logs the errors that were never retrieved: those of tasks first, in the order of creation.
    pub(super) fn log_failures(&self) {
        let held = std::mem::take(&mut self.failures.borrow_mut().held);
        let left: Vec<_> = held.iter().filter_map(Weak::upgrade).collect();
        let task = |failure: &Rc<Failure>| failure.task.map_or(u64::MAX, |task| task.0.into());
        let mut order: Vec<_> = left.iter().map(task).zip(0_u64..).collect();
        order.sort_unstable();
        for (_, number) in order {
            left[number as usize].log(self);
        }
    }
}
