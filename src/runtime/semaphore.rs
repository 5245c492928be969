//! Semaphores: how many may do something at once.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::core::DoneFuture;
use super::current;
use super::error::Result;
use super::event::{Place, StepEnd};
use super::event_loop::EventLoop;
use super::future::Future;

/// A number of places that tasks take and give back: asyncio's `Semaphore`. Clones are the same.
#[derive(Clone, Debug)]
pub struct Semaphore {
    shared: Rc<Shared>,
}

#[derive(Debug)]
struct Shared {
    free: Cell<usize>,
    /// Who waits for a place, first come first served.
    waiters: RefCell<VecDeque<Rc<Future<()>>>>,
}

impl Semaphore {
    /// Makes a semaphore with a number of free places.
    #[must_use]
    pub fn new(places: usize) -> Semaphore {
        let shared = Shared {
            free: Cell::new(places),
            waiters: RefCell::default(),
        };
        Semaphore {
            shared: Rc::new(shared),
        }
    }

    /// Takes a place, waiting for one if none is free: asyncio's `acquire`.
    ///
    /// The place is given back when the returned guard is dropped, as at the end of `async with`.
    ///
    /// # Cancel safety
    /// A cancelled wait takes no place, and hands on one that it was just given.
    #[track_caller]
    pub fn acquire(&self) -> impl std::future::Future<Output = Result<Permit>> + use<> {
        let (shared, place) = (self.shared.clone(), Place::caller());
        async move {
            let event_loop = current::event_loop();
            if shared.is_locked() {
                let turn = Future::new();
                shared.waiters.borrow_mut().push_back(turn.clone());
                let waited = turn.wait_as(StepEnd::WaitsForPermit, place).await;
                shared
                    .waiters
                    .borrow_mut()
                    .retain(|other| !Rc::ptr_eq(other, &turn));
                if waited.is_err() && turn.core().is_done() && !turn.core().is_cancelled() {
                    shared.free.set(shared.free.get() + 1);
                }
                while shared.free.get() > 0 && shared.wake_next(&event_loop) {}
                waited?;
            } else {
                shared.free.set(shared.free.get() - 1);
            }
            Ok(Permit { shared, event_loop })
        }
    }
}

impl Shared {
    /// Says whether a place must be waited for: none is free, or others wait already.
    fn is_locked(&self) -> bool {
        self.free.get() == 0
            || self
                .waiters
                .borrow()
                .iter()
                .any(|waiter| !waiter.core().is_cancelled())
    }

    /// Gives a place to the first who waits. Returns false if nobody does.
    fn wake_next(&self, event_loop: &Rc<EventLoop>) -> bool {
        let waiters = self.waiters.borrow();
        let Some(next) = waiters.iter().find(|waiter| !waiter.core().is_done()) else {
            return false;
        };
        self.free.set(self.free.get() - 1);
        next.set_result(event_loop, ())
    }
}

/// A place of a semaphore, given back when dropped.
#[must_use = "the place is given back as soon as this is dropped"]
#[derive(Debug)]
pub struct Permit {
    shared: Rc<Shared>,
    event_loop: Rc<EventLoop>,
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.shared.free.set(self.shared.free.get() + 1);
        self.shared.wake_next(&self.event_loop);
    }
}
