//! Queues: how many items each holds, event by event.
//!
//! A picture asks for the most in a stretch of events, of which a pixel may have a thousand. So the
//! most of every [`BLOCK`] events is kept beside their numbers.

use std::ops::Range;

use crate::runtime::{Event, QueueId};
use crate::trace::Trace;

use super::builder::StoryBuilder;
use super::parts::Point;
use super::view::StoryView;

/// How many events of a queue have their most kept.
const BLOCK: usize = 64;

/// The events that changed how much a queue holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes {
    events: Vec<u32>,
    /// The most items after any event of a block.
    block_most: Vec<u32>,
    most: u32,
}

impl Changes {
    fn push(&mut self, number: usize, level: u32) {
        if self.events.len().is_multiple_of(BLOCK) {
            self.block_most.push(0);
        }
        if let Some(most) = self.block_most.last_mut() {
            *most = level.max(*most);
        }
        self.most = self.most.max(level);
        self.events.push(number as u32);
    }
}

impl StoryBuilder {
    pub(super) fn create_queue(&mut self) {
        self.queues.push(Changes::default());
    }

    pub(super) fn change_queue(&mut self, queue: QueueId, level: u32, number: usize) {
        // A damaged trace may name any queue.
        if let Some(changes) = self.queues.get_mut(queue.0 as usize) {
            changes.push(number, level);
        }
    }
}

impl<'a> StoryView<'a> {
    /// Returns the queues that ever held an item, in the order in which they were made.
    pub fn queues(self) -> impl Iterator<Item = Levels<'a>> {
        let used = self.builder.queues.iter().filter(|queue| queue.most > 0);
        used.map(move |changes| Levels {
            story: self,
            changes,
        })
    }
}

/// How many items a queue holds, change by change.
#[derive(Clone, Copy, Debug)]
pub struct Levels<'a> {
    story: StoryView<'a>,
    changes: &'a Changes,
}

impl Levels<'_> {
    /// Returns how many changes there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.changes.events.len()
    }

    /// Returns the most items that it ever held.
    #[must_use]
    pub fn most(&self) -> u32 {
        self.changes.most
    }

    /// Returns where a change is.
    #[must_use]
    pub fn at(&self, number: usize) -> Point {
        self.story.at(self.changes.events[number] as usize)
    }

    /// Returns how many items it holds after a change.
    #[must_use]
    pub fn level(&self, number: usize) -> u32 {
        level(self.story.trace, self.changes.events[number])
    }

    /// Returns the most items after any change of a stretch.
    #[must_use]
    pub fn most_in(&self, numbers: Range<usize>) -> u32 {
        let (mut number, mut most) = (numbers.start, 0);
        while number < numbers.end {
            let is_whole = number.is_multiple_of(BLOCK) && number + BLOCK <= numbers.end;
            let (level, count) = if is_whole {
                (self.changes.block_most[number / BLOCK], BLOCK)
            } else {
                (self.level(number), 1)
            };
            most = level.max(most);
            number += count;
        }
        most
    }

    /// Returns the first change from `first` on for which something does not hold that holds for
    /// none behind it. The nearer it is, the quicker this is.
    #[must_use]
    pub fn first_without(&self, first: usize, holds: &dyn Fn(Point) -> bool) -> usize {
        let mut reach = 1;
        while first + reach < self.count() && holds(self.at(first + reach)) {
            reach *= 2;
        }
        let (mut low, mut high) = (first + reach / 2, (first + reach).min(self.count()));
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.at(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

fn level(trace: &Trace, event: u32) -> u32 {
    match trace.get(event as usize) {
        Some(Event::QueuePut { level, .. } | Event::QueueGot { level, .. }) => level,
        _ => 0,
    }
}
