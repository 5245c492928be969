//! Flags: tasks wait until a flag is set.

use std::cell::Cell;
use std::rc::Rc;

use crate::runtime::core::current;
use crate::runtime::sync::WaitQueue;
use crate::runtime::{Result, SourceLocation, Wait};

/// A flag that wakes all tasks that wait for it when it is set: asyncio's `Event`. Clones are the
/// same flag.
///
/// The name `Event` is taken: here it means an event of a trace.
#[derive(Clone, Debug, Default)]
pub struct EventFlag {
    shared: Rc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    is_set: Cell<bool>,
    waiters: WaitQueue,
}

impl EventFlag {
    /// Makes a flag that is not set.
    pub fn new() -> EventFlag {
        EventFlag::default()
    }

    /// Returns whether the flag is set.
    pub fn is_set(&self) -> bool {
        self.shared.is_set.get()
    }

    /// Returns how many tasks wait for the flag.
    pub fn waiters(&self) -> usize {
        self.shared.waiters.len()
    }

    /// Sets the flag, and wakes all tasks that wait.
    ///
    /// # Panics
    /// Outside of a run.
    pub fn set(&self) {
        if !self.shared.is_set.replace(true) {
            self.shared.waiters.wake_all(&current::event_loop());
        }
    }

    /// Clears the flag: tasks that come from now on wait.
    pub fn clear(&self) {
        self.shared.is_set.set(false);
    }

    /// Waits until the flag is set; goes on without giving up control if the flag is set already.
    ///
    /// A task that was woken goes on even if the flag is cleared before its step.
    ///
    /// # Errors
    /// The cancellation of the wait.
    #[track_caller]
    pub fn wait(&self) -> impl std::future::Future<Output = Result<()>> + use<> {
        self.wait_as(Wait::Event, SourceLocation::caller())
    }

    pub(super) fn wait_as(
        &self,
        wait: Wait,
        location: SourceLocation,
    ) -> impl std::future::Future<Output = Result<()>> + use<> {
        let shared = self.shared.clone();
        async move {
            if shared.is_set.get() {
                return Ok(());
            }
            shared.waiters.wait(wait, location).await.outcome
        }
    }
}
