//! Wakes a live run that waits: when a response arrives, or when the run is stopped.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::{sync::Notify, time::timeout};

/// Wakes and stops a live run. Any thread may use it.
#[derive(Debug, Default)]
pub struct Interrupt {
    is_raised: Mutex<bool>,
    /// Wakes a blocked thread.
    raised: Condvar,
    /// Wakes a waiting future. A notification is kept until a future waits.
    notify: Notify,
}

impl Interrupt {
    /// Stops the run, wherever it waits.
    pub fn raise(&self) {
        *self.lock() = true;
        self.raised.notify_all();
        self.wake();
    }

    /// Says whether the run was stopped.
    pub(super) fn is_raised(&self) -> bool {
        *self.lock()
    }

    /// Wakes the run, now or as soon as it waits.
    pub(super) fn wake(&self) {
        self.notify.notify_one();
    }

    pub(super) async fn woken(&self) {
        self.notify.notified().await;
    }

    pub(super) async fn woken_within(&self, length: Duration) {
        // The run goes on in both cases.
        let _ = timeout(length, self.woken()).await;
    }

    /// Blocks the thread for a length of time, or until the run is stopped.
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
