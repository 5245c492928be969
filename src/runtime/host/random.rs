//! CPython's random numbers, from a seed: the only randomness of a program.

use rand_mt::Mt;

/// A generator that gives what Python's `random.Random(seed)` gives.
///
/// # Examples
/// ```
/// use interleave::runtime::Random;
///
/// let mut random = Random::new(1);
/// assert_eq!([random.randint(1, 10), random.randint(1, 10), random.randint(1, 10)], [3, 10, 2]);
/// ```
#[derive(Debug)]
pub struct Random {
    twister: Mt,
}

impl Random {
    /// Makes the generator that Python's `random.seed(seed)` makes.
    pub fn new(seed: u64) -> Random {
        // CPython seeds with the 32-bit digits of the number, lowest first, and at least one.
        let (low, high) = (seed as u32, (seed >> 32) as u32);
        let digits = [low].into_iter().chain((high > 0).then_some(high));
        Random {
            twister: Mt::new_with_key(digits),
        }
    }

    /// Returns a number from `low` to `high`, both included: Python's `random.randint`.
    ///
    /// # Panics
    /// If the range is empty or does not fit into 32 bits.
    pub fn randint(&mut self, low: i64, high: i64) -> i64 {
        let width = u32::try_from(high - low + 1).expect("a range of at most 2³² numbers");
        assert!(width > 0, "an empty range from {low} to {high}");
        let bits = u32::BITS - width.leading_zeros();
        loop {
            let number = self.twister.next_u32() >> (u32::BITS - bits);
            if number < width {
                return low + i64::from(number);
            }
        }
    }

    /// Returns a number from 0 up to but not including 1: Python's `random.random`.
    pub fn random(&mut self) -> f64 {
        let high = f64::from(self.twister.next_u32() >> 5);
        let low = f64::from(self.twister.next_u32() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }
}
