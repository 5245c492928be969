//! A stop: a point of a run at which the playhead can rest, and what is shown there.
//!
//! What is known of a stop is the number of its event (`stops.rs`); the rest is read from the event.

use crate::runtime::{Event, SourceLocation, TaskId};

use super::stops::StopMark;
use super::{Point, StoryView};

/// A point at which the playhead rests when a reader steps through a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// Where the playhead stands.
    pub at: Point,
    /// The first of the events between the previous stop and this one.
    pub first: usize,
    /// One more than the last of these events.
    pub end: usize,
    /// The line of the program that is highlighted.
    pub location: Option<SourceLocation>,
    /// The task that has control, if one has.
    pub task: Option<TaskId>,
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
        let end = mark.end();
        let (task, location) = match self.trace.get(end) {
            _ if !mark.is_before() => self.shown_after(end - 1),
            Some(Event::Blocked { task, .. }) => (Some(task), self.location_before(end)),
            _ => (None, None),
        };
        Some(Stop {
            at: self.stop_point(mark),
            first: before.map_or(0, StopMark::end),
            end,
            location,
            task,
        })
    }

    /// Returns the number of the last stop that a playhead has reached; 0 if it is before all.
    pub fn stop_number(self, playhead: Point) -> usize {
        let reached = |at: Point| {
            at.time < playhead.time
                || (at.time == playhead.time && at.order <= playhead.order + 1e-9)
        };
        let marks = &self.builder.stops.marks;
        let after = marks.partition_point(|mark| reached(self.stop_point(*mark)));
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

    /// Returns the number of the stop that is `by` stops after the playhead, or before it if `by` is
    /// negative.
    pub fn stop_after(self, playhead: Point, known: Option<usize>, by: isize) -> usize {
        let number = self.stop_at(playhead, known).saturating_add_signed(by);
        number.min(self.stop_count().saturating_sub(1))
    }

    fn stop_point(self, mark: StopMark) -> Point {
        if mark.is_before() {
            return self.at(mark.end());
        }
        let event = mark.end() - 1;
        let at = self.at(event);
        match self.trace.get(event) {
            Some(Event::Blocked { until, .. }) => at.at_time(until),
            _ => at,
        }
    }

    /// Returns the task that has control after an event at which a stop stands, and the line that is
    /// highlighted there.
    fn shown_after(self, number: usize) -> (Option<TaskId>, Option<SourceLocation>) {
        match self.trace.get(number) {
            Some(Event::StepBegan { task }) => (Some(task), None),
            Some(Event::Printed { location, .. }) => (None, Some(location)),
            Some(Event::Blocked { task, location, .. }) => (Some(task), Some(location)),
            Some(event @ (Event::StepEnded { .. } | Event::Scheduled { .. })) => {
                let own = match event {
                    Event::StepEnded { location, .. } => location,
                    _ => None,
                };
                let location = own.or_else(|| self.location_before(number));
                (self.running_at(number), location)
            }
            _ => (None, None),
        }
    }

    /// Returns the event that began the step that an event is in.
    fn step_of(self, number: usize) -> Option<usize> {
        let event_index = &self.builder.event_index;
        event_index.position(self.trace, number).began
    }

    fn running_at(self, number: usize) -> Option<TaskId> {
        match self.trace.get(self.step_of(number)?)? {
            Event::StepBegan { task } => Some(task),
            _ => None,
        }
    }

    /// Returns the last location that the events of a step name before the event `number` in it.
    pub(super) fn location_before(self, number: usize) -> Option<SourceLocation> {
        let mut events = (self.step_of(number)?..number).rev();
        events.find_map(|before| match self.trace.get(before)? {
            Event::TaskCreated { location, .. }
            | Event::Printed { location, .. }
            | Event::Blocked { location, .. } => Some(location),
            _ => None,
        })
    }
}
