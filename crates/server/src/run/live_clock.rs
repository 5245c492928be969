//! The live clock of the command.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use interleave::runtime::{Clock, Nanos};

use super::interrupt::Interrupt;

/// Real time since the run started.
pub(super) struct LiveClock {
    started: Instant,
    interrupt: Arc<Interrupt>,
}

impl LiveClock {
    /// Starts a clock. A stop of the run ends a blocking call early.
    pub(super) fn start(interrupt: Arc<Interrupt>) -> Self {
        Self {
            started: Instant::now(),
            interrupt,
        }
    }

    /// Returns the time left until a moment of the run.
    pub(super) fn until(&self, moment: Nanos) -> Duration {
        Duration::from_nanos(moment.since(self.now()).0)
    }
}

impl Clock for LiveClock {
    fn now(&self) -> Nanos {
        // 584 years of nanoseconds fit.
        Nanos(self.started.elapsed().as_nanos() as u64)
    }

    fn reach(&self, deadline: Nanos) -> bool {
        self.now() >= deadline
    }

    /// Blocks the thread: the lesson shows that nothing else runs meanwhile. Unlike a page, the
    /// command has no reader whom a blocked thread would keep waiting.
    fn block(&self, length: Nanos) {
        self.interrupt.block(Duration::from_nanos(length.0));
    }
}
