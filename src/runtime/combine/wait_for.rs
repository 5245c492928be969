//! Waiting for one thing, for so long and no longer.

use crate::runtime::combine::timeout::timeout;
use crate::runtime::combine::wait::cancel_and_wait;
use crate::runtime::core::task::IntoTask;
use crate::runtime::error::{Error, Result};
use crate::runtime::event::SourceLocation;
use crate::runtime::repr::Repr;

/// Awaits a coroutine or a task for a number of seconds: asyncio's `wait_for`.
///
/// As since 3.12, a coroutine runs inside of the caller's task; only with no time at all it becomes
/// a task, which is cancelled before it begins.
///
/// # Errors
/// What is awaited raises, and `TimeoutError` if the time is over.
///
/// # Cancel safety
/// When the time is over, or the wait is cancelled, what is awaited is cancelled, too.
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
