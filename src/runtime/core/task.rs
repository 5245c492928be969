//! Tasks: coroutines that the event loop drives.
//!
//! `create_task` schedules a task and does not start it: the first step waits in the ready queue
//! after everything that is in the queue already. A coroutine that is awaited without a task runs
//! inside the caller's task.

use std::borrow::Cow;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use crate::runtime::core::{Body, Source, TaskState, current};
use crate::runtime::{
    Coroutine, DoneFuture, Event, EventLoop, Future, FutureWait, Repr, Result, SourceLocation,
    TaskId,
};

/// A handle on a task, to await the task's result or to cancel the task. Dropping the handle
/// changes nothing, as with asyncio's `Task`.
#[derive(Clone, Debug)]
pub struct Task<T> {
    pub(super) id: TaskId,
    pub(in crate::runtime) future: Rc<Future<T>>,
}

/// Creates a task and schedules its first step: asyncio's `create_task`.
///
/// # Panics
/// Outside of a run, as asyncio raises "no running event loop".
#[track_caller]
pub fn create_task<I: IntoTask>(coroutine: I) -> Task<I::Output> {
    coroutine.into_task(SourceLocation::caller())
}

/// What can become a task: a coroutine, a coroutine with a name, or a task, which stays that task.
pub trait IntoTask {
    /// What the task returns.
    type Output: Repr;

    /// Makes the task, created at `location`.
    fn into_task(self, location: SourceLocation) -> Task<Self::Output>;
}

impl<F: std::future::Future<Output = Result<T>> + 'static, T: Repr> IntoTask for F {
    type Output = T;

    fn into_task(self, location: SourceLocation) -> Task<T> {
        current::event_loop().spawn(None, self, location)
    }
}

impl<T: Repr> IntoTask for Task<T> {
    type Output = T;

    fn into_task(self, _: SourceLocation) -> Task<T> {
        self
    }
}

/// A coroutine and the name of its future task.
#[derive(Debug)]
#[must_use = "a coroutine runs only when it is awaited or made a task"]
pub struct Named<F> {
    name: String,
    coroutine: F,
}

impl<F: std::future::Future<Output = Result<T>> + 'static, T: Repr> IntoTask for Named<F> {
    type Output = T;

    fn into_task(self, location: SourceLocation) -> Task<T> {
        current::event_loop().spawn(Some(&self.name), self.coroutine, location)
    }
}

/// Gives a coroutine the name of its task: asyncio's `create_task(…, name=…)`.
pub trait Naming: Sized {
    /// Names the task that the coroutine becomes.
    fn named(self, name: impl Into<String>) -> Named<Self>;
}

impl<F: std::future::Future> Naming for F {
    fn named(self, name: impl Into<String>) -> Named<Self> {
        let (name, coroutine) = (name.into(), self);
        Named { name, coroutine }
    }
}

/// Creates a task that drives a coroutine of another language.
///
/// `make` is given the task's future. The coroutine stores its value there before it returns
/// [`Step::Returned`](crate::runtime::Step::Returned).
pub fn create_foreign_task<T: Repr>(
    name: Option<&str>,
    location: SourceLocation,
    make: impl FnOnce(Rc<Future<T>>) -> Box<dyn Coroutine>,
) -> Task<T> {
    let body = |future: Rc<Future<T>>| Body::foreign(make(future));
    current::event_loop().add_task(name, location, body)
}

impl EventLoop {
    /// Adds a task that drives a Rust future. Without a name the task has asyncio's, like `Task-2`.
    pub(super) fn spawn<T: Repr>(
        self: &Rc<Self>,
        name: Option<&str>,
        coroutine: impl std::future::Future<Output = Result<T>> + 'static,
        location: SourceLocation,
    ) -> Task<T> {
        let body = |future| Body::of(Stored { coroutine, future });
        self.add_task(name, location, body)
    }

    fn add_task<T: Repr>(
        self: &Rc<Self>,
        name: Option<&str>,
        location: SourceLocation,
        body: impl FnOnce(Rc<Future<T>>) -> Body,
    ) -> Task<T> {
        let state = self.next_task(name);
        let id = state.id;
        let future = Future::of(Source::Task(state));
        let body = body(future.clone());
        self.begin_task(future.clone(), location, body);
        Task { id, future }
    }
}

pin_project_lite::pin_project! {
    /// A coroutine whose value goes to the future of its task.
    struct Stored<F, T> {
        #[pin]
        coroutine: F,
        future: Rc<Future<T>>,
    }
}

impl<F: std::future::Future<Output = Result<T>>, T: Repr> std::future::Future for Stored<F, T> {
    type Output = Result<()>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        let this = self.project();
        let polled = this.coroutine.poll(cx);
        polled.map_ok(|value| this.future.store(value))
    }
}

impl<T: Repr> Task<T> {
    /// Asks the task to stop: asyncio's `Task.cancel`.
    ///
    /// The await at which the task stands raises
    /// [`Error::Cancelled`](crate::runtime::Error::Cancelled); the task may clean up, and may refuse. A
    /// task that never started never runs. Returns false if the task is done.
    pub fn cancel(&self) -> bool {
        self.future.cancel(&current::event_loop(), None)
    }

    /// As [`Task::cancel`], with a message that the cancellation carries.
    pub fn cancel_with(&self, message: &str) -> bool {
        let message = Some(message.into());
        self.future.cancel(&current::event_loop(), message)
    }

    /// Returns how many requests to stop the task has that were not taken back: asyncio's
    /// `Task.cancelling`.
    pub fn cancelling(&self) -> u32 {
        self.state().map_or(0, |state| state.cancels.get())
    }

    /// Takes back one request to stop, and returns how many are left: asyncio's `uncancel`. Taking
    /// back the last request drops a cancellation that was not raised yet.
    pub fn uncancel(&self) -> u32 {
        self.state().map_or(0, |state| state.uncancel())
    }

    /// Returns the task's number in its run.
    pub fn id(&self) -> TaskId {
        self.id
    }

    /// Returns the future that the task completes.
    pub fn future(&self) -> &Rc<Future<T>> {
        &self.future
    }

    /// Returns the task's name: asyncio's `get_name`.
    pub fn name(&self) -> Cow<'static, str> {
        self.state().map_or(Cow::Borrowed(""), |state| state.name())
    }

    /// Gives the task another name: asyncio's `set_name`. The trace keeps the first.
    pub fn set_name(&self, name: &str) {
        if let Some(state) = self.state() {
            state.set_name(name);
        }
    }

    fn state(&self) -> Option<&TaskState> {
        self.future.core().task_state()
    }

    /// Returns whether the task is done: returned, raised or cancelled.
    pub fn is_done(&self) -> bool {
        self.future.core().is_done()
    }

    /// Returns how the task ended, or none if the task goes on: asyncio's `Task.result`.
    pub fn result(&self) -> Option<Result<T>> {
        self.future.result()
    }

    /// Calls `callback` one tick after the task is done: asyncio's `add_done_callback`.
    ///
    /// Callbacks run in the order in which they were added, before a task goes on that began to wait
    /// later. An error of a callback is logged, and raised nowhere.
    pub fn add_done_callback(&self, callback: impl FnOnce(&Task<T>) -> Result<()> + 'static) {
        let task = self.clone();
        let call = move |event_loop: &Rc<EventLoop>| {
            if let Err(error) = callback(&task) {
                let text = &*format!("Exception in callback: {error}");
                let task = Some(task.id);
                event_loop.emit(Event::Logged { task, text });
            }
        };
        let core = self.future.core();
        core.add_program_callback(&current::event_loop(), call);
    }
}

impl<T: Repr> IntoFuture for Task<T> {
    type Output = Result<T>;
    type IntoFuture = FutureWait<T>;

    #[track_caller]
    fn into_future(self) -> FutureWait<T> {
        self.future.wait()
    }
}

impl<T: Repr> IntoFuture for &Task<T> {
    type Output = Result<T>;
    type IntoFuture = FutureWait<T>;

    #[track_caller]
    fn into_future(self) -> FutureWait<T> {
        self.future.wait()
    }
}
