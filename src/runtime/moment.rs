//! Moments of a run, in whole nanoseconds since the run started.
//!
//! The numbers are whole, so that 0.1 s + 0.2 s meets 0.3 s: two sleeps that a reader would call
//! equal end at the same moment, and a rule decides their order instead of rounding.

use std::fmt;

/// A moment of a run, or a length of time, in nanoseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nanos(pub u64);

impl Nanos {
    /// The moment at which a run starts.
    pub const ZERO: Nanos = Nanos(0);

    /// Converts seconds, rounding to the nearest nanosecond.
    ///
    /// A negative number and NaN become zero; a number beyond 584 years becomes the last moment.
    pub fn from_seconds(seconds: f64) -> Nanos {
        // `as` saturates at both ends and turns NaN into 0, as the documentation above promises.
        Nanos((seconds * 1e9).round() as u64)
    }

    /// Converts to seconds.
    pub fn seconds(self) -> f64 {
        self.0 as f64 / 1e9
    }

    /// Adds a length of time; the sum is at most the last moment.
    pub fn after(self, length: Nanos) -> Nanos {
        Nanos(self.0.saturating_add(length.0))
    }

    /// Returns the length of time since `earlier`, zero if `earlier` is later.
    pub fn since(self, earlier: Nanos) -> Nanos {
        Nanos(self.0.saturating_sub(earlier.0))
    }

    /// Reads plain decimal seconds, like `1.5`: digits with at most one point.
    ///
    /// Returns none for any other text, such as `1e3`, `-1` and `inf`. The standard library's
    /// reading and writing of floating-point numbers is 22 KB of code that a page would download.
    pub fn parse(text: &str) -> Option<Nanos> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) || (whole.is_empty() && part.is_empty()) {
            return None;
        }
        let whole: u64 = match whole {
            "" => 0,
            whole => whole.parse().ok()?,
        };
        // Nine digits are nanoseconds; further digits are dropped.
        let part = part.bytes().chain(std::iter::repeat(b'0')).take(9);
        let part = part.fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
        let nanos = whole.checked_mul(1_000_000_000)?;
        nanos.checked_add(part).map(Nanos)
    }

    /// Writes seconds with a number of decimals from 0 to 9, rounded.
    pub fn decimal(self, places: usize) -> String {
        let unit = 10_u64.pow(9 - places.min(9) as u32);
        let rounded = self.0.saturating_add(unit / 2) / unit;
        let units_per_s = 1_000_000_000 / unit;
        let (whole, part) = (rounded / units_per_s, rounded % units_per_s);
        if places == 0 {
            whole.to_string()
        } else {
            format!("{whole}.{part:0places$}")
        }
    }

    /// Writes seconds as shortly as a number of decimals allows: `1.5`, not `1.50`.
    pub fn short(self, places: usize) -> String {
        let text = self.decimal(places);
        if places == 0 {
            return text;
        }
        text.trim_end_matches('0').trim_end_matches('.').to_string()
    }
}

impl fmt::Display for Nanos {
    /// Writes seconds with two decimals, as the line with the wall time has them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} s", self.decimal(2))
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
    fn reads_and_writes_plain_decimals() {
        let check = |text: &str, nanos: u64, short: &str| {
            let read = Nanos::parse(text).expect(text);
            assert_eq!((read, read.short(9).as_str()), (Nanos(nanos), short));
        };
        check("1.5", 1_500_000_000, "1.5");
        check("10", 10_000_000_000, "10");
        check(".25", 250_000_000, "0.25");
        check("0.0000000019", 1, "0.000000001");
        let too_large = "99999999999999999999";
        for wrong in ["", ".", "-1", "1e3", "inf", "NaN", "1.2.3", too_large] {
            assert_eq!(Nanos::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Nanos(9_999_000_000).decimal(2), "10.00");
        assert_eq!(Nanos(1_234_500_000).decimal(0), "1");
    }

    #[test]
    fn what_makes_no_sense_is_no_time() {
        assert_eq!(Nanos::from_seconds(-1.0), Nanos::ZERO);
        assert_eq!(Nanos::from_seconds(f64::NAN), Nanos::ZERO);
        assert_eq!(Nanos::from_seconds(f64::INFINITY), Nanos(u64::MAX));
    }
}
