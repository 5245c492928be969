//! Conditions: a task that holds a lock waits until another task notifies it of a change.

use std::rc::Rc;

use crate::runtime::core::current;
use crate::runtime::sync::WaitQueue;
use crate::runtime::{Error, Held, Lock, Result, SourceLocation, Wait};

/// A lock whose holders wait to be notified: asyncio's `Condition`. Clones are the same condition.
#[derive(Clone, Debug, Default)]
pub struct Condition {
    lock: Lock,
    waiters: Rc<WaitQueue>,
}

/// What the trace records as the wait for a notification, and for the lock after it.
const WAITS: (Wait, Wait) = (Wait::Condition, Wait::Lock);

impl Condition {
    /// Makes a condition with a lock of its own.
    pub fn new() -> Condition {
        Condition::default()
    }

    /// Makes a condition with a lock that has other uses, too.
    pub fn with_lock(lock: Lock) -> Condition {
        let waiters = Rc::default();
        Condition { lock, waiters }
    }

    /// Returns the lock, which a task has to hold to wait and to notify.
    pub fn lock(&self) -> &Lock {
        &self.lock
    }

    /// Returns how many tasks wait to be notified.
    pub fn waiters(&self) -> usize {
        self.waiters.len()
    }

    /// Takes the lock: `async with condition`.
    ///
    /// # Errors
    /// As [`Lock::acquire`].
    #[track_caller]
    pub fn acquire(&self) -> impl Future<Output = Result<Held>> + use<> {
        self.lock.acquire()
    }

    /// Releases the lock, waits to be notified, and takes the lock again: asyncio's `wait`.
    ///
    /// # Errors
    /// `RuntimeError` if the lock is not held.
    ///
    /// # Cancel safety
    /// A cancelled wait takes the lock again, too, before it raises. A notification that it may have
    /// received goes to the next task that waits.
    #[track_caller]
    pub fn wait(&self) -> impl Future<Output = Result<()>> + use<> {
        let (this, location) = (self.clone(), SourceLocation::caller());
        async move { this.wait_as(WAITS, location).await }
    }

    /// As [`Condition::wait`], with what the trace records as the two waits.
    pub(super) async fn wait_as(
        &self,
        (wait, wait_locked): (Wait, Wait),
        location: SourceLocation,
    ) -> Result<()> {
        self.check_locked("cannot wait on un-acquired lock")?;
        self.lock.release()?;
        let mut outcome = self.waiters.wait(wait, location).await.outcome;
        loop {
            match self.lock.acquire_as(wait_locked, location).await {
                Ok(held) => break held.keep(),
                Err(error) => outcome = Err(error),
            }
            // The latest cancellation is raised once the lock is held.
            if outcome.as_ref().is_err_and(|error| !error.is_cancelled()) {
                break;
            }
        }
        if outcome.is_err() {
            self.wake(1);
        }
        outcome
    }

    /// Waits until `predicate` holds: asyncio's `wait_for`.
    ///
    /// # Errors
    /// As [`Condition::wait`].
    #[track_caller]
    pub fn wait_for<P: FnMut() -> bool>(
        &self,
        predicate: P,
    ) -> impl Future<Output = Result<()>> + use<P> {
        let (this, location) = (self.clone(), SourceLocation::caller());
        async move { this.wait_for_as(predicate, WAITS, location).await }
    }

    pub(super) async fn wait_for_as<P: FnMut() -> bool>(
        &self,
        mut predicate: P,
        waits: (Wait, Wait),
        location: SourceLocation,
    ) -> Result<()> {
        while !predicate() {
            self.wait_as(waits, location).await?;
        }
        Ok(())
    }

    /// Wakes up to `n` tasks that wait; each goes on once it has the lock: asyncio's `notify`.
    ///
    /// # Errors
    /// `RuntimeError` if the lock is not held.
    pub fn notify(&self, n: usize) -> Result<()> {
        self.check_locked("cannot notify on un-acquired lock")?;
        self.wake(n);
        Ok(())
    }

    /// Wakes all tasks that wait.
    ///
    /// # Errors
    /// `RuntimeError` if the lock is not held.
    pub fn notify_all(&self) -> Result<()> {
        self.notify(self.waiters.len())
    }

    fn check_locked(&self, message: &str) -> Result<()> {
        let error = || Error::raised("RuntimeError", message);
        self.lock.is_locked().then_some(()).ok_or_else(error)
    }

    fn wake(&self, n: usize) {
        let event_loop = current::event_loop();
        let mut left = n;
        while left > 0 && self.waiters.wake_next(&event_loop) {
            left -= 1;
        }
    }
}
