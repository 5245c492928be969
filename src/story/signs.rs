//! Signs: what happens to a task at one point, beside its spans: a request to stop, its arrival,
//! and the error of another task.

use std::ops::Range;

use crate::runtime::{Cause, Event, TaskId};

use super::builder::StoryBuilder;
use super::parts::{Ending, Point, Sign, SignKind};
use super::view::StoryView;

/// How far the next delivery to the same task is looked for, in signs.
const DELIVERY_SIGNS_MAX: usize = 64;

impl StoryBuilder {
    /// Notes an event that is a sign.
    pub(super) fn sign(&mut self, kind: SignKind, number: usize) {
        self.signs.push(number as u32);
        if let Err(at) = self.sign_kinds.binary_search(&kind) {
            self.sign_kinds.insert(at, kind);
        }
    }
}

impl<'a> StoryView<'a> {
    /// Returns the kinds of signs that there are; who refuses is among those that hear of it.
    #[must_use]
    pub fn sign_kinds(self) -> &'a [SignKind] {
        &self.builder.sign_kinds
    }

    /// Returns the signs, in order.
    pub fn signs(self) -> impl Iterator<Item = Sign> + 'a {
        (0..self.builder.signs.len()).filter_map(move |number| self.sign(number))
    }

    /// Returns the numbers of the signs from one point to another.
    pub(crate) fn signs_between(self, from: Point, to: Point) -> Range<usize> {
        let signs = &self.builder.signs;
        let first = self.events_before(signs, from, false);
        first..self.events_before(signs, to, true).max(first)
    }

    /// Returns a sign by its number.
    #[must_use]
    pub fn sign(self, number: usize) -> Option<Sign> {
        let event = *self.builder.signs.get(number)? as usize;
        let (kind, task, other) = match self.trace.get(event)? {
            Event::CancelRequested {
                task,
                cause: Cause::Task(by),
            } => (SignKind::Asked, by, Some(task)),
            Event::CancelDelivered { task } => {
                let kind = if self.is_refused(task, number) {
                    SignKind::Refused
                } else {
                    SignKind::Delivered
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

    /// Says whether a task went on after a delivery: it ended in another way, or had to be asked
    /// again.
    fn is_refused(self, task: TaskId, number: usize) -> bool {
        match self.lane(task).and_then(|lane| lane.ending()) {
            None => false,
            Some((_, Ending::Cancelled)) => {
                let signs = &self.builder.signs;
                let end = signs.len().min(number + DELIVERY_SIGNS_MAX);
                for event in &signs[number + 1..end.max(number + 1)] {
                    if let Some(Event::CancelDelivered { task: to }) =
                        self.trace.get(*event as usize)
                        && to == task
                    {
                        return true;
                    }
                }
                false
            }
            Some(_) => true,
        }
    }
}
