//! Clocks: how a run's time passes.
//!
//! When nothing is ready, the loop asks its clock whether the next deadline is reached. The
//! simulated clock jumps there and says yes; a live clock says yes only when the time has passed.

use std::cell::Cell;

use crate::runtime::Nanos;

/// The clock of one run. The run's time starts at zero.
pub trait Clock {
    /// Returns the present moment of the run. Time never goes back.
    fn now(&self) -> Nanos;

    /// Returns whether `deadline` is reached. A simulated clock jumps there and returns true.
    fn reach(&self, deadline: Nanos) -> bool;

    /// Passes `length` with everything stopped, as Python's `time.sleep` does.
    ///
    /// A live clock that cannot stop its thread, as in a page, returns at once: the loop counts the
    /// time as passed, and waits until the clock has reached that moment.
    fn block(&self, length: Nanos);
}

/// A clock that stands still while anything is ready, and then jumps to the next deadline. Ten
/// seconds of sleep cost no time, and the same program gives the same trace, always.
#[derive(Debug, Default)]
pub struct Simulated(Cell<Nanos>);

impl Clock for Simulated {
    fn now(&self) -> Nanos {
        self.0.get()
    }

    fn reach(&self, deadline: Nanos) -> bool {
        self.0.set(self.0.get().max(deadline));
        true
    }

    fn block(&self, length: Nanos) {
        self.0.set(self.0.get().after(length));
    }
}
