//! The places where the playhead stops when a reader steps through a run.
//!
//! A stop is kept as the number of an event: it stands behind it, or before it. What it is there
//! for is read from the event.

use crate::runtime::{Event, Nanos, SourceLocation, TaskId};
use crate::trace::Trace;

use super::event_index::EventIndex;
use super::parts::Point;
use super::view::StoryView;

/// Marks a stop that stands before its event.
const BEFORE: u32 = 1 << 31;

/// A place where the playhead stops when a reader steps through a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// Where the playhead stands.
    pub at: Point,
    /// The first of the trace's events that happened on the way from the stop before.
    pub first: usize,
    /// One more than the last of them.
    pub end: usize,
    /// The line of the program that is lit.
    pub location: Option<SourceLocation>,
    /// The task that had control, if one had.
    pub task: Option<TaskId>,
}

/// The stops of a trace.
#[derive(Clone, Debug, Default)]
pub(super) struct Stops {
    /// How many events happened before each, with `BEFORE` for one that stands before the next.
    ends: Vec<u32>,
    last: Point,
}

impl Stops {
    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns the moment of the last stop.
    pub(super) fn last_time(&self) -> Option<Nanos> {
        (!self.is_empty()).then_some(self.last.time)
    }

    /// Adds a stop right before the event at a point.
    pub(super) fn push_before(&mut self, at: Point, number: usize) {
        self.push(at, number as u32 | BEFORE);
    }

    /// Adds a stop right behind an event, at a point.
    pub(super) fn push_behind(&mut self, at: Point, number: usize) {
        self.push(at, number as u32 + 1);
    }

    fn push(&mut self, at: Point, end: u32) {
        let before = self.ends.last().map_or(0, |end| end & !BEFORE);
        // Where nothing happened since the last stop, and no time passed, is no other.
        if before == end & !BEFORE && at == self.last && !self.is_empty() {
            return;
        }
        self.last = at;
        self.ends.push(end);
    }

    /// Returns about how many bytes are held.
    pub(super) fn bytes(&self) -> usize {
        4 * self.ends.len()
    }
}

/// Returns where things stand after an event.
fn behind(trace: &Trace, points: &EventIndex, number: usize) -> Point {
    let at = points.at(trace, number);
    match trace.get(number) {
        Some(Event::Blocked { until, .. }) => Point { time: until, ..at },
        _ => at,
    }
}

impl<'a> StoryView<'a> {
    /// Returns how many stops there are: at least one as soon as anything happened.
    #[must_use]
    pub fn stop_count(self) -> usize {
        self.builder.stops.ends.len()
    }

    /// Returns the stops in order.
    pub fn stops(self) -> impl DoubleEndedIterator<Item = Stop> + 'a {
        (0..self.stop_count()).filter_map(move |number| self.stop(number))
    }

    /// Returns a stop by its number.
    #[must_use]
    pub fn stop(self, number: usize) -> Option<Stop> {
        let ends = &self.builder.stops.ends;
        let known = *ends.get(number)?;
        let first = match number.checked_sub(1) {
            Some(before) => (ends[before] & !BEFORE) as usize,
            None => 0,
        };
        let end = (known & !BEFORE) as usize;
        let at = self.stop_point(known);
        let (task, location) = if known & BEFORE == 0 {
            self.lit_behind(end - 1)
        } else {
            match self.trace.get(end) {
                Some(Event::Blocked { task, .. }) => (Some(task), self.lit_before(end)),
                _ => (None, None),
            }
        };
        Some(Stop {
            at,
            first,
            end,
            location,
            task,
        })
    }

    /// Returns the number of the last stop that a playhead has reached; 0 if it is before all.
    #[must_use]
    pub fn stop_number(self, playhead: Point) -> usize {
        let reached = |at: Point| {
            at.time < playhead.time
                || (at.time == playhead.time && at.order <= playhead.order + 1e-9)
        };
        let ends = &self.builder.stops.ends;
        let after = ends.partition_point(|end| reached(self.stop_point(*end)));
        after.saturating_sub(1)
    }

    /// Returns the number of the stop at which a playhead stands.
    ///
    /// Several stops may share a point: a thread prints and is done, and no step was taken. So whoever
    /// brought the playhead to a stop tells its number as `known`; where that is none, or the number
    /// of a stop elsewhere, it is the last stop that was reached.
    #[must_use]
    pub fn stop_at(self, playhead: Point, known: Option<usize>) -> usize {
        let is_here = |number: &usize| self.stop(*number).is_some_and(|stop| stop.at == playhead);
        let known = known.filter(is_here);
        known.unwrap_or_else(|| self.stop_number(playhead))
    }

    /// Returns the number of the stop to which a playhead goes that is moved by some stops.
    #[must_use]
    pub fn stop_after(self, playhead: Point, known: Option<usize>, by: isize) -> usize {
        let number = self.stop_at(playhead, known).saturating_add_signed(by);
        number.min(self.stop_count().saturating_sub(1))
    }

    fn stop_point(self, end: u32) -> Point {
        if end & BEFORE == 0 {
            behind(self.trace, &self.builder.points, end as usize - 1)
        } else {
            self.at((end & !BEFORE) as usize)
        }
    }

    /// Returns who has control after an event at which a stop stands, and the line that is lit.
    fn lit_behind(self, number: usize) -> (Option<TaskId>, Option<SourceLocation>) {
        match self.trace.get(number) {
            Some(Event::StepBegan { task }) => (Some(task), None),
            Some(Event::Printed { location, .. }) => (None, Some(location)),
            Some(Event::StepEnded { location, .. }) => {
                let lit = || self.lit_before(number);
                (self.running_at(number), location.or_else(lit))
            }
            Some(Event::Blocked { task, location, .. }) => (Some(task), Some(location)),
            Some(Event::Scheduled { .. }) => (self.running_at(number), self.lit_before(number)),
            _ => (None, None),
        }
    }

    /// Returns the task in whose step an event is.
    fn running_at(self, number: usize) -> Option<TaskId> {
        let began = self.builder.points.spot(self.trace, number).began?;
        match self.trace.get(began)? {
            Event::StepBegan { task } => Some(task),
            _ => None,
        }
    }

    /// Returns the line that was lit last in an event's step, before the event.
    pub(super) fn lit_before(self, number: usize) -> Option<SourceLocation> {
        let began = self.builder.points.spot(self.trace, number).began?;
        let mut events = (began..number).rev();
        events.find_map(|before| match self.trace.get(before)? {
            Event::TaskCreated { location, .. }
            | Event::Printed { location, .. }
            | Event::Blocked { location, .. } => Some(location),
            _ => None,
        })
    }
}
