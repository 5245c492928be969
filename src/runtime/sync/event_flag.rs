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
pub struct EventFlag(Rc<Shared>);

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
        self.0.is_set.get()
    }

    /// Returns how many tasks wait for the flag.
    pub fn waiters(&self) -> usize {
        self.0.waiters.len()
    }

    /// Sets the flag, and wakes all tasks that wait.
    pub fn set(&self) {
        if !self.0.is_set.replace(true) {
            let event_loop = current::event_loop();
            while self.0.waiters.wake_next(&event_loop) {}
        }
    }

    /// Clears the flag: tasks that come from now on wait.
    pub fn clear(&self) {
        self.0.is_set.set(false);
    }

    /// Waits until the flag is set; goes on without giving up control if the flag is set already.
    ///
    /// A task that was woken goes on even if the flag is cleared before its step.
    ///
    /// # Errors
    /// The cancellation of the wait.
    #[track_caller]
    pub fn wait(&self) -> impl Future<Output = Result<()>> + use<> {
        let (this, location) = (self.clone(), SourceLocation::caller());
        async move { this.wait_as(Wait::Event, location).await }
    }

    pub(super) async fn wait_as(&self, wait: Wait, location: SourceLocation) -> Result<()> {
        if self.is_set() {
            return Ok(());
        }
        self.0.waiters.wait(wait, location).await.outcome
    }
}
