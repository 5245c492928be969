//! Blocking: a call that keeps control while time passes, so that nobody runs.

use crate::runtime::core::current;
use crate::runtime::event::SourceLocation;
use crate::runtime::moment::Nanos;

/// Stops the whole event loop for a number of seconds: Python's `time.sleep`.
///
/// It is not awaited: the task keeps control, no timer fires and no other task runs. On a live
/// clock in a page the page stays alive; the loop counts the time as passed and goes on when it
/// has. In a thread, it stops that thread alone.
#[track_caller]
pub fn blocking_sleep(seconds: f64) {
    let (event_loop, length) = (current::event_loop(), Nanos::from_seconds(seconds));
    if !event_loop.block_thread(length) {
        event_loop.block(length, SourceLocation::caller());
    }
}
