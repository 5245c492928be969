//! Reading single events of a trace, without reading the trace from its start.

use std::ops::Range;

use crate::runtime::{Event, Nanos, TaskId, Wait};

use super::columns::Trace;
use super::kind;

/// What an event is to the steps around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    /// A step begins with the event.
    Begin,
    /// A step ends with the event.
    End,
    /// The event creates a task or makes a task ready.
    Creation,
    /// The event is none of these.
    None,
}

/// How many events of a trace are sure to be side by side in memory.
pub(crate) const BLOCK: usize = 32;

/// The edge of each kind of event, and whether an event of the kind changes what its task does. A
/// story looks up millions, and a table is quicker than comparing.
static EDGES: [(Edge, bool); KINDS] = {
    let mut edges = [(Edge::None, false); KINDS];
    let mut kind = 0;
    while kind < KINDS {
        edges[kind] = Edge::of_kind(kind as u8);
        kind += 1;
    }
    edges
};

const KINDS: usize = u8::MAX as usize + 1;

impl Edge {
    fn of(kind: u8) -> Edge {
        EDGES[kind as usize].0
    }

    const fn of_kind(kind: u8) -> (Edge, bool) {
        match kind {
            kind::STEP_BEGAN => (Edge::Begin, true),
            kind::END_YIELDS..=kind::END_CANCELLED => (Edge::End, true),
            _ if Wait::of_code(kind, 0).is_some() => (Edge::End, true),
            kind::TASK_CREATED => (Edge::Creation, false),
            kind::SCHEDULED_BY_LOOP..=kind::SCHEDULED_BY_FETCH | kind::SCHEDULED_BY_THREAD => {
                (Edge::Creation, true)
            }
            _ => (Edge::None, kind == kind::BLOCKED),
        }
    }
}

impl Trace {
    /// Returns an event by its number, if there is one.
    pub fn get(&self, number: usize) -> Option<Event<'_>> {
        (number < self.len()).then(|| self.event(&self.rows.get(number)))
    }

    /// Returns the task that an event creates, if the event creates one.
    pub(crate) fn created_by(&self, number: usize) -> Option<TaskId> {
        let row = (number < self.len()).then(|| self.rows.get(number))?;
        (row.kind == kind::TASK_CREATED).then_some(TaskId(row.task))
    }

    /// Returns the moment of an event. `instant` is the number of an instant that is not later; a
    /// nearer instant makes the search quicker.
    pub(crate) fn time_from(&self, instant: usize, number: usize) -> Nanos {
        let instant = self.instant_from(instant, number);
        self.instants.get(instant).map_or(Nanos::ZERO, |i| i.1)
    }

    /// Returns the number of the instant of an event, searched from an earlier instant on.
    pub(crate) fn instant_from(&self, instant: usize, number: usize) -> usize {
        // Each instant has at least one event, so a block of events has few instants.
        let rest = self.instants.get(instant + 1..).unwrap_or_default();
        let (near, _) = rest.split_at(rest.len().min(BLOCK));
        let passed = near.partition_point(|next| next.0 as usize <= number);
        if passed == BLOCK {
            return self.instant_from(instant + passed, number);
        }
        instant + passed
    }

    /// Returns the events from number `first` on, each with its moment and its edge.
    pub(crate) fn edged_from(
        &self,
        first: usize,
    ) -> impl Iterator<Item = (Nanos, Edge, Event<'_>)> {
        self.moments_from(first)
            .map(|(at, row)| (at, Edge::of(row.kind), self.event(row)))
    }

    /// Gives `take` the number and the task of each event of a stretch that changes what its task does.
    pub(crate) fn each_change(&self, events: Range<usize>, mut take: impl FnMut(usize, u32)) {
        let mut number = events.start;
        for rows in self.rows.pieces(events) {
            for row in rows {
                if EDGES[row.kind as usize].1 {
                    take(number, row.task);
                }
                number += 1;
            }
        }
    }

    pub(crate) fn edges_from(&self, from: usize) -> impl Iterator<Item = Edge> {
        self.rows.iter_from(from).map(|row| Edge::of(row.kind))
    }

    /// Returns the edges of the events of a stretch, which is in one block of [`BLOCK`] events.
    pub(crate) fn edges_in(&self, events: Range<usize>) -> impl Iterator<Item = Edge> {
        let rows = self.rows.within(events);
        rows.iter().map(|row| Edge::of(row.kind))
    }
}
