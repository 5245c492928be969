//! Moments of a run, in whole nanoseconds since it began.
//!
//! Whole numbers, so that 0.1 s + 0.2 s meets 0.3 s: two sleeps that a reader would call equal
//! end at the same moment, and their order is decided by a rule instead of by rounding.

use std::fmt;

/// A moment of a run, or a length of time, in nanoseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nanos(pub u64);

impl Nanos {
    /// The moment at which a run begins.
    pub const ZERO: Nanos = Nanos(0);

    /// Converts seconds, rounding to the nearest nanosecond.
    ///
    /// What is negative or not a number is zero; what is beyond 584 years is the last moment.
    #[must_use]
    pub fn from_seconds(seconds: f64) -> Nanos {
        // `as` saturates at both ends and turns NaN into 0, which is what this promises.
        Nanos((seconds * 1e9).round() as u64)
    }

    /// Converts to seconds.
    #[must_use]
    pub fn seconds(self) -> f64 {
        self.0 as f64 / 1e9
    }

    /// Adds a length of time, stopping at the last moment that can be said.
    #[must_use]
    pub fn after(self, length: Nanos) -> Nanos {
        Nanos(self.0.saturating_add(length.0))
    }

    /// Returns the length of time since `earlier`, zero if `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Nanos) -> Nanos {
        Nanos(self.0.saturating_sub(earlier.0))
    }
}

impl fmt::Display for Nanos {
    /// Writes seconds with two decimals, as the line with the wall time does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} s", self.seconds())
    }
}

#[cfg(test)]
mod tests {
    use super::Nanos;

    #[test]
    fn sums_of_sleeps_tie() {
        let sum = Nanos::from_seconds(0.1).after(Nanos::from_seconds(0.2));
        assert_eq!(sum, Nanos::from_seconds(0.3));
    }

    #[test]
    fn what_makes_no_sense_is_no_time() {
        assert_eq!(Nanos::from_seconds(-1.0), Nanos::ZERO);
        assert_eq!(Nanos::from_seconds(f64::NAN), Nanos::ZERO);
        assert_eq!(Nanos::from_seconds(f64::INFINITY), Nanos(u64::MAX));
    }
}
