//! Timeouts: a block of code that takes too long is cancelled, and raises `TimeoutError`.
//!
//! ```text
//!  Created ──1──► Entered ──2──► Expiring ──3──► Expired
//!                    └─────4──► Exited
//! ```
//! 1. [`Timeout::enter`] sets the timer, in the task whose time is measured.
//! 2. `Shared::expire`: the timer comes due, and the task is asked to stop.
//! 3. [`Timeout::exit`] turns the cancellation into `TimeoutError`, unless there was another request
//!    to stop.
//! 4. [`Timeout::exit`] in time: the timer is cancelled.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::runtime::core::{AnyTask, current};
use crate::runtime::{
    DoneFuture, Error, Event, EventLoop, FutureWait, Handle, IntoTask, Nanos, Repr, Result,
    SourceLocation, TaskId, cancel_and_wait,
};

/// The time limit of a block of code: asyncio's `Timeout`. Clones are the same timeout.
#[derive(Clone)]
pub struct Timeout(Rc<Shared>);

#[derive(Default)]
struct Shared {
    state: Cell<State>,
    when: Cell<Option<Nanos>>,
    timer: RefCell<Option<Rc<Handle>>>,
    /// The task whose time is measured, from the entering on.
    task: RefCell<Option<AnyTask>>,
    /// How often the task had been asked to stop before.
    cancels_before: Cell<u32>,
    /// Whether this timeout alone asked the task to stop.
    is_own: Cell<bool>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Created,
    Entered,
    Expiring,
    Expired,
    Exited,
}

impl Timeout {
    /// Makes a timeout that expires at a moment, or never: asyncio's `timeout_at`.
    pub fn at(when: Option<Nanos>) -> Timeout {
        let when = Cell::new(when);
        Timeout(Rc::new(Shared {
            when,
            ..Shared::default()
        }))
    }

    /// Makes a timeout that expires when a length of time has passed from now on, or never: asyncio's
    /// `timeout`.
    pub fn after(delay: Option<Nanos>) -> Timeout {
        let now = current::event_loop().time();
        Timeout::at(delay.map(|delay| now.after(delay)))
    }

    /// Returns when the timeout expires.
    pub fn when(&self) -> Option<Nanos> {
        self.0.when.get()
    }

    /// Returns whether the timeout expired before the block was over: asyncio's `expired`.
    pub fn is_expired(&self) -> bool {
        matches!(self.0.state.get(), State::Expiring | State::Expired)
    }

    /// Returns, after the block, whether the timeout expired and no other request asked the task to
    /// stop. If so, the timeout handles the error of the block.
    pub fn is_own(&self) -> bool {
        self.0.is_own.get()
    }

    /// Returns the name of the state, as in asyncio's `repr`.
    pub fn state(&self) -> &'static str {
        match self.0.state.get() {
            State::Created => "created",
            State::Entered => "active",
            State::Expiring => "expiring",
            State::Expired => "expired",
            State::Exited => "finished",
        }
    }

    /// Enters the block: `__aenter__`.
    ///
    /// # Errors
    /// `RuntimeError` if the timeout was entered before, or if no task runs.
    pub fn enter(&self) -> Result<()> {
        if self.0.state.get() != State::Created {
            return Err(wrong("Timeout has already been entered"));
        }
        let event_loop = current::event_loop();
        let task = event_loop.running_state();
        let task = task.ok_or_else(|| wrong("Timeout should be used inside a task"))?;
        self.0.state.set(State::Entered);
        self.0.cancels_before.set(task.cancels.get());
        *self.0.task.borrow_mut() = Some(task);
        self.reschedule(self.when())
    }

    /// Moves the moment at which the timeout expires.
    ///
    /// # Errors
    /// `RuntimeError` if the block was not entered, or if its time is over.
    pub fn reschedule(&self, when: Option<Nanos>) -> Result<()> {
        match self.0.state.get() {
            State::Entered => {}
            State::Created => return Err(wrong("Timeout has not been entered")),
            _ => {
                let message = format!("Cannot change state of {} Timeout", self.state());
                return Err(wrong(&message));
            }
        }
        self.0.take_timer();
        self.0.when.set(when);
        if let Some(when) = when {
            let (event_loop, shared) = (current::event_loop(), self.0.clone());
            let expire = move |event_loop: &Rc<EventLoop>| shared.expire(event_loop);
            let timer = if when <= event_loop.time() {
                event_loop.call_soon(expire)
            } else {
                event_loop.call_at(when, expire)
            };
            *self.0.timer.borrow_mut() = Some(timer);
            self.0
                .emit(&event_loop, |task| Event::DeadlineSet { task, until: when });
        }
        Ok(())
    }

    /// Leaves the block, with the block's error: `__aexit__`.
    ///
    /// # Errors
    /// `TimeoutError` in place of a cancellation that only this timeout requested. In all other cases
    /// the caller raises the block's error.
    pub fn exit(&self, raised: Option<&Error>) -> Result<()> {
        let shared = &self.0;
        shared.take_timer();
        let task = shared.task.take();
        match shared.state.get() {
            State::Expiring => {
                shared.state.set(State::Expired);
                let left = task.map_or(0, |task| task.uncancel());
                shared.is_own.set(left <= shared.cancels_before.get());
                if self.is_own() && raised.is_some_and(Error::is_cancelled) {
                    return Err(Error::timed_out());
                }
            }
            State::Entered => shared.state.set(State::Exited),
            State::Created | State::Expired | State::Exited => {}
        }
        Ok(())
    }
}

impl Shared {
    fn expire(&self, event_loop: &Rc<EventLoop>) {
        self.timer.take();
        self.state.set(State::Expiring);
        if let Some(until) = self.when.get() {
            self.emit(event_loop, |task| Event::DeadlinePassed { task, until });
        }
        let task = self.task.borrow().clone();
        if let Some(task) = task.filter(|task| !task.is_ended()) {
            task.future().cancel(event_loop, None);
        }
    }

    fn take_timer(&self) {
        let Some(timer) = self.timer.take() else {
            return;
        };
        timer.cancel();
        if let (Some(event_loop), Some(until)) = (EventLoop::current(), self.when.get()) {
            self.emit(&event_loop, |task| Event::DeadlineRemoved { task, until });
        }
    }

    /// Emits an event of the task whose time is measured.
    fn emit(&self, event_loop: &EventLoop, event: impl FnOnce(TaskId) -> Event<'static>) {
        let task = self.task.borrow().as_ref().map(|task| task.id);
        if let Some(task) = task {
            event_loop.emit(event(task));
        }
    }
}

impl std::fmt::Debug for Timeout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Timeout({})", self.state())
    }
}

fn wrong(message: &str) -> Error {
    Error::raised("RuntimeError", message)
}

/// Runs a block with a time limit in seconds: `async with timeout(…)`.
///
/// # Errors
/// The error of the block, and `TimeoutError` if its time is over.
pub fn timeout<F, T>(seconds: f64, block: F) -> impl Future<Output = Result<T>>
where
    F: Future<Output = Result<T>>,
{
    within(Timeout::after(Some(Nanos::from_seconds(seconds))), block)
}

/// Runs a block within a timeout, which the block can read and move.
///
/// # Errors
/// The error of the block, and `TimeoutError` if its time is over.
pub async fn within<T>(timeout: Timeout, block: impl Future<Output = Result<T>>) -> Result<T> {
    timeout.enter()?;
    let outcome = block.await;
    timeout.exit(outcome.as_ref().err())?;
    outcome
}

/// Awaits a coroutine or a task for a number of seconds: asyncio's `wait_for`.
///
/// As since 3.12, a coroutine runs inside of the caller's task. Only if `seconds` is zero or less, the
/// coroutine becomes a task, which is cancelled before its first step. The wait for a future, such as
/// a [`shield`](crate::runtime::shield()), becomes no task: the future itself is cancelled.
///
/// # Errors
/// The error of the coroutine or task, and `TimeoutError` if the time is over.
///
/// # Cancel safety
/// When the time is over, or the wait is cancelled, the coroutine or task is cancelled, too.
#[track_caller]
pub fn wait_for<I, T>(what: I, seconds: f64) -> impl Future<Output = Result<T>>
where
    I: IntoTask<Output = T> + IntoFuture<Output = Result<T>> + 'static,
    T: Repr,
{
    let location = SourceLocation::caller();
    async move {
        if seconds > 0.0 {
            return timeout(seconds, what.into_future()).await;
        }
        let waited = (&what as &dyn Any).downcast_ref::<FutureWait<T>>();
        let waited = waited.map(|wait| wait.future().clone());
        let future = waited.unwrap_or_else(|| what.into_task(location).future().clone());
        if future.core().is_done() {
            return future.wait().await;
        }
        cancel_and_wait(future.clone()).await?;
        // A task that refused to be cancelled has its value, or its error.
        future.wait().await.map_err(|error| match error {
            Error::Cancelled(_) => Error::timed_out(),
            error => error,
        })
    }
}
