//! What gets a live run out of its waits: an answer from outside, or somebody who stops it.

use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{sync::Notify, time::timeout};

/// Wakes a run that waits, and stops it. It may be used from any thread.
#[derive(Debug, Default)]
pub struct Interrupt {
    is_raised: Mutex<bool>,
    /// For who waits with the thread stopped.
    raised: Condvar,
    /// For who waits as a future. It keeps one ring until somebody listens.
    bell: Notify,
}

impl Interrupt {
    /// Asks the run to stop, wherever it waits.
    pub fn raise(&self) {
        *self.lock() = true;
        self.raised.notify_all();
        self.ring();
    }

    /// Tells whether the run was asked to stop.
    pub(super) fn is_raised(&self) -> bool {
        *self.lock()
    }

    /// Wakes the run to look around, now or as soon as it waits.
    pub(super) fn ring(&self) {
        self.bell.notify_one();
    }

    /// Waits until somebody rings.
    pub(super) async fn rung(&self) {
        self.bell.notified().await;
    }

    /// Waits until somebody rings, or for a length of time.
    pub(super) async fn rung_within(&self, length: Duration) {
        // Whichever came first, the run looks around.
        let _ = timeout(length, self.rung()).await;
    }

    /// Stops the thread for a length of time, or until the run is asked to stop.
    pub(super) fn block(&self, length: Duration) {
        let waited = self
            .raised
            .wait_timeout_while(self.lock(), length, |is_raised| !*is_raised);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    fn lock(&self) -> MutexGuard<'_, bool> {
        self.is_raised
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
