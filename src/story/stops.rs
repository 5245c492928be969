//! Where the playhead stops, as the numbers of events: a stop stands before or after its event.
//!
//! What a stop shows is read from its event by `stop.rs`; the list here only grows.

use super::parts::Point;

#[derive(Clone, Debug, Default)]
pub(super) struct Stops {
    pub(super) marks: Vec<StopMark>,
    last: Point,
}

/// A stop, in four bytes: how many events happened before it, and on which side of its event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StopMark(u32);

impl StopMark {
    const BEFORE: u32 = 1 << 31;

    /// Returns how many events happened before the stop.
    pub(super) fn end(self) -> usize {
        (self.0 & !StopMark::BEFORE) as usize
    }

    /// Returns whether the stop stands before event number [`StopMark::end`], and not after the
    /// event before that one.
    pub(super) fn is_before(self) -> bool {
        self.0 & StopMark::BEFORE != 0
    }
}

impl Stops {
    /// Adds a stop right before event `number`, which is at `at`.
    pub(super) fn push_before(&mut self, at: Point, number: usize) {
        self.push(at, StopMark(number as u32 | StopMark::BEFORE));
    }

    /// Adds a stop right after event `number`, at the point `at`.
    pub(super) fn push_after(&mut self, at: Point, number: usize) {
        self.push(at, StopMark(number as u32 + 1));
    }

    /// Adds a stop for the time in which nothing was ready, if time passed since the last stop.
    pub(super) fn push_waiting(&mut self, at: Point, number: usize) {
        if !self.marks.is_empty() && self.last.time < at.time {
            self.push_before(at, number);
        }
    }

    fn push(&mut self, at: Point, mark: StopMark) {
        // Where no event happened and no time passed since the last stop, there is no other stop.
        let last = self.marks.last().map(|last| (last.end(), self.last));
        if last != Some((mark.end(), at)) {
            self.last = at;
            self.marks.push(mark);
        }
    }
}
