//! The event index: where each event of a trace is, its moment and the steps before it.
//!
//! A step takes no simulated time, and yet things happen in a step one after the other: tasks are
//! created, lines printed. They are spread evenly between the step's start (order k) and its end
//! (order k + 1).
//!
//! A million tasks have ten million events, so no point is kept. A mark every [`BLOCK`] events says
//! how many steps are over there, and an event is found by reading on from the mark before it.

use crate::runtime::Nanos;
use crate::trace::{BLOCK, Edge, Trace};

use super::parts::Point;
use super::search::first_not;

/// What is known before an event.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    /// The number of the event's instant, or of an earlier one.
    instant: u32,
    steps: u32,
    began: Option<u32>,
}

impl Mark {
    fn pass(&mut self, number: usize, edge: Edge) {
        match (edge, self.began) {
            (Edge::Begin, None) => self.began = Some(number as u32),
            (Edge::End, Some(_)) => {
                self.began = None;
                self.steps += 1;
            }
            _ => {}
        }
    }
}

/// Where the events of a trace are, as far as it was read.
#[derive(Clone, Debug, Default)]
pub(super) struct EventIndex {
    marks: Vec<Mark>,
    /// The steps whose end is far from their start: the events of both.
    long: Vec<(u32, u32)>,
    now: Mark,
    events_read: usize,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    pub(super) at: Point,
    /// The event that began its step, if it is in a step or ends one.
    pub(super) began: Option<usize>,
}

impl EventIndex {
    pub(super) fn push(&mut self, trace: &Trace, number: usize, edge: Edge) {
        if number.is_multiple_of(BLOCK) {
            let instant = trace.instant_from(self.now.instant as usize, number);
            self.now.instant = instant as u32;
            self.marks.push(self.now);
        }
        self.now.pass(number, edge);
        self.events_read = number + 1;
    }

    /// Notes the event that ends the step that goes on, before anything in the step is looked up.
    pub(super) fn set_end(&mut self, ended: usize) {
        if let Some(began) = self.now.began
            && ended - began as usize > BLOCK
        {
            self.long.push((began, ended as u32));
        }
    }

    pub(super) fn began(&self) -> Option<usize> {
        self.now.began.map(|began| began as usize)
    }

    /// Returns where the event is that was added last. `ended` is the event that ends its step, if
    /// it is in one.
    pub(super) fn last(&self, number: usize, time: Nanos, ended: Option<usize>) -> Point {
        let steps = f64::from(self.now.steps);
        let order = match (self.began(), ended) {
            (Some(began), Some(ended)) => steps + share(began, number, ended),
            _ => steps,
        };
        Point { time, order }
    }

    pub(super) fn at(&self, trace: &Trace, number: usize) -> Point {
        self.position(trace, number).at
    }

    /// Returns the moment of an event, as a point of order 0.
    pub(super) fn moment(&self, trace: &Trace, number: usize) -> Point {
        let mark = self.marks.get(number / BLOCK);
        let time = trace.time_from(mark.map_or(0, |mark| mark.instant as usize), number);
        Point { time, order: 0.0 }
    }

    pub(super) fn events_by(&self, trace: &Trace, point: Point) -> usize {
        let is_by = |number| self.at(trace, number) <= point;
        first_not(0..self.events_read, &is_by)
    }

    pub(super) fn bytes(&self) -> usize {
        size_of::<Mark>() * self.marks.len() + 8 * self.long.len()
    }

    pub(super) fn position(&self, trace: &Trace, number: usize) -> Position {
        let mut mark = self.marks.get(number / BLOCK).copied().unwrap_or_default();
        let first = number - number % BLOCK;
        let mut edges = trace.edges_in(first..number + 1);
        for (before, edge) in (first..number).zip(&mut edges) {
            mark.pass(before, edge);
        }
        let steps = f64::from(mark.steps);
        let began = mark.began.map(|began| began as usize);
        let order = match (began, edges.next()) {
            (None, _) => steps,
            (Some(_), Some(Edge::End)) => steps + 1.0,
            (Some(began), _) => steps + share(began, number, self.end_of(trace, began, number)),
        };
        let time = trace.time_from(mark.instant as usize, number);
        let at = Point { time, order };
        Position { at, began }
    }

    /// Returns the event that ends the step that `began` began, and in which `number` is.
    fn end_of(&self, trace: &Trace, began: usize, number: usize) -> usize {
        let by_start = |(long, _): &(u32, u32)| *long as usize;
        if let Ok(long) = self.long.binary_search_by_key(&began, by_start) {
            return self.long[long].1 as usize;
        }
        let mut edges = trace.edges_from(number);
        let rest = edges.position(|edge| edge == Edge::End);
        number + rest.unwrap_or(1)
    }
}

/// Returns how much of a step is over at an event: each of its events takes the same part.
fn share(began: usize, number: usize, ended: usize) -> f64 {
    (number - began) as f64 / (ended - began) as f64
}
