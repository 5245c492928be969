//! Queue levels: how many items each queue holds, change by change.
//!
//! A picture asks for the most items in a stretch of changes, and a pixel may have a thousand. So
//! the most of every [`BLOCK`] changes is kept beside the numbers of their events.

use std::ops::Range;

use crate::runtime::Event;
use crate::trace::Trace;

use super::event_index::EventIndex;
use super::parts::Point;
use super::search::{first_not, first_not_near};

/// How many changes of a queue share one kept maximum.
const BLOCK: usize = 64;

#[derive(Clone, Debug, Default)]
pub(super) struct QueueChanges {
    events: Vec<u32>,
    /// The most items after any change of a block.
    block_most: Vec<u32>,
    pub(super) most: u32,
}

impl QueueChanges {
    pub(super) fn push(&mut self, number: u32, level: u32) {
        if self.events.len().is_multiple_of(BLOCK) {
            self.block_most.push(0);
        }
        if let Some(most) = self.block_most.last_mut() {
            *most = level.max(*most);
        }
        self.most = self.most.max(level);
        self.events.push(number);
    }
}

/// How many items a queue holds, change by change.
#[derive(Clone, Copy, Debug)]
pub struct QueueLevels<'a> {
    pub(super) changes: &'a QueueChanges,
    pub(super) event_index: &'a EventIndex,
    pub(super) trace: &'a Trace,
}

impl QueueLevels<'_> {
    /// Returns how many changes there are.
    pub fn count(&self) -> usize {
        self.changes.events.len()
    }

    /// Returns the most items that the queue ever held.
    pub fn most(&self) -> u32 {
        self.changes.most
    }

    /// Returns where a change is.
    pub fn at(&self, number: usize) -> Point {
        let event = self.changes.events[number] as usize;
        self.event_index.at(self.trace, event)
    }

    /// Returns how many items the queue holds after a change.
    pub fn level(&self, number: usize) -> u32 {
        match self.trace.get(self.changes.events[number] as usize) {
            Some(Event::QueuePut { level, .. } | Event::QueueGot { level, .. }) => level,
            _ => 0,
        }
    }

    /// Returns the most items after any of some changes.
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

    /// Returns how many changes there are before the first whose point is not before a bound, as
    /// `is_before` says.
    pub fn count_before(&self, is_before: &dyn Fn(Point) -> bool) -> usize {
        first_not(0..self.count(), &|number| is_before(self.at(number)))
    }

    /// As [`QueueLevels::count_before`], but searches from the change `first` on, and is the quicker
    /// the nearer the result is.
    pub fn count_before_from(&self, first: usize, is_before: &dyn Fn(Point) -> bool) -> usize {
        let is_before = |number| is_before(self.at(number));
        first_not_near(first..self.count(), first, &is_before)
    }
}
