//! Solves a drag: finds the value with which a sleep ends at a position.
//!
//! How far the end moves with the value depends on the program. The third end of a producer that
//! pauses five times moves three times as far as the value; a step at a new moment opens that moment
//! on an elastic axis, and pushes the end aside. So the solver runs the lesson with one value after
//! another. A longer sleep never ends farther left: the right value lies between two that were tried.
//!
//! A run of many tasks takes too long to be made for a trial. There the solver uses the runs that are
//! shown: each is nearer than the one before.

use super::arguments::Arguments;
use super::length::Length;
use super::lesson::Lesson;
use super::parameter::SECONDS_STEP;
use super::sleeps::Nth;
use crate::runtime::Nanos;

/// Where a sleep ends: when, and after how many steps.
type End = (Nanos, u64);

/// A value, and the position at which the sleep ends with it.
type Placed = (Nanos, f64);

/// A sleep whose length a value sets, while a reader drags the sleep's end.
#[derive(Clone, Debug)]
pub struct DragSolver {
    lesson: &'static Lesson,
    /// The values of the run in which the drag started.
    arguments: Arguments,
    /// The sleep.
    pub nth: Nth,
    /// The length that the drag changes.
    pub length: Length,
    /// The known ends, with their values.
    known: Vec<(Nanos, End)>,
    /// Whether the value that was found last is the right one, and not only a likely one.
    pub is_sure: bool,
}

impl DragSolver {
    /// Starts a drag of a sleep, in a run with these values.
    pub fn new(
        lesson: &'static Lesson,
        arguments: Arguments,
        nth: Nth,
        length: Length,
    ) -> DragSolver {
        DragSolver {
            lesson,
            arguments,
            nth,
            length,
            known: Vec::new(),
            is_sure: true,
        }
    }

    /// Notes where the sleep ends in a run with a value.
    pub fn note(&mut self, value: Nanos, end: End) {
        if !self.known.iter().any(|(known, _)| *known == value) {
            self.known.push((value, end));
        }
    }

    /// Returns the value with which the sleep ends nearest to a position, as far as that many runs
    /// find it. `place` returns the position of an end; it must not decrease with either of its
    /// numbers.
    pub fn value_at(
        &mut self,
        target: f64,
        runs: usize,
        place: impl Fn(Nanos, u64) -> f64,
    ) -> Nanos {
        let mut left = runs;
        loop {
            let guess = self.guess(target, !left.is_multiple_of(2), &place);
            self.is_sure = matches!(guess, Guess::Found(_));
            let (Guess::Found(value) | Guess::Likely(value)) = guess;
            if self.is_sure || left == 0 {
                return value;
            }
            left -= 1;
            match self.end(value) {
                Some(end) => self.note(value, end),
                None => return value,
            }
        }
    }

    /// Returns the nearest value, or one that is likely to be the nearest, by the known ends.
    fn guess(&self, target: f64, halves: bool, place: impl Fn(Nanos, u64) -> f64) -> Guess {
        let known = self.known.iter();
        let placed = known.map(|(value, end)| (*value, place(end.0, end.1)));
        let (mut low, mut high): (Option<Placed>, Option<Placed>) = (None, None);
        for (value, at) in placed {
            if at <= target && low.is_none_or(|low| low.0 < value) {
                low = Some((value, at));
            } else if at > target && high.is_none_or(|high| high.0 > value) {
                high = Some((value, at));
            }
        }
        let second = place(Nanos(1_000_000_000), 0) - place(Nanos::ZERO, 0);
        let near = |(value, at): Placed| value.seconds() + (target - at) / second;
        let seconds = match (low, high) {
            (Some(low), Some(high)) if halves => low.0.seconds().midpoint(high.0.seconds()),
            (Some(low), Some(high)) => {
                let share = (target - low.1) / (high.1 - low.1);
                low.0.seconds() + share * high.0.since(low.0).seconds()
            }
            (Some(only), None) | (None, Some(only)) => near(only),
            (None, None) => 0.0,
        };
        self.on_a_step((seconds, second), target, (low, high))
    }

    /// Returns the value on a step that is nearest to some seconds, and not known yet; if enough are
    /// known around the position, the one that ends nearest to it. `second` is how wide a second is.
    fn on_a_step(
        &self,
        (seconds, second): (f64, f64),
        target: f64,
        (low, high): (Option<Placed>, Option<Placed>),
    ) -> Guess {
        let step = SECONDS_STEP.0;
        // No task sleeps for no time: a run with the value 0 finds no end.
        let first = low.map_or(1, |low| low.0.0 / step + 1);
        let last = high.map_or(steps_max(self.length), |high| {
            high.0.0.div_ceil(step).saturating_sub(1)
        });
        let wanted = (Nanos::from_seconds(seconds).0 + step / 2) / step;
        // An end moves at least as far as its value: none is nearer than one within half a step.
        let half_px = second * SECONDS_STEP.seconds() / 2.0;
        let off = |placed: Option<Placed>| placed.map_or(f64::INFINITY, |it| (it.1 - target).abs());
        if first > last || off(low) <= half_px || off(high) <= half_px {
            let nearest = if off(low) <= off(high) { low } else { high };
            let is_nothing = low.is_none() && wanted == 0;
            let nearest = nearest.filter(|_| !is_nothing);
            return Guess::Found(nearest.map_or(Nanos::ZERO, |it| it.0));
        }
        Guess::Likely(length(wanted.max(first).min(last)))
    }

    /// Runs the lesson with a value, and returns where the sleep ends. In a run that takes other steps
    /// the task's nth sleep may be another one; a sleep of no time is not there.
    fn end(&self, value: Nanos) -> Option<End> {
        let other = self.arguments.with_lengths(&[(self.length, value)]);
        let sleeps = self.lesson.sleeps(&other);
        let slept = sleeps.get(self.nth).filter(|slept| slept.length == value)?;
        Some((slept.until, slept.steps))
    }
}

/// What the known ends say of the value.
enum Guess {
    /// This value is the nearest.
    Found(Nanos),
    /// This value may be the nearest; where the sleep ends with it is not known.
    Likely(Nanos),
}

/// Returns a value that is some steps more than another, or less: on the steps, and within bounds.
pub fn stepped(of: Length, value: Nanos, by: i64) -> Nanos {
    let step = SECONDS_STEP.0;
    let from = if by < 0 {
        value.0.div_ceil(step)
    } else {
        value.0 / step
    };
    length(from.saturating_add_signed(by).min(steps_max(of)))
}

fn length(steps: u64) -> Nanos {
    Nanos(steps * SECONDS_STEP.0)
}

fn steps_max(of: Length) -> u64 {
    Nanos::from_seconds(of.seconds_max().into()).0 / SECONDS_STEP.0
}
