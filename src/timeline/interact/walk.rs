//! A walk: the stops of a run, or of two that are compared, as one sequence, and how playing goes along it.
//!
//! Two runs have one playhead. Their stops are merged by time, and of equal times those of the first run come
//! first, so that a step forward never leads to an earlier time and a step back undoes the last one. Playing
//! shows each stop for as long as the run stays there, and each for a while: a moment that takes no time would
//! not be seen otherwise.

use crate::runtime::Nanos;
use crate::story::{Point, StoryView};

/// How long a stop is shown at speed 1, if there are few.
const DWELL_S_MAX: f64 = 0.4;

/// How long all stops are shown together at speed 1, at most, besides the time that the run takes.
const DWELL_SUM_S_MAX: f64 = 8.0;

/// The stops of one run, or of two.
#[derive(Clone, Copy, Debug)]
pub struct Walk<'a> {
    runs: [StoryView<'a>; 2],
}

/// Where a playhead is on a walk.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WalkPosition {
    /// The number of the last stop that was reached, of each run.
    pub stops: [usize; 2],
    /// For how many seconds, at speed 1, playing has been there.
    pub rested_s: f64,
}

impl<'a> Walk<'a> {
    /// Makes the walk of two runs, of which the second has no stops where nothing is compared.
    pub fn new(one: StoryView<'a>, two: StoryView<'a>) -> Walk<'a> {
        Walk { runs: [one, two] }
    }

    /// Returns how many stops there are. The runs start together, so that both starts are one.
    pub fn count(&self) -> usize {
        let [one, two] = self.runs.map(StoryView::stop_count);
        one + two.saturating_sub(1)
    }

    /// Returns the position `by` stops farther, or back if `by` is negative, within the walk.
    pub fn moved(&self, from: WalkPosition, by: i32) -> WalkPosition {
        let mut stops = from.stops;
        for _ in 0..by.unsigned_abs() {
            let step = match by {
                0.. => self.next(stops).map(|run| (run, stops[run] + 1)),
                _ => self.last(stops).map(|run| (run, stops[run] - 1)),
            };
            let Some((run, number)) = step else { break };
            stops[run] = number;
        }
        WalkPosition {
            stops,
            rested_s: 0.0,
        }
    }

    /// Returns the position at which a playhead is that was brought to a point of the first run.
    pub fn at(&self, stop: usize, time: Nanos) -> WalkPosition {
        let [one, two] = self.runs;
        // Of equal times the stops of the first run are passed before those of the second.
        let is_passed = one.stop_point(stop + 1).is_none_or(|at| at.time > time);
        let reached = two.stops_by(time, is_passed);
        WalkPosition {
            stops: [stop, reached.saturating_sub(1)],
            rested_s: 0.0,
        }
    }

    /// Returns the position after playing on for some seconds at speed 1; none beyond the last stop.
    pub fn played(&self, from: WalkPosition, seconds: f64) -> Option<WalkPosition> {
        let WalkPosition {
            mut stops,
            rested_s,
        } = from;
        let mut rested_s = rested_s + seconds;
        loop {
            let run = self.next(stops)?;
            let length_s = self.length_s(stops, run);
            if rested_s < length_s {
                return Some(WalkPosition { stops, rested_s });
            }
            rested_s -= length_s;
            stops[run] += 1;
        }
    }

    /// Returns the run whose stop is shown at a position, 0 or 1: that of which a stop was reached last.
    /// The starts of both are one, and shown as the first run's.
    pub fn shown(&self, at: WalkPosition) -> usize {
        self.last(at.stops).unwrap_or_default()
    }

    /// Returns where the playhead of each run is. Both are at one time.
    pub fn points(&self, at: WalkPosition) -> [Point; 2] {
        let stops = at.stops;
        let time = self.time(stops);
        let mut points = [0, 1].map(|run| self.point(run, stops[run]).at_time(time));
        if at.rested_s > 0.0
            && let Some(run) = self.next(stops)
        {
            let next = self.point(run, stops[run] + 1);
            let share = (at.rested_s / self.length_s(stops, run)).min(1.0);
            if next.time > time {
                let passed_s = share * next.time.since(time).seconds();
                let time = time.after(Nanos::from_seconds(passed_s));
                points = points.map(|point| point.at_time(time));
            } else {
                points[run].order += share * (next.order - points[run].order);
            }
        }
        points
    }

    /// Returns how long playing is at a position before it goes to the next stop, which is one of `run`.
    fn length_s(&self, stops: [usize; 2], run: usize) -> f64 {
        let next = self.point(run, stops[run] + 1);
        let dwell_s = (DWELL_SUM_S_MAX / self.count() as f64).min(DWELL_S_MAX);
        next.time.since(self.time(stops)).seconds().max(dwell_s)
    }

    fn time(&self, stops: [usize; 2]) -> Nanos {
        let [one, two] = [0, 1].map(|run| self.point(run, stops[run]).time);
        one.max(two)
    }

    fn point(&self, run: usize, number: usize) -> Point {
        self.runs[run].stop_point(number).unwrap_or_default()
    }

    /// Returns the run of which the next stop is, if there is one.
    fn next(&self, stops: [usize; 2]) -> Option<usize> {
        let time = |run: usize| Some(self.runs[run].stop_point(stops[run] + 1)?.time);
        match (time(0), time(1)) {
            (Some(one), Some(two)) => Some(usize::from(two < one)),
            (one, two) => one.map(|_| 0).or(two.map(|_| 1)),
        }
    }

    /// Returns the run of which the last stop was, if it was not the start.
    fn last(&self, stops: [usize; 2]) -> Option<usize> {
        match stops {
            [0, 0] => None,
            [_, 0] => Some(0),
            [0, _] => Some(1),
            [one, two] => Some(usize::from(
                self.point(1, two).time >= self.point(0, one).time,
            )),
        }
    }
}
