//! Blocking: a call that keeps control while time passes, so that no other task runs.

use crate::runtime::core::current;
use crate::runtime::{Nanos, SourceLocation};

/// Stops the whole event loop for a number of seconds: Python's `time.sleep`.
///
/// The call is not awaited: the task keeps control, no timer fires and no other task runs. On a live
/// clock in a page the page stays alive: the loop counts the time as passed at once, and goes on when
/// the time has passed. In a thread, the call stops that thread alone.
#[track_caller]
pub fn blocking_sleep(seconds: f64) {
    let (event_loop, length) = (current::event_loop(), Nanos::from_seconds(seconds));
    if !event_loop.block_thread(length) {
        event_loop.block(length, SourceLocation::caller());
    }
}
