//! Tasks: coroutines that the event loop drives.
//!
//! Creating a task schedules it and does not start it: its first step waits in the ready queue
//! behind everything that is there already. Awaiting a coroutine without a task runs it inside
//! the caller's.

use std::borrow::Cow;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use crate::runtime::core::body::Body;
use crate::runtime::core::current;
use crate::runtime::core::event_loop::EventLoop;
use crate::runtime::core::future::{Future, FutureWait};
use crate::runtime::core::future_core::{Callback, DoneFuture, Source};
use crate::runtime::core::task_state::TaskState;
use crate::runtime::error::Result;
use crate::runtime::event::{Event, SourceLocation, TaskId};
use crate::runtime::host::coroutine::Coroutine;
use crate::runtime::repr::Repr;

/// A handle on a task: await it for its result, or cancel it.
///
/// Dropping the handle changes nothing, as with asyncio's `Task`.
#[derive(Clone, Debug)]
pub struct Task<T> {
    pub(in crate::runtime) id: TaskId,
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

/// What can become a task: a coroutine, one with a name, or a task, which stays what it is.
pub trait IntoTask {
    /// What the task returns.
    type Output: Repr;

    /// Makes the task, created at `location`.
    fn into_task(self, location: SourceLocation) -> Task<Self::Output>;
}

impl<F, T> IntoTask for F
where
    F: std::future::Future<Output = Result<T>> + 'static,
    T: Repr,
{
    type Output = T;

    fn into_task(self, location: SourceLocation) -> Task<T> {
        spawn(None, self, location)
    }
}

impl<T: Repr> IntoTask for Task<T> {
    type Output = T;

    fn into_task(self, _place: SourceLocation) -> Task<T> {
        self
    }
}

/// A coroutine with the name that its task will have.
#[derive(Debug)]
#[must_use = "a coroutine runs only when it is awaited or made a task"]
pub struct Named<F> {
    name: String,
    coroutine: F,
}

impl<F, T> IntoTask for Named<F>
where
    F: std::future::Future<Output = Result<T>> + 'static,
    T: Repr,
{
    type Output = T;

    fn into_task(self, location: SourceLocation) -> Task<T> {
        spawn(Some(&self.name), self.coroutine, location)
    }
}

/// Gives a coroutine the name of its task: asyncio's `create_task(…, name=…)`.
pub trait Naming: Sized {
    /// Names the task that this coroutine becomes.
    fn named(self, name: impl Into<String>) -> Named<Self>;
}

impl<F: std::future::Future> Naming for F {
    fn named(self, name: impl Into<String>) -> Named<Self> {
        Named {
            name: name.into(),
            coroutine: self,
        }
    }
}

/// Adds a task to the current loop. Without a name it is called as asyncio calls it, `Task-2`.
pub(in crate::runtime) fn spawn<F, T>(
    name: Option<&str>,
    coroutine: F,
    location: SourceLocation,
) -> Task<T>
where
    F: std::future::Future<Output = Result<T>> + 'static,
    T: Repr,
{
    current::event_loop().spawn(name, coroutine, location)
}

/// Creates a task that drives a coroutine of another language.
///
/// `make` is given the task's future, into which the coroutine stores its value before it
/// returns [`Step::Returned`](crate::runtime::Step::Returned).
///
/// # Panics
/// Outside of a run.
pub fn create_foreign_task<T: Repr>(
    name: Option<&str>,
    location: SourceLocation,
    make: impl FnOnce(Rc<Future<T>>) -> Box<dyn Coroutine>,
) -> Task<T> {
    let event_loop = current::event_loop();
    let state = event_loop.next_task(name);
    let id = state.id;
    let future = Future::of(Source::Task(state));
    let body = Body::foreign(make(future.clone()));
    event_loop.begin_task(future.clone(), location, body);
    Task { id, future }
}

impl EventLoop {
    /// Adds a task that drives a Rust future.
    pub(in crate::runtime) fn spawn<F, T>(
        self: &Rc<Self>,
        name: Option<&str>,
        coroutine: F,
        location: SourceLocation,
    ) -> Task<T>
    where
        F: std::future::Future<Output = Result<T>> + 'static,
        T: Repr,
    {
        let state = self.next_task(name);
        let id = state.id;
        let future = Future::of(Source::Task(state));
        let body = Body::of(Stored {
            coroutine,
            future: future.clone(),
        });
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

impl<F, T> std::future::Future for Stored<F, T>
where
    F: std::future::Future<Output = Result<T>>,
    T: Repr,
{
    type Output = Result<()>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        let this = self.project();
        match this.coroutine.poll(cx) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(result) => Poll::Ready(result.map(|value| this.future.store(value))),
        }
    }
}

impl<T: Repr> Task<T> {
    /// Asks the task to stop: asyncio's `Task.cancel`.
    ///
    /// The await where it stands raises [`Error::Cancelled`](crate::runtime::Error::Cancelled); the task may clean up, and may
    /// refuse. One that never started never runs. Returns false if the task is done.
    pub fn cancel(&self) -> bool {
        self.future.cancel(&current::event_loop(), None)
    }

    /// As [`Task::cancel`], with a message that the cancellation carries.
    pub fn cancel_with(&self, message: &str) -> bool {
        self.future
            .cancel(&current::event_loop(), Some(message.into()))
    }

    /// Returns how often the task was asked to stop, less how often that was taken back.
    #[must_use]
    pub fn cancelling(&self) -> u32 {
        self.state().map_or(0, |state| state.cancels.get())
    }

    /// Takes back one request to stop, and returns how many are left: asyncio's `uncancel`.
    ///
    /// With the last one goes a cancellation that was not raised yet.
    pub fn uncancel(&self) -> u32 {
        self.state().map_or(0, |state| state.uncancel())
    }

    /// Returns the task's number in its run.
    #[must_use]
    pub fn id(&self) -> TaskId {
        self.id
    }

    /// Returns the future that the task completes.
    #[must_use]
    pub fn future(&self) -> &Rc<Future<T>> {
        &self.future
    }

    /// Returns the task's name: asyncio's `get_name`.
    #[must_use]
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
        match self.future.core().source() {
            Source::Task(state) => Some(state),
            _ => None,
        }
    }

    /// Says whether the task is done: returned, raised or cancelled.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.future.core().is_done()
    }

    /// Returns how the task ended, or none if it has not: asyncio's `Task.result`.
    #[must_use]
    pub fn result(&self) -> Option<Result<T>> {
        self.future.result()
    }

    /// Calls `callback` one tick after the task is done: asyncio's `add_done_callback`.
    ///
    /// Callbacks are called in the order in which they were added, before a task that began to
    /// wait later goes on. An error of a callback is logged and goes no further.
    pub fn add_done_callback(&self, callback: impl FnOnce(&Task<T>) -> Result<()> + 'static) {
        let task = self.clone();
        let call = Callback::call(move |event_loop| {
            event_loop.emit(Event::CalledBack { task: task.id });
            if let Err(error) = callback(&task) {
                let text = format!("Exception in callback: {error}");
                event_loop.emit(Event::Logged {
                    task: Some(task.id),
                    text: &text,
                });
            }
        });
        self.future
            .core()
            .add_callback(&current::event_loop(), call);
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
