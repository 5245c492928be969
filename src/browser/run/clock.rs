//! The live clock of a page.

use crate::runtime::{Clock, Nanos};

/// Real time since the run began, times a speed.
pub(in crate::browser) struct Live {
    started_ms: f64,
    speed: f64,
}

impl Live {
    /// Starts a clock that passes `speed` seconds of the run in each real one.
    pub(in crate::browser) fn start(speed: f64) -> Live {
        Live {
            started_ms: page_ms(),
            speed,
        }
    }

    /// Returns how many real milliseconds there are to a moment of the run, rounded up.
    pub(in crate::browser) fn ms_until(&self, moment: Nanos) -> u32 {
        let left = moment.since(self.now()).seconds() * 1000.0 / self.speed;
        // Timers of browsers hold 2³¹ - 1 ms; a longer wait is cut and taken up again.
        left.ceil().min(f64::from(i32::MAX)) as u32
    }
}

impl Clock for Live {
    fn now(&self) -> Nanos {
        Nanos::from_seconds((page_ms() - self.started_ms) / 1000.0 * self.speed)
    }

    fn reach(&self, deadline: Nanos) -> bool {
        self.now() >= deadline
    }

    /// Returns at once: a page that stops its thread is a frozen page. The loop counts the time
    /// as passed, and takes no turn until it has.
    fn block(&self, _length: Nanos) {}
}

/// Returns the milliseconds since the page was opened.
pub(in crate::browser) fn page_ms() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}
