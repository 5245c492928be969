//! Locks: one at a time.

use std::cell::Cell;
use std::rc::Rc;

use crate::runtime::core::event_loop::EventLoop;
use crate::runtime::error::{Error, Result};
use crate::runtime::event::SourceLocation;
use crate::runtime::sync::wait_queue::WaitQueue;
use crate::runtime::wait::Wait;

/// What one task holds at a time: asyncio's `Lock`. Clones are the same lock.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    shared: Rc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    is_locked: Cell<bool>,
    line: WaitQueue,
}

impl Lock {
    /// Makes a lock that nobody holds.
    #[must_use]
    pub fn new() -> Lock {
        Lock::default()
    }

    /// Says whether somebody holds it: asyncio's `locked`.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.shared.is_locked.get()
    }

    /// Returns how many wait for it.
    #[must_use]
    pub fn waiters(&self) -> usize {
        self.shared.line.len()
    }

    /// Takes the lock, waiting in line if somebody holds it or waits: asyncio's `acquire`.
    ///
    /// It is released when the returned guard is dropped, as at the end of `async with`.
    ///
    /// # Cancel safety
    /// A cancelled wait takes nothing, and hands its turn to the next who waits.
    #[track_caller]
    pub fn acquire(&self) -> impl std::future::Future<Output = Result<Held>> + use<> {
        self.acquire_as(Wait::Lock, SourceLocation::caller())
    }

    pub(in crate::runtime) fn acquire_as(
        &self,
        wait: Wait,
        location: SourceLocation,
    ) -> impl std::future::Future<Output = Result<Held>> + use<> {
        let shared = self.shared.clone();
        async move {
            if shared.is_locked.get() || shared.line.is_waited_in() {
                let waited = shared.line.wait(wait, location).await;
                if let Err(error) = waited.outcome {
                    // Who was woken and cannot take the lock wakes the next instead.
                    if error.is_cancelled() && !shared.is_locked.get() {
                        shared.wake_first();
                    }
                    return Err(error);
                }
            }
            shared.is_locked.set(true);
            let lock = Lock { shared };
            Ok(Held { lock: Some(lock) })
        }
    }

    /// Gives the lock back, and wakes the first who waits: asyncio's `release`.
    ///
    /// # Errors
    /// `RuntimeError` if nobody holds it.
    pub fn release(&self) -> Result<()> {
        if !self.shared.is_locked.replace(false) {
            return Err(Error::raised("RuntimeError", "Lock is not acquired."));
        }
        self.shared.wake_first();
        Ok(())
    }
}

impl Shared {
    fn wake_first(&self) {
        if let Some(event_loop) = EventLoop::current() {
            self.line.wake_first(&event_loop);
        }
    }
}

/// A lock that is held, given back when dropped.
#[must_use = "the lock is released as soon as this is dropped"]
#[derive(Debug)]
pub struct Held {
    lock: Option<Lock>,
}

impl Held {
    /// Keeps the lock: it is up to the caller to [`Lock::release`] it.
    pub fn keep(mut self) {
        self.lock = None;
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(lock) = self.lock.take() {
            // Somebody may have released it by hand: then nothing is left to give back.
            let _ = lock.release();
        }
    }
}
