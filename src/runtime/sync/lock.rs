//! Locks, which one task holds at a time.

use std::cell::Cell;
use std::rc::Rc;

use crate::runtime::sync::WaitQueue;
use crate::runtime::{Error, EventLoop, Result, SourceLocation, Wait};

/// A lock, which one task holds at a time: asyncio's `Lock`. Clones are the same lock.
#[derive(Clone, Debug, Default)]
pub struct Lock(Rc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    is_locked: Cell<bool>,
    waiters: WaitQueue,
}

impl Lock {
    /// Makes a lock that is free.
    pub fn new() -> Lock {
        Lock::default()
    }

    /// Returns whether the lock is held: asyncio's `locked`.
    pub fn is_locked(&self) -> bool {
        self.0.is_locked.get()
    }

    /// Returns how many tasks wait for the lock.
    pub fn waiters(&self) -> usize {
        self.0.waiters.len()
    }

    /// Takes the lock, after waiting if the lock is held or other tasks wait: asyncio's `acquire`.
    ///
    /// The lock is released when the returned guard is dropped, as at the end of `async with`.
    ///
    /// # Errors
    /// The cancellation of the wait.
    ///
    /// # Cancel safety
    /// A cancelled wait does not take the lock, and wakes the next task in the wait queue.
    #[track_caller]
    pub fn acquire(&self) -> impl Future<Output = Result<Held>> + use<> {
        let (this, location) = (self.clone(), SourceLocation::caller());
        async move { this.acquire_as(Wait::Lock, location).await }
    }

    pub(super) async fn acquire_as(&self, wait: Wait, location: SourceLocation) -> Result<Held> {
        let shared = &self.0;
        if shared.is_locked.get() || shared.waiters.has_waiters() {
            let waited = shared.waiters.wait(wait, location).await;
            if let Err(error) = waited.outcome {
                // A task that was woken and does not take the lock wakes the next one.
                if error.is_cancelled() && !shared.is_locked.get() {
                    shared.wake_first();
                }
                return Err(error);
            }
        }
        shared.is_locked.set(true);
        Ok(Held(Some(self.clone())))
    }

    /// Releases the lock, and wakes the first task that waits: asyncio's `release`.
    ///
    /// # Errors
    /// `RuntimeError` if the lock is not held.
    pub fn release(&self) -> Result<()> {
        if !self.0.is_locked.replace(false) {
            return Err(Error::raised("RuntimeError", "Lock is not acquired."));
        }
        self.0.wake_first();
        Ok(())
    }
}

impl Shared {
    fn wake_first(&self) {
        if let Some(event_loop) = EventLoop::current() {
            self.waiters.wake_first(&event_loop);
        }
    }
}

/// A held lock, which is released when this guard is dropped.
#[must_use = "the lock is released as soon as this is dropped"]
#[derive(Debug)]
pub struct Held(Option<Lock>);

impl Held {
    /// Keeps the lock held: the caller has to call [`Lock::release`].
    pub fn keep(mut self) {
        self.0 = None;
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(lock) = self.0.take() {
            // The error says that the lock was released by hand before: there is nothing to do.
            let _ = lock.release();
        }
    }
}
