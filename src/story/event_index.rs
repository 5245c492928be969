//! Where events are: the moment of each, and the steps before it.
//!
//! A step takes no simulated time, and yet things happen in it one after the other: tasks are
//! created, lines printed. They are spread evenly between the step's begin (order k) and its end
//! (order k + 1).
//!
//! A million tasks have ten million events, so no point is kept. A mark every [`BLOCK`] events says
//! how the loop stands there, and the way from a mark to an event is short.

use crate::runtime::Nanos;
use crate::trace::{BLOCK, Edge, Trace};

use super::parts::Point;

/// How the loop stands before an event.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    /// The number of the event's instant, or of an earlier one.
    instant: u32,
    /// How many steps ended before.
    steps: u32,
    /// The event with which the step began that goes on.
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

/// Where the events of a trace are, as far as they were told.
#[derive(Clone, Debug, Default)]
pub(super) struct EventIndex {
    marks: Vec<Mark>,
    /// Steps whose end is far from their begin: the events of both.
    long: Vec<(u32, u32)>,
    now: Mark,
    /// How many events were told.
    events_read: usize,
}

/// An event's surroundings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// Where it is.
    pub(super) at: Point,
    /// The event with which its step began, if it is in or at the end of one.
    pub(super) began: Option<usize>,
}

impl EventIndex {
    /// Passes the next event.
    pub(super) fn tell(&mut self, trace: &Trace, number: usize, edge: Edge) {
        if number.is_multiple_of(BLOCK) {
            let instant = trace.instant_from(self.now.instant as usize, number);
            self.now.instant = instant as u32;
            self.marks.push(self.now);
        }
        self.now.pass(number, edge);
        self.events_read = number + 1;
    }

    /// Notes with which event the step ends that goes on, before anything in it is looked for.
    pub(super) fn will_end(&mut self, ended: usize) {
        if let Some(began) = self.now.began
            && ended - began as usize > BLOCK
        {
            self.long.push((began, ended as u32));
        }
    }

    /// Returns the event with which the step began that goes on.
    pub(super) fn open(&self) -> Option<usize> {
        self.now.began.map(|began| began as usize)
    }

    /// Returns where the event is that was told last. `ended` is the event with which its step
    /// ends, if it is in one.
    pub(super) fn last(&self, number: usize, time: Nanos, ended: Option<usize>) -> Point {
        let steps = f64::from(self.now.steps);
        let order = match (self.open(), ended) {
            (Some(began), Some(ended)) => steps + share(began, number, ended),
            _ => steps,
        };
        Point { time, order }
    }

    /// Returns where an event is that was told.
    pub(super) fn at(&self, trace: &Trace, number: usize) -> Point {
        self.spot(trace, number).at
    }

    /// Returns the moment of an event that was told, as a point of order 0.
    pub(super) fn moment(&self, trace: &Trace, number: usize) -> Point {
        let mark = self.marks.get(number / BLOCK);
        let time = trace.time_from(mark.map_or(0, |mark| mark.instant as usize), number);
        Point { time, order: 0.0 }
    }

    /// Returns how many of the events that were told there are up to a point.
    pub(super) fn events_by(&self, trace: &Trace, point: Point) -> usize {
        let (mut low, mut high) = (0, self.events_read);
        while low < high {
            let middle = low.midpoint(high);
            if self.at(trace, middle) <= point {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Returns about how many bytes are held.
    pub(super) fn bytes(&self) -> usize {
        size_of::<Mark>() * self.marks.len() + 8 * self.long.len()
    }

    /// Returns where an event is that was told, and in which step.
    pub(super) fn spot(&self, trace: &Trace, number: usize) -> Spot {
        let mut mark = self.marks.get(number / BLOCK).copied().unwrap_or_default();
        let first = number - number % BLOCK;
        let mut edges = trace.edges_in(first..number + 1);
        for (before, edge) in (first..number).zip(&mut edges) {
            mark.pass(before, edge);
        }
        let order = match (mark.began, edges.next()) {
            (None, _) => f64::from(mark.steps),
            (Some(_), Some(Edge::End)) => f64::from(mark.steps) + 1.0,
            (Some(began), _) => {
                let began = began as usize;
                let ended = self.end_of(trace, began, number);
                f64::from(mark.steps) + share(began, number, ended)
            }
        };
        let time = trace.time_from(mark.instant as usize, number);
        Spot {
            at: Point { time, order },
            began: mark.began.map(|began| began as usize),
        }
    }

    /// Returns the event with which a step ends that began with `began`, and in which `number` is.
    fn end_of(&self, trace: &Trace, began: usize, number: usize) -> usize {
        let long = self
            .long
            .partition_point(|(long, _)| (*long as usize) < began);
        match self.long.get(long) {
            Some((known, ended)) if *known as usize == began => *ended as usize,
            _ => {
                let mut edges = trace.edges_from(number);
                let rest = edges.position(|edge| edge == Edge::End);
                number + rest.unwrap_or(1)
            }
        }
    }
}

/// Returns how much of a step is over at an event: each of its events takes the same part.
fn share(began: usize, number: usize, ended: usize) -> f64 {
    (number - began) as f64 / (ended - began) as f64
}
