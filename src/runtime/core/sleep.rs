//! Sleeping: time passes, while the task gives up control, or keeps it.

use std::panic::Location;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::runtime::core::current;
use crate::runtime::{Nanos, Result, SourceLocation};

/// Sleeps for a number of seconds: asyncio's `sleep`.
///
/// Other tasks run meanwhile. With zero or less the task goes on in the next tick. Otherwise the
/// task goes on one tick after its timer came due.
///
/// # Cancel safety
/// A cancelled sleep ends at once with [`Error::Cancelled`](crate::runtime::Error::Cancelled).
#[track_caller]
pub fn sleep(seconds: f64) -> Sleep {
    Sleep {
        length: Nanos::from_seconds(seconds),
        location: Location::caller(),
        waits: false,
    }
}

/// A sleep, which begins at the first poll.
#[derive(Debug)]
#[must_use = "a sleep does nothing unless it is awaited"]
pub struct Sleep {
    length: Nanos,
    // A reference is one word instead of three, as sleeps may be many.
    location: &'static Location<'static>,
    /// Whether the task gave up control here.
    waits: bool,
}

impl Future for Sleep {
    type Output = Result<()>;

    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Result<()>> {
        let event_loop = current::event_loop();
        if self.waits {
            return Poll::Ready(event_loop.take_thrown().map_or(Ok(()), Err));
        }
        self.waits = true;
        let location = SourceLocation::of(self.location);
        if self.length == Nanos::ZERO {
            event_loop.yield_now(location);
        } else {
            event_loop.sleep_until(event_loop.time().after(self.length), location);
        }
        Poll::Pending
    }
}

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
