//! Waiting for some of several futures, or for all, without raising their errors.

use std::cell::Cell;
use std::rc::Rc;
use std::str::FromStr;

use crate::runtime::core::current;
use crate::runtime::{
    DoneFuture, Error, EventLoop, Future, Handle, Nanos, Repr, Result, SourceLocation, Task, Wait,
};

/// When a [`wait`] is over: asyncio's `return_when`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Until {
    /// All futures are done.
    #[default]
    AllCompleted,
    /// One future is done.
    FirstCompleted,
    /// One future raised an error, which a cancellation is not, or all futures are done.
    FirstException,
}

impl Until {
    /// Returns the wait for some of so many tasks that are not done.
    fn wait(self, tasks: u32) -> Wait {
        match self {
            Until::AllCompleted => Wait::Every(tasks),
            Until::FirstCompleted => Wait::First(tasks),
            Until::FirstException => Wait::Error(tasks),
        }
    }
}

impl FromStr for Until {
    type Err = Error;

    /// Reads one of asyncio's constants, like `FIRST_COMPLETED`.
    ///
    /// # Errors
    /// `ValueError` for any other name.
    fn from_str(name: &str) -> Result<Until> {
        match name {
            "ALL_COMPLETED" => Ok(Until::AllCompleted),
            "FIRST_COMPLETED" => Ok(Until::FirstCompleted),
            "FIRST_EXCEPTION" => Ok(Until::FirstException),
            other => {
                let message = format!("Invalid return_when value: {other}");
                Err(Error::raised("ValueError", message))
            }
        }
    }
}

/// Tasks that are done, and tasks that are pending.
pub type Split<T> = (Vec<Task<T>>, Vec<Task<T>>);

/// Waits for tasks and says which are done, and which are pending: asyncio's `wait`.
///
/// The wait raises no error of a task and cancels no task, also when the time is over. Unlike
/// asyncio, which returns sets, both lists are in the order of creation.
///
/// # Errors
/// `ValueError` if there is no task.
///
/// # Cancel safety
/// A cancelled wait leaves the tasks alone.
#[track_caller]
pub fn wait<T: Repr>(
    tasks: impl IntoIterator<Item = Task<T>>,
    timeout_s: Option<f64>,
    until: Until,
) -> impl std::future::Future<Output = Result<Split<T>>> {
    let tasks = distinct(tasks);
    let futures = tasks
        .iter()
        .map(|task| task.future().clone() as Rc<dyn DoneFuture>);
    let timeout = timeout_s.map(Nanos::from_seconds);
    let waited = wait_futures(futures.collect(), timeout, until);
    async move {
        waited.await?;
        Ok(tasks.into_iter().partition(Task::is_done))
    }
}

/// Returns the tasks in the order of creation, each once.
pub(super) fn distinct<T: Repr>(tasks: impl IntoIterator<Item = Task<T>>) -> Vec<Task<T>> {
    let mut tasks: Vec<_> = tasks.into_iter().collect();
    // Only the same task has the same number.
    tasks.sort_unstable_by_key(Task::id);
    tasks.dedup_by_key(|task| task.id());
    tasks
}

/// As [`wait`], for any futures, each given once. The caller finds out which of them are done.
///
/// # Errors
/// `ValueError` if there is no future.
#[track_caller]
pub fn wait_futures(
    futures: Vec<Rc<dyn DoneFuture>>,
    timeout: Option<Nanos>,
    until: Until,
) -> impl std::future::Future<Output = Result<()>> {
    let location = SourceLocation::caller();
    async move {
        if futures.is_empty() {
            let message = "Set of Tasks/Futures is empty.";
            return Err(Error::raised("ValueError", message));
        }
        let event_loop = current::event_loop();
        let waiter = Future::new();
        let timer = timeout.map(|timeout| event_loop.call_later(timeout, settle(&waiter)));
        let timer = Guards(timer.into_iter().collect());
        let left = Rc::new(Cell::new(futures.len()));
        let callbacks = futures.iter().map(|future| {
            let (left, waiter) = (left.clone(), waiter.clone());
            let (timer, child) = (timer.0.first().cloned(), future.clone());
            let count = move |event_loop: &Rc<EventLoop>| {
                left.set(left.get() - 1);
                if left.get() == 0 || is_enough(&*child, until) {
                    if let Some(timer) = timer {
                        timer.cancel();
                    }
                    waiter.set_result(event_loop, ());
                }
            };
            future.core().add_done_callback(&event_loop, count)
        });
        let _callbacks = Guards(callbacks.collect());
        let pending = futures.iter().filter(|future| !future.core().is_done());
        let tasks = pending.count() as u32;
        waiter.wait_as(until.wait(tasks), location).await
    }
}

/// Returns a callback that ends a wait.
fn settle(waiter: &Rc<Future<()>>) -> impl FnOnce(&Rc<EventLoop>) + use<> {
    let waiter = waiter.clone();
    move |event_loop| {
        waiter.set_result(event_loop, ());
    }
}

fn is_enough(child: &dyn DoneFuture, until: Until) -> bool {
    let core = child.core();
    match until {
        Until::AllCompleted => false,
        Until::FirstCompleted => true,
        Until::FirstException => !core.is_cancelled() && core.error().is_some(),
    }
}

/// Handles that are cancelled when the wait is over, however it ended.
struct Guards(Vec<Rc<Handle>>);

impl Drop for Guards {
    fn drop(&mut self) {
        for handle in &self.0 {
            handle.cancel();
        }
    }
}

/// Cancels a future and waits until the future is done: asyncio's `_cancel_and_wait`.
///
/// # Errors
/// The cancellation of the wait.
///
/// # Cancel safety
/// A cancelled wait raises at once, and does not wait for the future.
#[track_caller]
pub fn cancel_and_wait(
    future: Rc<dyn DoneFuture>,
) -> impl std::future::Future<Output = Result<()>> {
    let location = SourceLocation::caller();
    async move {
        let event_loop = current::event_loop();
        let waiter = Future::new();
        let release = settle(&waiter);
        let callback = future.core().add_done_callback(&event_loop, release);
        let _guard = Guards(vec![callback]);
        future.cancel(&event_loop, None);
        waiter.wait_as(future.core().awaited_as(), location).await
    }
}
