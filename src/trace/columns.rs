//! The tables of a trace.
//!
//! An event is a row: a kind (1 byte), a task (4), an argument (4) and a location (2), 12 bytes with
//! their padding. What does not fit is in side tables: a moment is kept once for all events that
//! share it, a text and a location once, and the rare second argument (a deadline, a parent) in `wide`.

use crate::runtime::{Event, Nanos, Numbers, Observer, SourceLocation, hash_of};

use super::codec::PART_EVENTS;
use super::rows::{Row, Rows};
use super::strings::Strings;

/// The number that stands for "none".
pub(super) const NONE: u32 = u32::MAX;

/// The record of one run.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    pub(super) rows: Rows,
    /// Second arguments: for the kinds that have one, the row's argument is an index into this table.
    pub(super) wide: Vec<u64>,
    /// The moments, each with the index of its first event.
    pub(super) instants: Vec<(u32, Nanos)>,
    pub(super) strings: Strings,
    pub(super) location_table: Vec<SourceLocation>,
    /// How long the tables were where each part starts, so that the bytes of a part do not depend on
    /// when the part is written.
    pub(super) marks: Vec<Lengths>,
    /// The locations by their hashes; of two with the same hash the first.
    location_numbers: Numbers,
    /// Locations that were asked for lately: one loop of a program goes round in few.
    recent_locations: [Option<(SourceLocation, u16)>; 16],
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Lengths {
    pub(super) events: usize,
    pub(super) wide: usize,
    pub(super) instants: usize,
    pub(super) strings: usize,
    pub(super) locations: usize,
}

impl Trace {
    /// Makes an empty trace.
    pub fn new() -> Trace {
        Trace::default()
    }

    /// Returns how many events there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns whether there is no event.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the events from number `first` on, each with its moment.
    pub fn events_from(&self, first: usize) -> impl Iterator<Item = (Nanos, Event<'_>)> {
        self.moments_from(first)
            .map(|(at, row)| (at, self.event(row)))
    }

    pub(super) fn moments_from(&self, first: usize) -> impl Iterator<Item = (Nanos, &Row)> {
        let is_by = |&(start, _): &(u32, Nanos)| start as usize <= first;
        let started = self.instants.partition_point(is_by);
        let mut at = match started.checked_sub(1) {
            Some(last) => self.instants[last].1,
            // A damaged trace may start without a moment.
            None => self.instants.first().map_or(Nanos::ZERO, |first| first.1),
        };
        let mut later = self.instants[started..].iter();
        let mut next = later.next();
        (first..)
            .zip(self.rows.iter_from(first))
            .map(move |(number, row)| {
                while let Some((start, moment)) = next
                    && *start as usize <= number
                {
                    at = *moment;
                    next = later.next();
                }
                (at, row)
            })
    }

    /// Returns all events, each with its moment.
    pub fn events(&self) -> impl Iterator<Item = (Nanos, Event<'_>)> {
        self.events_from(0)
    }

    /// Returns how many bytes the events take in memory, without texts and locations.
    pub fn bytes(&self) -> usize {
        self.len() * size_of::<Row>() + self.wide.len() * 8 + self.instants.len() * 16
    }

    /// Returns how long the tables are where the part with a number starts, or else at their ends.
    pub(super) fn lengths_at(&self, part: usize) -> Lengths {
        self.marks.get(part).copied().unwrap_or(Lengths {
            events: self.len(),
            wide: self.wide.len(),
            instants: self.instants.len(),
            strings: self.strings.len(),
            locations: self.location_table.len(),
        })
    }

    /// Marks the start of a part, if the next event is its first.
    pub(super) fn mark(&mut self) {
        if self.len().is_multiple_of(PART_EVENTS) && self.marks.len() * PART_EVENTS == self.len() {
            self.marks.push(self.lengths_at(self.marks.len()));
        }
    }

    pub(super) fn push(&mut self, kind: u8, task: u32, argument: u32, location: u16) {
        self.rows.push(Row {
            task,
            argument,
            location,
            kind,
        });
    }

    pub(super) fn wide(&mut self, value: u64) -> u32 {
        self.wide.push(value);
        self.wide.len() as u32 - 1
    }

    pub(super) fn pair(&mut self, high: u32, low: u32) -> u32 {
        self.wide((u64::from(high) << 32) | u64::from(low))
    }

    pub(super) fn location_number(&mut self, location: SourceLocation) -> u16 {
        let recent = (location.line ^ location.column) as usize % self.recent_locations.len();
        if let Some((known, number)) = self.recent_locations[recent]
            && std::ptr::eq(known.file, location.file)
            && (known.line, known.column) == (location.line, location.column)
        {
            return number;
        }
        let number = self.look_up(location);
        self.recent_locations[recent] = Some((location, number));
        number
    }

    fn look_up(&mut self, location: SourceLocation) -> u16 {
        let hash =
            hash_of(location.file) ^ (u64::from(location.line) << 32 | u64::from(location.column));
        if let Some(number) = self.location_numbers.get(&hash)
            && self.location_table.get(*number as usize - 1) == Some(&location)
        {
            return *number as u16;
        }
        // 65,534 different locations are more than any program here has; the rest share "nowhere".
        let number = u16::try_from(self.location_table.len() + 1).unwrap_or(0);
        if number > 0 {
            self.location_table.push(location);
            self.location_numbers.entry(hash).or_insert(number.into());
        }
        number
    }

    pub(super) fn location(&self, row: &Row) -> Option<SourceLocation> {
        let number = usize::from(row.location).checked_sub(1)?;
        self.location_table.get(number).copied()
    }
}

impl Observer for Trace {
    fn observe(&mut self, at: Nanos, event: Event<'_>) {
        self.mark();
        if self.instants.last().is_none_or(|&(_, last)| last != at) {
            self.instants.push((self.len() as u32, at));
        }
        self.record(event);
    }

    fn len(&self) -> u64 {
        self.rows.len() as u64
    }
}
