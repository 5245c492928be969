//! Semaphores: a limit on how many tasks do something at once.

use std::cell::Cell;
use std::rc::Rc;

use crate::runtime::sync::WaitQueue;
use crate::runtime::{Error, EventLoop, Result, SourceLocation, Wait};

/// A number of permits that tasks take and give back: asyncio's `Semaphore`. Clones are the same
/// semaphore.
#[derive(Clone, Debug)]
pub struct Semaphore(Rc<Shared>);

#[derive(Debug)]
struct Shared {
    free: Cell<usize>,
    /// How many permits there are at most, for a `BoundedSemaphore`.
    permits_max: Option<usize>,
    waiters: WaitQueue,
}

impl Semaphore {
    /// Makes a semaphore with a number of free permits.
    pub fn new(permits: usize) -> Semaphore {
        Semaphore::with(permits, None)
    }

    /// Makes a semaphore that takes back no more permits than it gave: asyncio's `BoundedSemaphore`.
    pub fn bounded(permits: usize) -> Semaphore {
        Semaphore::with(permits, Some(permits))
    }

    fn with(permits: usize, permits_max: Option<usize>) -> Semaphore {
        let shared = Shared {
            free: Cell::new(permits),
            permits_max,
            waiters: WaitQueue::default(),
        };
        Semaphore(Rc::new(shared))
    }

    /// Returns how many permits are free: asyncio's `_value`.
    pub fn free(&self) -> usize {
        self.0.free.get()
    }

    /// Returns how many tasks wait for a permit.
    pub fn waiters(&self) -> usize {
        self.0.waiters.len()
    }

    /// Returns whether a task has to wait for a permit, as none is free or other tasks wait already.
    pub fn is_locked(&self) -> bool {
        self.0.free.get() == 0 || self.0.waiters.has_waiters()
    }

    /// Takes a permit, after waiting if none is free: asyncio's `acquire`.
    ///
    /// The permit is given back when the returned guard is dropped, as at the end of `async with`.
    ///
    /// # Errors
    /// The cancellation of the wait.
    ///
    /// # Cancel safety
    /// A cancelled wait takes no permit. A permit that it was just given goes to the next task.
    #[track_caller]
    pub fn acquire(&self) -> impl Future<Output = Result<Permit>> + use<> {
        let (this, location) = (self.clone(), SourceLocation::caller());
        async move {
            let shared = &this.0;
            if this.is_locked() {
                let waited = shared.waiters.wait(Wait::Permit, location).await;
                if waited.outcome.is_err() && waited.was_woken {
                    shared.free.set(shared.free.get() + 1);
                }
                while shared.free.get() > 0 && shared.wake_next() {}
                waited.outcome?;
            } else {
                shared.free.set(shared.free.get() - 1);
            }
            Ok(Permit(Some(this)))
        }
    }

    /// Gives a permit back, or adds a new one: asyncio's `release`.
    ///
    /// # Errors
    /// `ValueError` if the semaphore is bounded, and all its permits are free.
    pub fn release(&self) -> Result<()> {
        let free = self.0.free.get();
        if self.0.permits_max.is_some_and(|max| free >= max) {
            let message = "BoundedSemaphore released too many times";
            return Err(Error::raised("ValueError", message));
        }
        self.0.free.set(free + 1);
        self.0.wake_next();
        Ok(())
    }
}

impl Shared {
    /// Gives a permit to the first task that waits. Returns false if there is none.
    fn wake_next(&self) -> bool {
        let event_loop = EventLoop::current();
        let is_woken = event_loop.is_some_and(|event_loop| self.waiters.wake_next(&event_loop));
        if is_woken {
            self.free.set(self.free.get() - 1);
        }
        is_woken
    }
}

/// A permit of a semaphore, which is given back when this guard is dropped.
#[must_use = "the permit is given back as soon as this is dropped"]
#[derive(Debug)]
pub struct Permit(Option<Semaphore>);

impl Permit {
    /// Keeps the permit: the caller has to call [`Semaphore::release`].
    pub fn keep(mut self) {
        self.0 = None;
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some(semaphore) = self.0.take() {
            // The error says that the permit was given back by hand before: there is nothing to do.
            let _ = semaphore.release();
        }
    }
}
