//! Pulling at the end of a sleep: the value of a parameter with which it ends at a place.
//!
//! How far an end moves with a value is the program's business. A producer that pauses five times
//! moves its third end three times as far; a step that is taken at another moment opens that moment
//! on an elastic axis, and pushes the end aside. So the lesson is run with one value and another,
//! and asked. A longer sleep never ends farther left: the right value lies between two of these.

use super::arguments::Arguments;
use super::catalogue::Lesson;
use super::parameter::{Kind, Parameter, SECONDS_STEP};
use super::sleeps::{Nth, Sleeps};
use crate::runtime::Nanos;

/// Where a sleep ends, if there is one: when, and after how many steps.
type End = Option<(Nanos, u64)>;

/// A sleep whose length comes from a parameter, while its end is pulled.
#[derive(Clone, Debug)]
pub struct Pull {
    lesson: &'static Lesson,
    /// The values of the run in which the pull began.
    arguments: Arguments,
    /// Which sleep it is.
    pub nth: Nth,
    /// What is changed.
    pub parameter: &'static Parameter,
    /// The ends that are known, by the value in steps.
    known: Vec<(u64, End)>,
}

impl Pull {
    /// Begins to pull at a sleep of a run with these values.
    #[must_use]
    pub fn new(
        lesson: &'static Lesson,
        arguments: Arguments,
        nth: Nth,
        parameter: &'static Parameter,
    ) -> Pull {
        Pull {
            lesson,
            arguments,
            nth,
            parameter,
            known: Vec::new(),
        }
    }

    /// Returns the value with which the sleep ends nearest to a place. `place` says where an end is;
    /// it must not decrease with either of its numbers.
    pub fn value_at(&mut self, target: f64, place: impl Fn(Nanos, u64) -> f64) -> Nanos {
        let most = steps_max(self.parameter);
        let now = (self.arguments.length(self.parameter.name).0 / SECONDS_STEP.0).min(most);
        let mut place_of = |steps| {
            let end = self.end(steps);
            end.map_or(f64::NEG_INFINITY, |(time, order)| place(time, order))
        };
        // Strides grow until the place lies between two values; halving finds the value then.
        let (mut low, mut high, mut stride) = (now, now, 1);
        while low > 0 && place_of(low) > target {
            (high, low) = (low, low.saturating_sub(stride));
            stride *= 2;
        }
        while high < most && place_of(high) <= target {
            (low, high) = (high, (high + stride).min(most));
            stride *= 2;
        }
        while high - low > 1 {
            let middle = low.midpoint(high);
            if place_of(middle) <= target {
                low = middle;
            } else {
                high = middle;
            }
        }
        let is_high_nearer = place_of(high) - target < target - place_of(low);
        length(if is_high_nearer { high } else { low })
    }

    /// Notes where the sleep ends in a run that was made with a value, so that it need not be asked.
    pub fn note(&mut self, value: Nanos, sleeps: &Sleeps) {
        if value > Nanos::ZERO && value.0.is_multiple_of(SECONDS_STEP.0) {
            let end = end_of(sleeps, self.nth, value);
            self.keep(value.0 / SECONDS_STEP.0, end);
        }
    }

    fn end(&mut self, steps: u64) -> End {
        if steps == 0 {
            // Nobody sleeps for no time: what would be such a sleep ends where the shortest begins.
            let (time, order) = self.end(1)?;
            return Some((time.since(SECONDS_STEP), order));
        }
        if let Some((_, end)) = self.known.iter().find(|(known, _)| *known == steps) {
            return *end;
        }
        let value = length(steps);
        let other = self.arguments.with_lengths([(self.parameter, value)]);
        let end = end_of(&self.lesson.sleeps(&other), self.nth, value);
        self.keep(steps, end);
        end
    }

    fn keep(&mut self, steps: u64, end: End) {
        if !self.known.iter().any(|(known, _)| *known == steps) {
            self.known.push((steps, end));
        }
    }
}

/// Returns a value that is some steps more than another, or less: on the steps, and within bounds.
#[must_use]
pub fn stepped(parameter: &Parameter, value: Nanos, by: i64) -> Nanos {
    let step = SECONDS_STEP.0;
    let from = if by < 0 {
        value.0.div_ceil(step)
    } else {
        value.0 / step
    };
    length(from.saturating_add_signed(by).min(steps_max(parameter)))
}

fn length(steps: u64) -> Nanos {
    Nanos(steps * SECONDS_STEP.0)
}

fn steps_max(parameter: &Parameter) -> u64 {
    match parameter.kind {
        Kind::Seconds { max, .. } => Nanos::from_seconds(max.into()).0 / SECONDS_STEP.0,
        _ => 0,
    }
}

/// Returns where a sleep ends, if it is as long as a value says: in a run that goes another way the
/// task's nth sleep may be another.
fn end_of(sleeps: &Sleeps, nth: Nth, value: Nanos) -> End {
    let slept = sleeps.get(nth).filter(|slept| slept.length == value)?;
    Some((slept.until, slept.steps))
}
