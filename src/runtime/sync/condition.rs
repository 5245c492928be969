//! Conditions: waiting, under a lock, until somebody says that something has changed.

use std::rc::Rc;

use crate::runtime::core::current;
use crate::runtime::error::{Error, Result};
use crate::runtime::event::SourceLocation;
use crate::runtime::sync::lock::{Held, Lock};
use crate::runtime::sync::wait_queue::WaitQueue;
use crate::runtime::wait::Wait;

/// A lock whose holders wait for each other's word: asyncio's `Condition`. Clones are the same.
#[derive(Clone, Debug, Default)]
pub struct Condition {
    lock: Lock,
    line: Rc<WaitQueue>,
}

impl Condition {
    /// Makes a condition with a lock of its own.
    #[must_use]
    pub fn new() -> Condition {
        Condition::default()
    }

    /// Makes a condition over a lock that others use too.
    #[must_use]
    pub fn with_lock(lock: Lock) -> Condition {
        Condition {
            lock,
            line: Rc::default(),
        }
    }

    /// Returns the lock, which is to be held while waiting and notifying.
    #[must_use]
    pub fn lock(&self) -> &Lock {
        &self.lock
    }

    /// Returns how many wait to be notified.
    #[must_use]
    pub fn waiters(&self) -> usize {
        self.line.len()
    }

    /// Takes the lock: `async with condition`.
    #[track_caller]
    pub fn acquire(&self) -> impl std::future::Future<Output = Result<Held>> + use<> {
        self.lock.acquire()
    }

    /// Releases the lock, waits to be notified, and takes the lock again: asyncio's `wait`.
    ///
    /// # Errors
    /// `RuntimeError` if nobody holds the lock.
    ///
    /// # Cancel safety
    /// A cancelled wait takes the lock again, too, before it raises; a notification that it may
    /// have been given goes to the next who waits.
    #[track_caller]
    pub fn wait(&self) -> impl std::future::Future<Output = Result<()>> + use<> {
        let wait = (Wait::Condition, Wait::Lock);
        self.wait_as(wait, SourceLocation::caller())
    }

    /// As [`Condition::wait`], with what the trace says of the two waits.
    pub(in crate::runtime) fn wait_as(
        &self,
        (wait, wait_locked): (Wait, Wait),
        location: SourceLocation,
    ) -> impl std::future::Future<Output = Result<()>> + use<> {
        let this = self.clone();
        async move {
            if !this.lock.is_locked() {
                let message = "cannot wait on un-acquired lock";
                return Err(Error::raised("RuntimeError", message));
            }
            this.lock.release()?;
            let mut outcome = this.line.wait(wait, location).await.outcome;
            loop {
                match this.lock.acquire_as(wait_locked, location).await {
                    Ok(held) => break held.keep(),
                    // The latest cancellation is raised once the lock is held.
                    Err(error) if error.is_cancelled() => outcome = Err(error),
                    Err(error) => {
                        outcome = Err(error);
                        break;
                    }
                }
            }
            if outcome.is_err() {
                this.wake(1);
            }
            outcome
        }
    }

    /// Waits until `predicate` holds: asyncio's `wait_for`.
    ///
    /// # Errors
    /// As [`Condition::wait`].
    #[track_caller]
    pub fn wait_for<P: FnMut() -> bool>(
        &self,
        predicate: P,
    ) -> impl std::future::Future<Output = Result<()>> + use<P> {
        let wait = (Wait::Condition, Wait::Lock);
        self.wait_for_as(predicate, wait, SourceLocation::caller())
    }

    pub(in crate::runtime) fn wait_for_as<P: FnMut() -> bool>(
        &self,
        mut predicate: P,
        wait: (Wait, Wait),
        location: SourceLocation,
    ) -> impl std::future::Future<Output = Result<()>> + use<P> {
        let this = self.clone();
        async move {
            while !predicate() {
                this.wait_as(wait, location).await?;
            }
            Ok(())
        }
    }

    /// Wakes up to `n` who wait; each goes on once it has the lock: asyncio's `notify`.
    ///
    /// # Errors
    /// `RuntimeError` if nobody holds the lock.
    pub fn notify(&self, n: usize) -> Result<()> {
        if !self.lock.is_locked() {
            let message = "cannot notify on un-acquired lock";
            return Err(Error::raised("RuntimeError", message));
        }
        self.wake(n);
        Ok(())
    }

    /// Wakes all who wait.
    ///
    /// # Errors
    /// `RuntimeError` if nobody holds the lock.
    pub fn notify_all(&self) -> Result<()> {
        self.notify(self.line.len())
    }

    fn wake(&self, n: usize) {
        let event_loop = current::event_loop();
        for _ in 0..n {
            if !self.line.wake_next(&event_loop) {
                return;
            }
        }
    }
}
