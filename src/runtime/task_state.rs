//! What the loop knows of a task, from its creation to the last handle on it.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::core::DoneFuture;
use super::coroutine::Body;
use super::error::Error;
use super::event::TaskId;

/// What a task waits for, once it has given up control.
pub(super) enum Waiting {
    /// Nothing: it runs, or its next step is in the ready queue.
    Nothing,
    /// Nothing, and its next step raises this: a sleep that was cancelled, an await that failed.
    Throws(Box<Error>),
    /// The timer of its sleep.
    Sleep,
    /// A future.
    Future(Rc<dyn DoneFuture>),
}

/// A task's name: one that was given, or the number of asyncio's `Task-2`.
enum Name {
    Number(u32),
    Given(Rc<str>),
}

/// The state of a task.
pub(super) struct TaskState {
    pub(super) id: TaskId,
    name: RefCell<Name>,
    /// How often it was asked to stop: asyncio's `_num_cancels_requested`.
    pub(super) cancels: Cell<u32>,
    /// Counts the sleeps, so that the timer of one that was cancelled is known as stale.
    pub(super) sleep: Cell<u32>,
    pub(super) has_started: Cell<bool>,
    pub(super) progress: RefCell<Progress>,
}

/// What changes from step to step; empty once the task is done.
pub(super) struct Progress {
    /// The code; none while it runs, and once it is done.
    pub(super) body: Option<Body>,
    /// The future that the task completes.
    pub(super) future: Option<Rc<dyn DoneFuture>>,
    pub(super) waiting: Waiting,
    /// A cancellation to be thrown at the next step: asyncio's `_must_cancel` and its message.
    // Boxed, as it is rare and tasks may be many.
    pub(super) must_cancel: Option<Box<Option<Rc<str>>>>,
}

impl TaskState {
    /// Makes the state of a task that has no code yet.
    pub(super) fn new(id: TaskId, name: Option<&str>, number: u32) -> Rc<TaskState> {
        let name = name.map_or(Name::Number(number), |name| Name::Given(name.into()));
        Rc::new(TaskState {
            id,
            name: RefCell::new(name),
            cancels: Cell::new(0),
            sleep: Cell::new(0),
            has_started: Cell::new(false),
            progress: RefCell::new(Progress {
                body: None,
                future: None,
                waiting: Waiting::Nothing,
                must_cancel: None,
            }),
        })
    }

    /// Returns the task's name: asyncio's `get_name`.
    pub(super) fn name(&self) -> Cow<'static, str> {
        Cow::Owned(match &*self.name.borrow() {
            Name::Number(number) => format!("Task-{number}"),
            Name::Given(name) => name.to_string(),
        })
    }

    /// Gives the task another name: asyncio's `set_name`.
    pub(super) fn set_name(&self, name: &str) {
        *self.name.borrow_mut() = Name::Given(name.into());
    }

    /// Says whether the task is in this sleep.
    pub(super) fn is_asleep(&self, sleep: u32) -> bool {
        self.sleep.get() == sleep && matches!(self.progress.borrow().waiting, Waiting::Sleep)
    }

    /// Returns the future that the task completes, until it is done.
    pub(super) fn future(&self) -> Option<Rc<dyn DoneFuture>> {
        self.progress.borrow().future.clone()
    }

    /// Puts aside what the task waits for, and returns it.
    pub(super) fn stop_waiting(&self) -> Waiting {
        let mut progress = self.progress.borrow_mut();
        std::mem::replace(&mut progress.waiting, Waiting::Nothing)
    }

    /// Takes back one request to stop: asyncio's `uncancel`. Returns how many are left.
    pub(super) fn uncancel(&self) -> u32 {
        let left = self.cancels.get().saturating_sub(1);
        if self.cancels.replace(left) > 0 && left == 0 {
            self.progress.borrow_mut().must_cancel = None;
        }
        left
    }
}
