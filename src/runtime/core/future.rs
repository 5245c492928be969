//! Futures: values that arrive later, and the awaits at which tasks wait for them.
//!
//! As asyncio's `Future`: finishing a future schedules its callbacks, one entry of the ready queue
//! per callback, in the order in which they were added. A task that waits is one of the callbacks.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};

use crate::runtime::core::{Source, current};
use crate::runtime::{Core, DoneFuture, Error, EventLoop, Repr, Result, SourceLocation, Wait};

/// A future and its value: asyncio's `Future`.
#[derive(Debug)]
pub struct Future<T> {
    core: Core,
    value: OnceCell<T>,
}

impl<T: Repr> DoneFuture for Future<T> {
    fn core(&self) -> &Core {
        &self.core
    }

    fn value_repr(&self) -> Cow<'static, str> {
        self.value.get().map_or(Cow::Borrowed("None"), Repr::repr)
    }
}

impl<T: Repr> Future<T> {
    /// Makes a pending future.
    pub fn new() -> Rc<Future<T>> {
        Future::of(Source::Anybody)
    }

    /// Makes a pending future that `source` completes.
    pub(in crate::runtime) fn of(source: Source) -> Rc<Future<T>> {
        let (core, value) = (Core::new(source), OnceCell::new());
        Rc::new(Future { core, value })
    }

    /// Keeps the value without finishing, so that the loop can decide how the task ended. Only the
    /// first value is kept.
    pub fn store(&self, value: T) {
        // A task returns once, and `set_result` checks that the future is not done.
        self.value.get_or_init(|| value);
    }

    /// Finishes with a value. Returns false if the future was done already.
    pub fn set_result(&self, event_loop: &Rc<EventLoop>, value: T) -> bool {
        if self.core.is_done() {
            return false;
        }
        self.store(value);
        self.core.finish(event_loop, Ok(()))
    }

    /// Finishes with an error. Returns false if the future was done already. With
    /// [`Error::Cancelled`] the future raises a cancellation, but is not cancelled itself.
    pub fn set_error(&self, event_loop: &Rc<EventLoop>, error: Error) -> bool {
        self.core.finish(event_loop, Err(error))
    }

    pub(in crate::runtime) fn set(&self, event_loop: &Rc<EventLoop>, result: Result<T>) -> bool {
        match result {
            Ok(value) => self.set_result(event_loop, value),
            Err(error) => self.set_error(event_loop, error),
        }
    }

    /// Returns how the future ended, none if it is pending. An error counts as retrieved after that.
    pub fn result(&self) -> Option<Result<T>> {
        match self.core.error() {
            Some(error) => Some(Err(error)),
            None if self.core.is_done() => self.value.get().cloned().map(Ok),
            None => None,
        }
    }

    /// Waits for the value.
    #[track_caller]
    pub fn wait(self: &Rc<Self>) -> FutureWait<T> {
        self.wait_as(self.core.awaited_as(), SourceLocation::caller())
    }

    /// Waits for the value. `wait` is what the trace records as the task's wait.
    pub fn wait_as(self: &Rc<Self>, wait: Wait, location: SourceLocation) -> FutureWait<T> {
        FutureWait {
            future: self.clone(),
            until_done: UntilDone::new(self.clone(), wait, location),
        }
    }
}

/// An await of a [`Future`]. If the future is done, the await does not give up control.
#[must_use = "an await does nothing unless it is awaited"]
pub struct FutureWait<T> {
    future: Rc<Future<T>>,
    until_done: UntilDone,
}

impl<T> FutureWait<T> {
    /// Returns the future for which the await waits.
    pub(in crate::runtime) fn future(&self) -> &Rc<Future<T>> {
        &self.future
    }
}

impl<T: Repr> std::future::Future for FutureWait<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Result<T>> {
        ready!(self.until_done.poll())?;
        let Some(result) = self.future.result() else {
            return Poll::Pending;
        };
        if let Err(error) = &result {
            current::event_loop().emit_raised_into(&self.future.core, error);
        }
        Poll::Ready(result)
    }
}

/// The await at which a task stands until a future is done, independent of the value's type.
pub(super) struct UntilDone {
    future: Rc<dyn DoneFuture>,
    wait: Wait,
    location: SourceLocation,
    /// Whether the task gave up control here.
    waits: bool,
}

impl UntilDone {
    pub(super) fn new(future: Rc<dyn DoneFuture>, wait: Wait, location: SourceLocation) -> Self {
        UntilDone {
            future,
            wait,
            location,
            waits: false,
        }
    }

    /// Polls the await: ready once the future is done, or when an error is thrown into the task.
    pub(super) fn poll(&mut self) -> Poll<Result<()>> {
        let event_loop = current::event_loop();
        if self.waits
            && let Some(error) = event_loop.take_thrown()
        {
            return Poll::Ready(Err(error));
        }
        if self.future.core().is_done() {
            return Poll::Ready(Ok(()));
        }
        event_loop.wait_for(self.future.clone(), self.wait, self.location);
        self.waits = true;
        Poll::Pending
    }
}
