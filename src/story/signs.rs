//! Signs: what happens to a task at one point, beside its spans: a request to stop, the delivery of
//! a request, and the error of another task.

use std::ops::Range;

use crate::runtime::{Cause, Event, TaskId};

use super::{Ending, Point, Sign, SignKind, StoryView};

/// Among how many signs the next delivery to the same task is searched.
const DELIVERY_SIGNS_MAX: usize = 64;

impl<'a> StoryView<'a> {
    /// Returns the kinds of signs that there are; refusals count as deliveries.
    pub fn sign_kinds(self) -> &'a [SignKind] {
        &self.builder.lists.sign_kinds
    }

    /// Returns the signs, in order.
    pub fn signs(self) -> impl Iterator<Item = Sign> + 'a {
        (0..self.builder.lists.signs.len()).filter_map(move |number| self.sign(number))
    }

    pub(crate) fn signs_between(self, from: Point, to: Point) -> Range<usize> {
        self.between(&self.builder.lists.signs, from, to)
    }

    /// Returns a sign by its number.
    pub fn sign(self, number: usize) -> Option<Sign> {
        let event = *self.builder.lists.signs.get(number)? as usize;
        let (kind, task, other) = match self.trace.get(event)? {
            Event::CancelRequested {
                task,
                cause: Cause::Task(by),
            } => (SignKind::Asked, by, Some(task)),
            Event::CancelDelivered { task } => {
                let kind = match self.is_refused(task, number) {
                    true => SignKind::Refused,
                    false => SignKind::Delivered,
                };
                (kind, task, None)
            }
            Event::RaisedInto { task, from } => (SignKind::Raised, task, Some(from)),
            _ => return None,
        };
        Some(Sign {
            kind,
            task,
            at: self.at(event),
            other,
        })
    }

    /// Returns whether a task went on after a delivery: it ended in another way, or was asked again.
    fn is_refused(self, task: TaskId, number: usize) -> bool {
        match self.lane(task).and_then(|lane| lane.ending()) {
            None => false,
            Some((_, Ending::Cancelled)) => {
                let signs = self.builder.lists.signs.iter().skip(number + 1);
                signs.take(DELIVERY_SIGNS_MAX - 1).any(|event| {
                    let event = self.trace.get(*event as usize);
                    matches!(event, Some(Event::CancelDelivered { task: to }) if to == task)
                })
            }
            Some(_) => true,
        }
    }
}
