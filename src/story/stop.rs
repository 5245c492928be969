//! A stop: a point of a run at which the playhead can rest, and what is shown there.
//!
//! What is known of a stop is the number of its event (`stops.rs`); the rest is read from the event.

use std::ops::Range;

use crate::runtime::{Event, Nanos, SourceLocation, StepEnd, TaskId};

use super::stops::{Shown, StopMark};
use super::{Point, Row, Span, State, StoryView};

/// A point at which the playhead rests when a reader steps through a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// What is shown there.
    pub kind: StopKind,
    /// Where the playhead stands.
    pub at: Point,
    /// The first of the events between the previous stop and this one.
    pub first: usize,
    /// One more than the last of these events.
    pub end: usize,
    /// After how many events the state of the loop is shown. A step is shown while it goes on: before
    /// its end.
    pub shown: usize,
    /// The line of the program that is highlighted: the last that the step is known to have come to.
    pub location: Option<SourceLocation>,
    /// Whether the task returns at the stop.
    pub returns: bool,
    /// The line of the await from which the task went on with the step.
    pub resumed: Option<SourceLocation>,
    /// The task that has control, if one has.
    pub task: Option<TaskId>,
}

/// What is shown at a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopKind {
    /// The start of the run.
    Start,
    /// A step of a task, or a part of one.
    Step,
    /// What the loop does between two steps.
    Loop,
    /// The call of a done callback, or of another function.
    Call,
    /// A line that a thread prints.
    Thread,
    /// That nothing is ready, and that the loop waits: from here to the next stop.
    Waiting,
}

impl<'a> StoryView<'a> {
    /// Returns how many stops there are: at least one as soon as a step began.
    pub fn stop_count(self) -> usize {
        self.builder.stops.marks.len()
    }

    /// Returns the stops in order.
    pub fn stops(self) -> impl DoubleEndedIterator<Item = Stop> + 'a {
        (0..self.stop_count()).filter_map(move |number| self.stop(number))
    }

    /// Returns a stop by its number.
    pub fn stop(self, number: usize) -> Option<Stop> {
        let marks = &self.builder.stops.marks;
        let mark = *marks.get(number)?;
        let before = number.checked_sub(1).map(|before| marks[before]);
        let first = before.map_or(0, StopMark::end);
        let end = mark.end();
        let last = end.checked_sub(1).and_then(|last| self.trace.get(last));
        let is_whole = matches!(last, Some(Event::StepEnded { .. }));
        let (kind, shown) = match mark.shown() {
            Shown::Waiting => (StopKind::Waiting, end),
            Shown::Call => (StopKind::Call, end),
            _ if number == 0 => (StopKind::Start, end),
            Shown::Before => (StopKind::Step, end),
            Shown::After if is_whole => (StopKind::Step, end - 1),
            Shown::After if self.is_in_step(end) => (StopKind::Step, end),
            Shown::After if matches!(last, Some(Event::Printed { .. })) => (StopKind::Thread, end),
            Shown::After => (StopKind::Loop, end),
        };
        let location = match kind {
            StopKind::Waiting | StopKind::Loop => None,
            StopKind::Step => self.location_of_step(end),
            _ => self.last_location(first..end),
        };
        let resumed = match kind {
            StopKind::Step => self.resumed_at(shown),
            _ => None,
        };
        Some(Stop {
            kind,
            at: self.point_of(mark),
            first,
            end,
            shown,
            location: location.or(resumed),
            returns: matches!(
                last,
                Some(Event::StepEnded {
                    end: StepEnd::Returned(_),
                    ..
                })
            ),
            resumed,
            task: self.running_at(shown).filter(|_| kind == StopKind::Step),
        })
    }

    /// Returns the number of the last stop that a playhead has reached; 0 if it is before all.
    pub fn stop_number(self, playhead: Point) -> usize {
        let reached = |at: Point| {
            at.time < playhead.time
                || (at.time == playhead.time && at.order <= playhead.order + 1e-9)
        };
        let marks = &self.builder.stops.marks;
        let after = marks.partition_point(|mark| reached(self.point_of(*mark)));
        after.saturating_sub(1)
    }

    /// Returns the number of the stop at which a playhead stands.
    ///
    /// Several stops may share a point: a thread prints and is done, and no step was taken. So the
    /// caller that moved the playhead to a stop gives the stop's number as `known`. If `known` is
    /// none, or the number of a stop elsewhere, the result is the last stop that was reached.
    pub fn stop_at(self, playhead: Point, known: Option<usize>) -> usize {
        let is_here = |number: &usize| self.stop(*number).is_some_and(|stop| stop.at == playhead);
        let known = known.filter(is_here);
        known.unwrap_or_else(|| self.stop_number(playhead))
    }

    /// Returns the number of the stop `by` stops after the playhead, or before if `by` is negative.
    pub fn stop_after(self, playhead: Point, known: Option<usize>, by: isize) -> usize {
        let number = self.stop_at(playhead, known).saturating_add_signed(by);
        number.min(self.stop_count().saturating_sub(1))
    }

    /// Returns where a stop is, by its number.
    pub fn stop_point(self, number: usize) -> Option<Point> {
        let mark = self.builder.stops.marks.get(number)?;
        Some(self.point_of(*mark))
    }

    /// Returns how many stops there are before a time, and with `is_passed` at that time, too.
    pub fn stops_by(self, time: Nanos, is_passed: bool) -> usize {
        let marks = &self.builder.stops.marks;
        marks.partition_point(|mark| {
            let at = self.point_of(*mark).time;
            at < time || (is_passed && at == time)
        })
    }

    /// Returns the number of the stop whose sentence tells how a span of a row begins, and where the playhead
    /// is then: in the span.
    pub fn stop_of_span(self, row: &Row<'_>, span: &Span) -> Option<(usize, Point)> {
        let event = row.event_of(span)?;
        let marks = &self.builder.stops.marks;
        let after = marks.partition_point(|mark| mark.end() <= event);
        let before = after.checked_sub(1).map(|before| marks[before].shown());
        let number = match self.trace.get(event)? {
            // The sentence of the wait that ends there names all that it makes ready.
            Event::Scheduled { .. }
                if before == Some(Shown::Waiting) && !self.is_in_step(event) =>
            {
                after - 1
            }
            // What the task does behind a blocking call is told at the next stop.
            Event::Blocked { .. } if span.state == State::Running => after + 1,
            _ => after,
        };
        let number = number.min(marks.len().checked_sub(1)?);
        let (at, to) = (self.stop_point(number)?, span.to.unwrap_or(self.end()));
        let at = if at < span.from { span.from } else { at };
        Some((number, if at > to { to } else { at }))
    }

    fn point_of(self, mark: StopMark) -> Point {
        let Some(last) = mark.end().checked_sub(1) else {
            return Point::default();
        };
        let at = self.at(last);
        let next = match mark.shown() {
            Shown::Before => mark.end(),
            Shown::After if matches!(self.trace.get(last), Some(Event::StepEnded { .. })) => last,
            _ => return at,
        };
        // The playhead stands within the step, half-way between what the step did last and what is next.
        let (before, next) = (self.at(next.saturating_sub(1)), self.at(next));
        let order = (before.order + next.order) / 2.0;
        Point { order, ..next }
    }

    fn is_in_step(self, end: usize) -> bool {
        self.running_at(end).is_some()
    }

    /// Returns the event that began the step that an event is in.
    fn step_of(self, number: usize) -> Option<usize> {
        let event_index = &self.builder.event_index;
        event_index.position(self.trace, number).began
    }

    /// Returns the task whose step goes on between event `number` and the event before.
    fn running_at(self, number: usize) -> Option<TaskId> {
        if number >= self.trace.len() {
            return None;
        }
        match self.trace.get(self.step_of(number)?)? {
            Event::StepBegan { task } => Some(task),
            _ => None,
        }
    }

    /// Returns the location of the last event before `end`, or of one in the same step before.
    fn location_of_step(self, end: usize) -> Option<SourceLocation> {
        let last = end.checked_sub(1)?;
        match self.trace.get(last)? {
            Event::StepEnded {
                location: Some(location),
                ..
            }
            | Event::Blocked { location, .. } => Some(location),
            _ => self.location_before(end),
        }
    }

    /// Returns the await at which a task stood before the step that an event is in, or ends.
    fn resumed_at(self, number: usize) -> Option<SourceLocation> {
        let began = self.step_of(number)?;
        let task = self.running_at(began + 1)?;
        match self.trace.get(self.end_before(task, began)?)? {
            Event::StepEnded { location, .. } => location,
            _ => None,
        }
    }

    /// Returns the last location that the events of a step name before the event `number` in it.
    pub(super) fn location_before(self, number: usize) -> Option<SourceLocation> {
        let last = number.checked_sub(1)?;
        self.last_location(self.step_of(last)?..number)
    }

    fn last_location(self, events: Range<usize>) -> Option<SourceLocation> {
        events
            .rev()
            .find_map(|number| match self.trace.get(number)? {
                Event::TaskCreated { location, .. }
                | Event::Printed { location, .. }
                | Event::Warned { location, .. }
                | Event::Blocked { location, .. } => Some(location).filter(|at| at.line > 0),
                _ => None,
            })
    }
}
