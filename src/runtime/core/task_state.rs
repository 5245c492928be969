//! What the loop knows of a task, from the task's creation to the last handle on it.
//!
//! A task's state is part of its future, which saves one allocation per task.
//!
//! ```text
//!  Created ──1──► Started ──2──► Ended
//!     └──────────────2───────────▲
//! ```
//! 1. [`TaskState::start`], at the first step.
//! 2. [`TaskState::finish`], when the code is over, or when the loop closes.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use crate::runtime::core::Body;
use crate::runtime::{DoneFuture, Error, TaskId};

/// What a task waits for after it has given up control.
pub(super) enum Waiting {
    /// Nothing: the task runs, or its next step is in the ready queue.
    Nothing,
    /// Nothing, and the next step raises this error: the sleep was cancelled, or the await failed.
    Throws(Box<Error>),
    /// The timer of the task's sleep.
    Sleep,
    /// A future.
    Future(Rc<dyn DoneFuture>),
}

/// How far a task has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The first step is to come.
    Created,
    /// At least one step has begun.
    Started,
    /// The code is over, and the task cannot be cancelled any more.
    Ended,
}

pub(in crate::runtime) struct TaskState {
    pub(in crate::runtime) id: TaskId,
    /// The number of asyncio's `Task-2`, for a task without a name.
    number: u32,
    /// How often the task was asked to stop: asyncio's `_num_cancels_requested`.
    pub(in crate::runtime) cancels: Cell<u32>,
    /// Counts the sleeps, so that the timer of a cancelled sleep is known as stale.
    pub(super) sleep: Cell<u32>,
    stage: Cell<Stage>,
    /// Whether the next step raises a cancellation: asyncio's `_must_cancel`.
    must_cancel: Cell<bool>,
    pub(super) progress: RefCell<Progress>,
}

/// What changes from step to step; empty once the task is done.
pub(super) struct Progress {
    /// The code; none while a step runs, and once the task is done.
    pub(super) body: Option<Body>,
    pub(super) waiting: Waiting,
    // The other fields are boxed, as they are rare and tasks may be many.
    /// The message of the last cancellation that the task kept: asyncio's `_cancel_message`.
    cancel_message: Option<Box<Rc<str>>>,
    name: Option<Box<Box<str>>>,
}

impl TaskState {
    /// Makes the state of a task that has no code yet.
    pub(super) fn new(id: TaskId, name: Option<&str>, number: u32) -> TaskState {
        TaskState {
            id,
            number,
            cancels: Cell::new(0),
            sleep: Cell::new(0),
            stage: Cell::new(Stage::Created),
            must_cancel: Cell::new(false),
            progress: RefCell::new(Progress {
                body: None,
                waiting: Waiting::Nothing,
                cancel_message: None,
                name: name.map(|name| Box::new(name.into())),
            }),
        }
    }

    /// Returns the task's name: asyncio's `get_name`.
    pub(super) fn name(&self) -> Cow<'static, str> {
        Cow::Owned(match &self.progress.borrow().name {
            None => format!("Task-{}", self.number),
            Some(name) => name.to_string(),
        })
    }

    /// Calls a function with the task's name, without an allocation for a name like `Task-2`.
    pub(super) fn with_name<R>(&self, call: impl FnOnce(&str) -> R) -> R {
        if self.progress.borrow().name.is_some() {
            return call(&self.name());
        }
        // `Task-` and the ten digits that the largest number has, filled from the end.
        let mut text = *b"Task-0000000000";
        let (mut start, mut left) = (text.len(), self.number);
        while left > 0 || start == text.len() {
            start -= 1;
            text[start] = b'0' + (left % 10) as u8;
            left /= 10;
        }
        start -= 5;
        text.copy_within(0..5, start);
        call(std::str::from_utf8(&text[start..]).unwrap_or_default())
    }

    /// Gives the task another name: asyncio's `set_name`.
    pub(super) fn set_name(&self, name: &str) {
        self.progress.borrow_mut().name = Some(Box::new(name.into()));
    }

    /// Begins a step. Returns whether this is the first one.
    pub(super) fn start(&self) -> bool {
        self.stage.replace(Stage::Started) == Stage::Created
    }

    /// Ends the task's code. Returns false if the code was over before.
    pub(in crate::runtime) fn finish(&self) -> bool {
        self.stage.replace(Stage::Ended) != Stage::Ended
    }

    /// Returns whether the task's code is over.
    pub(in crate::runtime) fn is_ended(&self) -> bool {
        self.stage.get() == Stage::Ended
    }

    /// Returns whether the task is in this sleep.
    pub(super) fn is_asleep(&self, sleep: u32) -> bool {
        self.sleep.get() == sleep && matches!(self.progress.borrow().waiting, Waiting::Sleep)
    }

    /// Ends the task's wait, and returns what the task waited for.
    pub(super) fn stop_waiting(&self) -> Waiting {
        let mut progress = self.progress.borrow_mut();
        std::mem::replace(&mut progress.waiting, Waiting::Nothing)
    }

    /// Keeps a cancellation, which the next step raises.
    pub(super) fn keep_cancel(&self, message: Option<Rc<str>>) {
        self.must_cancel.set(true);
        self.progress.borrow_mut().cancel_message = message.map(Box::new);
    }

    /// Returns the message of the last cancellation that was kept.
    pub(super) fn cancel_message(&self) -> Option<Rc<str>> {
        let progress = self.progress.borrow();
        progress.cancel_message.as_deref().cloned()
    }

    /// Takes the cancellation that was kept, with its message.
    pub(super) fn take_cancel(&self) -> Option<Option<Rc<str>>> {
        let must_cancel = self.must_cancel.replace(false);
        must_cancel.then(|| self.cancel_message())
    }

    /// Takes back one request to stop: asyncio's `uncancel`. Returns how many are left.
    pub(in crate::runtime) fn uncancel(&self) -> u32 {
        let left = self.cancels.get().saturating_sub(1);
        if self.cancels.replace(left) > 0 && left == 0 {
            self.must_cancel.set(false);
        }
        left
    }
}

/// A task with a result of any type: its state, and the future around the state.
#[derive(Clone)]
pub(in crate::runtime) struct AnyTask(Rc<dyn DoneFuture>);

impl AnyTask {
    /// Returns the task that completes a future, if a task does.
    pub(in crate::runtime) fn of(future: Rc<dyn DoneFuture>) -> Option<AnyTask> {
        future.core().task().is_some().then_some(AnyTask(future))
    }

    pub(in crate::runtime) fn future(&self) -> Rc<dyn DoneFuture> {
        self.0.clone()
    }
}

impl Deref for AnyTask {
    type Target = TaskState;

    fn deref(&self) -> &TaskState {
        let state = self.0.core().task_state();
        state.expect("the source of a future never changes")
    }
}
