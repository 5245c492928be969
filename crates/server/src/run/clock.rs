//! The live clock of the command.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use interleave::runtime::{Clock, Nanos};

use super::interrupt::Interrupt;

/// Real time since the run began.
pub(super) struct Live {
    started: Instant,
    interrupt: Arc<Interrupt>,
}

impl Live {
    /// Starts a clock, whose stretches of blocking end early where the run is stopped.
    pub(super) fn start(interrupt: Arc<Interrupt>) -> Self {
        Self {
            started: Instant::now(),
            interrupt,
        }
    }

    /// Returns how long it is to a moment of the run.
    pub(super) fn until(&self, moment: Nanos) -> Duration {
        Duration::from_nanos(moment.since(self.now()).0)
    }
}

impl Clock for Live {
    fn now(&self) -> Nanos {
        // 584 years of nanoseconds fit.
        Nanos(self.started.elapsed().as_nanos() as u64)
    }

    fn reach(&self, deadline: Nanos) -> bool {
        self.now() >= deadline
    }

    /// Stops the thread: that nothing else goes on meanwhile is what the lesson shows, and unlike
    /// in a page nobody is there whom it would freeze.
    fn block(&self, length: Nanos) {
        self.interrupt.block(Duration::from_nanos(length.0));
    }
}
