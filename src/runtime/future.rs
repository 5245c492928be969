//! Futures: values that arrive later, and who is told when they do.
//!
//! As asyncio's `Future`: finishing one schedules its callbacks, one entry of the ready queue
//! each, in the order in which they were added; a task that waits is one of them.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::current;
use super::error::{Error, Result};
use super::event::{Place, StepEnd, TaskId};
use super::event_loop::{EventLoop, Function};
use super::repr::Repr;

/// What is called when a future is done.
pub(super) enum Callback {
    /// Puts the next step of a task that waits into the ready queue.
    Wake(TaskId),
    /// Calls a function.
    Call(Function),
}

/// Callbacks in order. Nearly every future has one, so one needs no list.
#[derive(Default)]
pub(super) enum Callbacks {
    #[default]
    None,
    One(Callback),
    Many(Vec<Callback>),
}

/// How a future stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Status {
    Pending,
    Finished,
    /// Raised or cancelled.
    Failed(Error),
}

/// The part of a future that does not depend on the type of its value.
pub struct Core {
    status: RefCell<Status>,
    callbacks: RefCell<Callbacks>,
    /// The task that completes this future, if it is a task's.
    task: Option<TaskId>,
    /// Whether anybody looked at the error; one that nobody did is logged at the run's end.
    error_seen: Cell<bool>,
}

/// What came of cancelling a future.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cancelling {
    /// It was done before.
    TooLate,
    /// It is cancelled.
    Done,
    /// It is done when these tasks are, which must be asked to stop.
    Ask(Vec<TaskId>),
}

/// A future of any value: what can be waited for, and cancelled.
pub trait DoneFuture {
    /// Returns the part that does not depend on the value.
    fn core(&self) -> &Core;

    /// Writes the value down as Python's `repr` does.
    fn value_repr(&self) -> Cow<'static, str>;

    /// Cancels it as far as that takes no task, and says what is left to do.
    fn begin_cancel(&self, event_loop: &Rc<EventLoop>, message: Option<Rc<str>>) -> Cancelling {
        let core = self.core();
        match core.task {
            _ if core.is_done() => Cancelling::TooLate,
            Some(task) => Cancelling::Ask(vec![task]),
            None => {
                core.finish(event_loop, Err(Error::Cancelled(message)));
                Cancelling::Done
            }
        }
    }

    /// Cancels it: a plain future is cancelled at once, a task is asked to stop.
    ///
    /// Returns false if it was done already.
    fn cancel(&self, event_loop: &Rc<EventLoop>, message: Option<Rc<str>>) -> bool {
        match self.begin_cancel(event_loop, message.clone()) {
            Cancelling::TooLate => return false,
            Cancelling::Done => {}
            Cancelling::Ask(tasks) => event_loop.ask_to_stop(tasks, message.as_ref()),
        }
        true
    }
}

impl Core {
    /// Makes a pending future, completed by `task` if it is a task's.
    pub(super) fn new(task: Option<TaskId>) -> Core {
        Core {
            status: RefCell::new(Status::Pending),
            callbacks: RefCell::default(),
            task,
            error_seen: Cell::new(false),
        }
    }

    /// Returns the task that completes this future, if it is a task's.
    pub(super) fn task(&self) -> Option<TaskId> {
        self.task
    }

    /// Says whether the future has its value, an error, or was cancelled.
    #[must_use]
    pub fn is_done(&self) -> bool {
        *self.status.borrow() != Status::Pending
    }

    /// Says whether the future was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        matches!(&*self.status.borrow(), Status::Failed(error) if error.is_cancelled())
    }

    /// Returns the error that it is done with, if it is, and counts it as seen.
    #[must_use]
    pub fn error(&self) -> Option<Error> {
        match &*self.status.borrow() {
            Status::Failed(error) => {
                self.error_seen.set(true);
                Some(error.clone())
            }
            _ => None,
        }
    }

    /// Returns an error that was raised and that nobody looked at.
    pub(super) fn unseen_error(&self) -> Option<Error> {
        if self.error_seen.get() || self.is_cancelled() {
            None
        } else {
            self.error()
        }
    }

    /// Finishes the future and schedules its callbacks. Returns false if it was done already.
    pub(super) fn finish(&self, event_loop: &Rc<EventLoop>, outcome: Result<()>) -> bool {
        if self.is_done() {
            return false;
        }
        *self.status.borrow_mut() = match outcome {
            Ok(()) => Status::Finished,
            Err(error) => Status::Failed(error),
        };
        match self.callbacks.take() {
            Callbacks::None => {}
            Callbacks::One(callback) => event_loop.call_back(callback),
            Callbacks::Many(callbacks) => {
                for callback in callbacks {
                    event_loop.call_back(callback);
                }
            }
        }
        true
    }

    /// Gives up the callbacks, which may own what owns this future.
    pub(super) fn take_callbacks(&self) -> Callbacks {
        self.callbacks.take()
    }

    /// Adds a callback; if the future is done it is scheduled now.
    pub(super) fn add_callback(&self, event_loop: &Rc<EventLoop>, callback: Callback) {
        if self.is_done() {
            event_loop.call_back(callback);
            return;
        }
        let mut callbacks = self.callbacks.borrow_mut();
        *callbacks = match std::mem::take(&mut *callbacks) {
            Callbacks::None => Callbacks::One(callback),
            Callbacks::One(first) => Callbacks::Many(vec![first, callback]),
            Callbacks::Many(mut all) => {
                all.push(callback);
                Callbacks::Many(all)
            }
        };
    }
}

impl std::fmt::Debug for Core {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Core")
            .field("status", &self.status.borrow())
            .finish_non_exhaustive()
    }
}

/// A future and its value: asyncio's `Future`.
#[derive(Debug)]
pub struct Future<T> {
    core: Core,
    value: RefCell<Option<T>>,
}

impl<T: Repr> DoneFuture for Future<T> {
    fn core(&self) -> &Core {
        &self.core
    }

    fn value_repr(&self) -> Cow<'static, str> {
        self.value
            .borrow()
            .as_ref()
            .map_or(Cow::Borrowed("None"), Repr::repr)
    }
}

impl<T: Repr> Future<T> {
    /// Makes a pending future.
    #[must_use]
    pub fn new() -> Rc<Future<T>> {
        Future::of_task(None)
    }

    /// Makes a pending future that `task` completes.
    pub(super) fn of_task(task: Option<TaskId>) -> Rc<Future<T>> {
        Rc::new(Future {
            core: Core::new(task),
            value: RefCell::new(None),
        })
    }

    /// Keeps the value without finishing, so that the loop can decide how the task ended.
    pub fn store(&self, value: T) {
        *self.value.borrow_mut() = Some(value);
    }

    /// Finishes with a value. Returns false if it was done already.
    pub fn set_result(&self, event_loop: &Rc<EventLoop>, value: T) -> bool {
        if self.core.is_done() {
            return false;
        }
        self.store(value);
        self.core.finish(event_loop, Ok(()))
    }

    /// Finishes with an error. Returns false if it was done already.
    pub fn set_error(&self, event_loop: &Rc<EventLoop>, error: Error) -> bool {
        self.core.finish(event_loop, Err(error))
    }

    /// Returns how it ended, or none if it is pending.
    #[must_use]
    pub fn result(&self) -> Option<Result<T>> {
        if let Some(error) = self.core.error() {
            return Some(Err(error));
        }
        if !self.core.is_done() {
            return None;
        }
        self.value.borrow().clone().map(Ok)
    }

    /// Waits for the value. `why` is what the trace says the task waits for.
    pub(super) fn wait(self: &Rc<Self>, why: StepEnd<'static>, place: Place) -> Wait<T> {
        Wait {
            future: self.clone(),
            until_done: UntilDone::new(self.clone(), why, place),
        }
    }
}

/// An await of a [`Future`]. One that is done does not give up control.
#[must_use = "an await does nothing unless it is awaited"]
pub struct Wait<T> {
    future: Rc<Future<T>>,
    until_done: UntilDone,
}

impl<T: Repr> std::future::Future for Wait<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Result<T>> {
        match self.until_done.poll() {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Ready(Ok(())) => match self.future.result() {
                Some(result) => Poll::Ready(result),
                None => Poll::Pending,
            },
        }
    }
}

/// The await at which a task stands until a future is done, whatever the future's value.
pub(super) struct UntilDone {
    future: Rc<dyn DoneFuture>,
    why: StepEnd<'static>,
    place: Place,
    /// Whether the task gave up control here.
    waits: bool,
}

impl UntilDone {
    pub(super) fn new(future: Rc<dyn DoneFuture>, why: StepEnd<'static>, place: Place) -> Self {
        UntilDone {
            future,
            why,
            place,
            waits: false,
        }
    }

    /// Is ready once the future is done, or when an error is thrown into the task.
    pub(super) fn poll(&mut self) -> Poll<Result<()>> {
        let event_loop = current::event_loop();
        if self.waits
            && let Some(error) = event_loop.take_thrown()
        {
            return Poll::Ready(Err(error));
        }
        if self.future.core().is_done() {
            if self.waits && self.future.core().is_cancelled() {
                event_loop.tell_cancelled();
            }
            return Poll::Ready(Ok(()));
        }
        let task = self.future.core().task;
        if task.is_some() && task == event_loop.running() {
            // As asyncio, which throws it into the task's next step.
            if self.waits {
                let message = "Task cannot await on itself";
                return Poll::Ready(Err(Error::raised("RuntimeError", message)));
            }
            event_loop.yield_now(self.place);
        } else {
            event_loop.wait_for(self.future.clone(), self.why, self.place);
        }
        self.waits = true;
        Poll::Pending
    }
}
