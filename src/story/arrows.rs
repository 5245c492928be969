//! Arrows: which event is the cause of which, across lanes.
//!
//! An arrow is kept as the number of one event: the effect, but of a cancellation the request. The
//! other end is looked up among the events of the two tasks.

use std::ops::Range;

use crate::runtime::{Cause, Event, TaskId, Wait};

use super::{Arrow, ArrowKind, Party, Point, State, StoryView};

impl<'a> StoryView<'a> {
    /// Returns how many arrows there are.
    pub fn arrow_count(self) -> usize {
        self.builder.lists.arrows.len()
    }

    /// Returns the arrows, in the order of the events by which they are kept.
    pub fn arrows(self) -> impl Iterator<Item = Arrow> + 'a {
        (0..self.arrow_count()).filter_map(move |number| self.arrow(number))
    }

    pub(crate) fn arrows_between(self, from: Point, to: Point) -> Range<usize> {
        self.between(&self.builder.lists.arrows, from, to)
    }

    /// Returns which of some events, in order, are from one point on, and up to another.
    pub(super) fn between(self, events: &[u32], from: Point, to: Point) -> Range<usize> {
        let at = |number: &u32| self.at(*number as usize);
        let first = events.partition_point(|number| at(number) < from);
        first..events.partition_point(|number| at(number) <= to).max(first)
    }

    /// Returns an arrow by its number.
    pub fn arrow(self, number: usize) -> Option<Arrow> {
        let number = *self.builder.lists.arrows.get(number)? as usize;
        let at = self.at(number);
        let (mut from_at, mut to_at) = (at, at);
        let (kind, from, to) = match self.trace.get(number)? {
            Event::TaskCreated { task, parent, .. } => {
                (ArrowKind::Spawned, Party::Task(parent?), Party::Task(task))
            }
            Event::Scheduled { task, cause } => {
                let from = match cause {
                    Cause::Task(by) => Party::Task(by),
                    Cause::Thread(thread) => Party::Thread(thread),
                    _ => return None,
                };
                (self.wake_kind(task, number)?, from, Party::Task(task))
            }
            Event::CancelRequested { task, cause } => {
                let Cause::Task(by) = cause else { return None };
                let delivery = self.delivery(task, number);
                to_at = delivery.map_or(at, |delivery| self.at(delivery));
                (ArrowKind::Cancelled, Party::Task(by), Party::Task(task))
            }
            Event::RaisedInto { task, from } => {
                let ended = self.lane(from)?.ending();
                from_at = ended.map_or(at, |(ended, _)| if ended < at { ended } else { at });
                (ArrowKind::RaisedInto, Party::Task(from), Party::Task(task))
            }
            Event::JobBegan { thread, task, .. } => (
                ArrowKind::HandedOver,
                Party::Task(task?),
                Party::Thread(thread),
            ),
            _ => return None,
        };
        Some(Arrow {
            kind,
            from,
            from_at,
            to,
            to_at,
        })
    }

    /// Returns what an event that makes a task ready did: hand over an item, or wake the task.
    fn wake_kind(self, task: TaskId, number: usize) -> Option<ArrowKind> {
        let waited = self.lane(task)?.state_before(number);
        let is_at_queue = matches!(waited, Some(State::Waits(Wait::Get(_) | Wait::Put(_))));
        // A task that is cancelled at a queue gets nothing.
        let is_handed_over = is_at_queue && self.delivery(task, number).is_none();
        Some(if is_handed_over {
            ArrowKind::HandedOver
        } else {
            ArrowKind::Woke
        })
    }

    /// Returns the event that delivered a cancellation to a task in its next step after an event:
    /// the request, or the event that made the task ready. None if no cancellation is delivered in
    /// that step: the task had ended, or what it waited for kept the request to itself.
    pub(super) fn delivery(self, task: TaskId, request: usize) -> Option<usize> {
        let delivery = self.lane(task)?.step_after(request)? + 1;
        let is_one =
            matches!(self.trace.get(delivery)?, Event::CancelDelivered { task: to } if to == task);
        is_one.then_some(delivery)
    }

    /// Returns whether another arrow shows what this one shows, which woke a task: the task wakes to
    /// an error or to a cancellation, which has an arrow of its own from the same task.
    pub(crate) fn repeats_another(self, arrow: &Arrow) -> bool {
        let (Party::Task(by), Party::Task(task)) = (arrow.from, arrow.to) else {
            return false;
        };
        let step = self.lane(task).and_then(|lane| lane.step_from(arrow.to_at));
        match step.and_then(|began| self.trace.get(began + 1)) {
            Some(Event::RaisedInto { task: into, from }) => into == task && from == by,
            // A task that has ended asked for no cancellation: it was awaited, and cancelled itself.
            Some(Event::CancelDelivered { task: to }) if to == task => {
                let ended = self.lane(by).and_then(|lane| lane.ending());
                ended.is_none_or(|(at, _)| at > arrow.to_at)
            }
            _ => false,
        }
    }
}
