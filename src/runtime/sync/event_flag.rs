//! Flags that tasks wait for.

use std::cell::Cell;
use std::rc::Rc;

use crate::runtime::core::current;
use crate::runtime::error::Result;
use crate::runtime::event::SourceLocation;
use crate::runtime::sync::wait_queue::WaitQueue;
use crate::runtime::wait::Wait;

/// A flag that wakes all who wait for it when it is set: asyncio's `Event`. Clones are the same.
///
/// The name `Event` is that of the events of a trace here.
#[derive(Clone, Debug, Default)]
pub struct EventFlag {
    shared: Rc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    is_set: Cell<bool>,
    line: WaitQueue,
}

impl EventFlag {
    /// Makes a flag that is not set.
    #[must_use]
    pub fn new() -> EventFlag {
        EventFlag::default()
    }

    /// Says whether the flag is set.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.shared.is_set.get()
    }

    /// Returns how many wait for it.
    #[must_use]
    pub fn waiters(&self) -> usize {
        self.shared.line.len()
    }

    /// Sets the flag, and wakes all who wait.
    ///
    /// # Panics
    /// Outside of a run.
    pub fn set(&self) {
        if !self.shared.is_set.replace(true) {
            self.shared.line.wake_all(&current::event_loop());
        }
    }

    /// Takes the flag back: who comes from now on waits.
    pub fn clear(&self) {
        self.shared.is_set.set(false);
    }

    /// Waits until the flag is set; goes on without giving up control if it is.
    ///
    /// Who was woken goes on even if the flag was taken back before it ran.
    #[track_caller]
    pub fn wait(&self) -> impl std::future::Future<Output = Result<()>> + use<> {
        self.wait_as(Wait::Event, SourceLocation::caller())
    }

    pub(in crate::runtime) fn wait_as(
        &self,
        wait: Wait,
        location: SourceLocation,
    ) -> impl std::future::Future<Output = Result<()>> + use<> {
        let shared = self.shared.clone();
        async move {
            if shared.is_set.get() {
                return Ok(());
            }
            shared.line.wait(wait, location).await.outcome
        }
    }
}
