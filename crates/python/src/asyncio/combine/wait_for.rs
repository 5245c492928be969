//! `asyncio.wait_for`.

use interleave::runtime::{DoneFuture, Error, Nanos, Result, Timeout, cancel_and_wait};
use rustpython_vm::PyObjectRef;

use super::timeout::{exit, with_cause};
use crate::asyncio::arguments::optional_seconds;
use crate::asyncio::core::ensure_future::ensure_future;
use crate::bridge::{checked, to_exception};
use crate::coroutines::{Awaited, PyAwait, coroutine};

/// `asyncio.wait_for`.
pub(in crate::asyncio) fn wait_for(awaitable: PyObjectRef, timeout: PyObjectRef) -> PyAwait {
    coroutine("wait_for", async move {
        let delay = checked(|vm| optional_seconds(&timeout, vm))?;
        if delay.is_some_and(|delay| delay <= 0.0) {
            return cancel_at_once(awaitable).await;
        }
        let timeout = Timeout::after(delay.map(Nanos::from_seconds));
        timeout.enter()?;
        let outcome = match checked(|vm| Awaited::new(awaitable, vm)) {
            Ok(awaited) => awaited.await,
            Err(error) => Err(error),
        };
        let raised = outcome.as_ref().err();
        let raised = checked(|vm| Ok(raised.map(|error| to_exception(error, vm))))?;
        exit(&timeout, raised)?;
        outcome
    })
}

/// Returns the result of an awaitable that is done already, and cancels any other one.
async fn cancel_at_once(awaitable: PyObjectRef) -> Result<PyObjectRef> {
    let future = checked(|vm| ensure_future(awaitable, vm))?;
    let inner = checked(|vm| Ok(future.inner(vm)?.clone()))?;
    if inner.core().is_done() {
        // A future that was cancelled before did not time out.
        return checked(|vm| future.outcome(vm));
    }
    cancel_and_wait(inner.clone()).await?;
    match checked(|vm| future.outcome(vm)) {
        Err(error) if error.is_cancelled() => {
            let cause = checked(|vm| Ok(to_exception(&error, vm)))?;
            Err(with_cause(&Error::timed_out(), Some(cause)))
        }
        outcome => outcome,
    }
}
