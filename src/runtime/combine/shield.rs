//! Shielding a task from the cancellation of the task that awaits it: asyncio's `shield`.

use std::rc::Rc;

use crate::runtime::core::current;
use crate::runtime::{DoneFuture, EventLoop, Future, FutureWait, IntoTask, Repr, SourceLocation};

/// Makes a task of a coroutine, and waits for the task without passing on a cancellation: asyncio's
/// `shield`.
///
/// # Cancel safety
/// A cancelled wait raises at once, and the task goes on.
#[track_caller]
pub fn shield<I: IntoTask>(what: I) -> FutureWait<I::Output> {
    let location = SourceLocation::caller();
    let outer = shield_future(what.into_task(location).future().clone());
    outer.wait_as(outer.core().awaited_as(), location)
}

/// Returns a future that ends as `inner` does, and whose cancelling leaves `inner` alone.
///
/// If `inner` is done, it is returned itself.
pub fn shield_future<T: Repr>(inner: Rc<Future<T>>) -> Rc<Future<T>> {
    if inner.core().is_done() {
        return inner;
    }
    let event_loop = current::event_loop();
    let outer = Future::new();
    let (source, target) = (inner.clone(), outer.clone());
    let end = move |event_loop: &Rc<EventLoop>| {
        if target.core().is_cancelled() {
            source.core().see_error();
        } else if source.core().is_cancelled() {
            target.core().cancel(event_loop, None);
        } else if let Some(result) = source.result() {
            target.set(event_loop, result);
        }
    };
    let callback = inner.core().add_done_callback(&event_loop, end);
    outer.core().add_done_callback(&event_loop, move |_| {
        if !inner.core().is_done() {
            callback.cancel();
        }
    });
    outer
}
