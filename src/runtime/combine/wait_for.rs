//! Waiting for one coroutine or task, with a time limit: asyncio's `wait_for`.

use crate::runtime::{Error, IntoTask, Repr, Result, SourceLocation, cancel_and_wait, timeout};

/// Awaits a coroutine or a task for a number of seconds: asyncio's `wait_for`.
///
/// As since 3.12, a coroutine runs inside of the caller's task. Only if `seconds` is zero or less, the
/// coroutine becomes a task, which is cancelled before its first step.
///
/// # Errors
/// The error of the coroutine or task, and `TimeoutError` if the time is over.
///
/// # Cancel safety
/// When the time is over, or the wait is cancelled, the coroutine or task is cancelled, too.
#[track_caller]
pub fn wait_for<I, T>(what: I, seconds: f64) -> impl std::future::Future<Output = Result<T>>
where
    I: IntoTask<Output = T> + IntoFuture<Output = Result<T>>,
    T: Repr,
{
    let location = SourceLocation::caller();
    async move {
        if seconds > 0.0 {
            return timeout(seconds, what.into_future()).await;
        }
        let task = what.into_task(location);
        if task.is_done() {
            return task.await;
        }
        cancel_and_wait(task.future().clone()).await?;
        // A task that refused to be cancelled has its value, or its error.
        task.await.map_err(|error| match error {
            Error::Cancelled(_) => Error::timed_out(),
            error => error,
        })
    }
}
