//! Looking at single events of a trace, without reading it from the start.

use std::ops::Range;

use crate::runtime::{Event, Nanos};

use super::columns::Trace;
use super::kind;

/// What an event is to the steps around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    /// A step begins with it.
    Begin,
    /// A step ends with it.
    End,
    /// A task is created or made ready.
    Creation,
    /// Something else.
    None,
}

/// How many events lie side by side.
pub(crate) const BLOCK: usize = 32;

impl Edge {
    fn of(kind: u8) -> Edge {
        match kind {
            kind::STEP_BEGAN => Edge::Begin,
            kind::END_YIELDS..=kind::END_CANCELLED
            | kind::END_WAITS_FOR_PERMIT..=kind::END_WAITS_FOR_THREAD => Edge::End,
            kind::TASK_CREATED..=kind::SCHEDULED_BY_FETCH | kind::SCHEDULED_BY_THREAD => {
                Edge::Creation
            }
            _ => Edge::None,
        }
    }
}

impl Trace {
    /// Returns an event by its number, if there is one.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<Event<'_>> {
        (number < self.len()).then(|| self.event(number))
    }

    /// Returns the moment of an event. `instant` is the number of an instant that is not later; the
    /// nearer it is, the quicker this is.
    pub(crate) fn time_from(&self, instant: usize, number: usize) -> Nanos {
        let instant = self.instant_from(instant, number);
        self.instants.get(instant).map_or(Nanos::ZERO, |i| i.1)
    }

    /// Returns the number of the instant of an event, counted on from an earlier one.
    pub(crate) fn instant_from(&self, instant: usize, number: usize) -> usize {
        let rest = self.instants.get(instant + 1..).unwrap_or_default();
        let passed = rest.iter().take_while(|next| next.0 as usize <= number);
        instant + passed.count()
    }

    /// Returns what the events from number `from` on are to their steps.
    pub(crate) fn edges_from(&self, from: usize) -> impl Iterator<Item = Edge> {
        self.rows.iter_from(from).map(|row| Edge::of(row.kind))
    }

    /// Returns what the events of a stretch are to their steps. It is in one block of
    /// [`BLOCK`] events.
    pub(crate) fn edges_in(&self, events: Range<usize>) -> impl Iterator<Item = Edge> {
        let rows = self.rows.within(events);
        rows.iter().map(|row| Edge::of(row.kind))
    }
}
