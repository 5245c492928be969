//! Errors that nobody looked at, which are logged when the last hand lets go of them.
//!
//! As asyncio's `Future.__del__`: "exception was never retrieved". What is still held when the run
//! ends is logged then.

use std::cell::Cell;
use std::rc::{Rc, Weak};

use crate::runtime::core::event_loop::EventLoop;
use crate::runtime::error::{Error, Raised};
use crate::runtime::event::{Event, TaskId};

/// The error of one future.
#[derive(Debug)]
pub(in crate::runtime) struct Failure {
    pub(in crate::runtime) error: Error,
    /// The task that raised it, if a task did.
    task: Option<TaskId>,
    /// Whether anybody looked at it.
    is_seen: Cell<bool>,
}

impl Failure {
    /// Says whether it is this very error.
    pub(in crate::runtime) fn is(&self, error: &Rc<Raised>) -> bool {
        matches!(&self.error, Error::Raised(held) if Rc::ptr_eq(held, error))
    }

    /// Counts the error as seen.
    pub(in crate::runtime) fn see(&self) {
        self.is_seen.set(true);
    }

    pub(in crate::runtime) fn is_seen(&self) -> bool {
        self.is_seen.get()
    }

    /// Counts the error as not seen.
    pub(in crate::runtime) fn unsee(&self) {
        self.is_seen.set(false);
    }

    fn log(&self, event_loop: &EventLoop) {
        if self.is_seen.replace(true) {
            return;
        }
        let what = if self.task.is_some() {
            "Task"
        } else {
            "Future"
        };
        let text = format!("{what} exception was never retrieved: {}", self.error);
        event_loop.emit(Event::Logged {
            task: self.task,
            text: &text,
        });
    }
}

impl Drop for Failure {
    fn drop(&mut self) {
        // Outside of a tick the run is over, and has logged what it had to.
        if !self.is_seen.get()
            && let Some(event_loop) = EventLoop::current()
        {
            self.log(&event_loop);
        }
    }
}

/// The errors of a run that somebody holds.
#[derive(Debug, Default)]
pub(in crate::runtime) struct Failures {
    held: Vec<Weak<Failure>>,
    /// How many there may be before those that are gone are swept out.
    room: usize,
}

impl EventLoop {
    /// Keeps an error until somebody looks at it.
    pub(in crate::runtime) fn keep_failure(
        &self,
        error: Error,
        task: Option<TaskId>,
    ) -> Rc<Failure> {
        let failure = Rc::new(Failure {
            // What ends the whole run is told as its end.
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

    /// Returns the task that ended with an error, as long as somebody holds its future: a shield
    /// has the error of another one.
    pub(in crate::runtime) fn raiser(&self, error: &Rc<Raised>) -> Option<TaskId> {
        let failures = self.failures.borrow();
        let mut held = failures.held.iter().rev().filter_map(Weak::upgrade);
        held.find_map(|failure| failure.task.filter(|_| failure.is(error)))
    }

    /// Logs the errors that nobody looked at and that are still held, tasks by creation first.
    pub(in crate::runtime) fn log_failures(&self) {
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
