//! Binary search among numbers, where what is searched is worked out and not a slice.
//!
//! The predicates are `dyn`, so that the page's module holds one search and not one per caller.

use std::ops::Range;

/// Returns the first number of a range for which `is_before` is false. It must be true for all
/// numbers before that one and false for all after it.
pub(super) fn first_not(range: Range<usize>, is_before: &dyn Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low.midpoint(high);
        if is_before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// As [`first_not`], but starts at `near`, which is in the range or at its end: the nearer the
/// result is, the fewer numbers are asked about.
pub(super) fn first_not_near(
    range: Range<usize>,
    near: usize,
    is_before: &dyn Fn(usize) -> bool,
) -> usize {
    let (mut low, mut high, mut step) = (near, near, 1);
    while low > range.start && !is_before(low - 1) {
        high = low - 1;
        low = high.saturating_sub(step).max(range.start);
        step *= 2;
    }
    while high < range.end && is_before(high) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    first_not(low..high.min(range.end), is_before)
}

#[cfg(test)]
mod tests {
    use super::{first_not, first_not_near};

    #[test]
    fn a_number_is_found_from_everywhere() {
        for answer in 3..20 {
            let is_before = |number: usize| number < answer;
            assert_eq!(first_not(3..19, &is_before), answer.min(19));
            for near in 3..=19 {
                let found = first_not_near(3..19, near, &is_before);
                assert_eq!(found, answer.min(19), "from {near}");
            }
        }
    }
}
