//! What the loop knows of a task, from its creation to the last handle on it.
//!
//! It is in one piece with the task's future: a million tasks are a million allocations less.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use crate::runtime::core::body::Body;
use crate::runtime::core::future_core::{DoneFuture, Source};
use crate::runtime::error::Error;
use crate::runtime::event::TaskId;

/// What a task waits for, once it has given up control.
pub(in crate::runtime) enum Waiting {
    /// Nothing: it runs, or its next step is in the ready queue.
    Nothing,
    /// Nothing, and its next step raises this: a sleep that was cancelled, an await that failed.
    Throws(Box<Error>),
    /// The timer of its sleep.
    Sleep,
    /// A future.
    Future(Rc<dyn DoneFuture>),
}

/// How far a task has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Its first step is to come.
    Created,
    Started,
    /// Its code is over, and nobody asks it to stop any more.
    Ended,
}

/// The state of a task.
pub(in crate::runtime) struct TaskState {
    pub(in crate::runtime) id: TaskId,
    /// The number of asyncio's `Task-2`, for a task without a name.
    number: u32,
    /// How often it was asked to stop: asyncio's `_num_cancels_requested`.
    pub(in crate::runtime) cancels: Cell<u32>,
    /// Counts the sleeps, so that the timer of one that was cancelled is known as stale.
    pub(in crate::runtime) sleep: Cell<u32>,
    stage: Cell<Stage>,
    /// Whether a cancellation is to be thrown at the next step: asyncio's `_must_cancel`.
    must_cancel: Cell<bool>,
    pub(in crate::runtime) progress: RefCell<Progress>,
}

/// What changes from step to step; empty once the task is done.
pub(in crate::runtime) struct Progress {
    /// The code; none while it runs, and once it is done.
    pub(in crate::runtime) body: Option<Body>,
    pub(in crate::runtime) waiting: Waiting,
    // The rest is boxed, as it is rare and tasks may be many.
    /// The message of the last cancellation that the task kept: asyncio's `_cancel_message`.
    cancel_message: Option<Box<Rc<str>>>,
    /// The name that was given to the task.
    name: Option<Box<Box<str>>>,
}

impl TaskState {
    /// Makes the state of a task that has no code yet.
    pub(in crate::runtime) fn new(id: TaskId, name: Option<&str>, number: u32) -> TaskState {
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
    pub(in crate::runtime) fn name(&self) -> Cow<'static, str> {
        Cow::Owned(match &self.progress.borrow().name {
            None => format!("Task-{}", self.number),
            Some(name) => name.to_string(),
        })
    }

    /// Calls a function with the task's name, which is written nowhere for it.
    pub(in crate::runtime) fn with_name<R>(&self, call: impl FnOnce(&str) -> R) -> R {
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
    pub(in crate::runtime) fn set_name(&self, name: &str) {
        self.progress.borrow_mut().name = Some(Box::new(name.into()));
    }

    /// Begins a step. Says whether it is the first.
    pub(in crate::runtime) fn start(&self) -> bool {
        self.stage.replace(Stage::Started) == Stage::Created
    }

    /// Ends the task's code. Returns false if that was over before.
    pub(in crate::runtime) fn finish(&self) -> bool {
        self.stage.replace(Stage::Ended) != Stage::Ended
    }

    /// Says whether the task's code is over.
    pub(in crate::runtime) fn is_ended(&self) -> bool {
        self.stage.get() == Stage::Ended
    }

    /// Says whether the task is in this sleep.
    pub(in crate::runtime) fn is_asleep(&self, sleep: u32) -> bool {
        self.sleep.get() == sleep && matches!(self.progress.borrow().waiting, Waiting::Sleep)
    }

    /// Puts aside what the task waits for, and returns it.
    pub(in crate::runtime) fn stop_waiting(&self) -> Waiting {
        let mut progress = self.progress.borrow_mut();
        std::mem::replace(&mut progress.waiting, Waiting::Nothing)
    }

    /// Keeps a cancellation, which is thrown at the next step.
    pub(in crate::runtime) fn keep_cancel(&self, message: Option<Rc<str>>) {
        self.must_cancel.set(true);
        self.progress.borrow_mut().cancel_message = message.map(Box::new);
    }

    /// Returns the message of the last cancellation that was kept.
    pub(in crate::runtime) fn cancel_message(&self) -> Option<Rc<str>> {
        let progress = self.progress.borrow();
        progress.cancel_message.as_deref().cloned()
    }

    /// Takes the cancellation that was kept, with its message.
    pub(in crate::runtime) fn take_cancel(&self) -> Option<Option<Rc<str>>> {
        self.must_cancel
            .replace(false)
            .then(|| self.cancel_message())
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

/// A task whatever it returns: its state, and the future around it.
#[derive(Clone)]
pub(in crate::runtime) struct AnyTask(Rc<dyn DoneFuture>);

impl AnyTask {
    /// Takes a future; none if no task completes it.
    pub(in crate::runtime) fn of(future: Rc<dyn DoneFuture>) -> Option<AnyTask> {
        future.core().task().is_some().then_some(AnyTask(future))
    }

    /// Returns the future that the task completes.
    pub(in crate::runtime) fn future(&self) -> Rc<dyn DoneFuture> {
        self.0.clone()
    }
}

impl Deref for AnyTask {
    type Target = TaskState;

    fn deref(&self) -> &TaskState {
        match self.0.core().source() {
            Source::Task(state) => state,
            _ => unreachable!("the source of a future never changes"),
        }
    }
}
