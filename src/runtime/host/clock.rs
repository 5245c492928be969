//! Clocks: how a run's time passes.
//!
//! The loop asks its clock one thing when nothing is ready: "is this deadline reached?" The
//! simulated clock answers yes and is there; a live clock answers yes only when it is.

use std::cell::Cell;

use crate::runtime::moment::Nanos;

/// The clock of one run. Time is that of the run, beginning at zero.
pub trait Clock {
    /// Returns the present moment of the run. It never goes back.
    fn now(&self) -> Nanos;

    /// Says whether `deadline` is reached. A simulated clock jumps there and says yes.
    fn reach(&self, deadline: Nanos) -> bool;

    /// Passes `length` with everything stopped, as Python's `time.sleep` does.
    ///
    /// A live clock may return at once if it cannot stop its thread (a page cannot): the loop
    /// counts the time as passed, and `reach` holds everything back until it has.
    fn block(&self, length: Nanos);
}

/// A clock that stands still while anything is ready, and then jumps to the next deadline.
///
/// Ten seconds of sleep cost no time, and the same program gives the same trace, always.
#[derive(Debug, Default)]
pub struct Simulated {
    now: Cell<Nanos>,
}

impl Clock for Simulated {
    fn now(&self) -> Nanos {
        self.now.get()
    }

    fn reach(&self, deadline: Nanos) -> bool {
        self.now.set(self.now.get().max(deadline));
        true
    }

    fn block(&self, length: Nanos) {
        self.now.set(self.now.get().after(length));
    }
}
