//! A trace with what is known of it: everything that a picture shows, read when it is asked for.

use crate::runtime::{Event, FetchId, TaskId, ThreadId};
use crate::trace::Trace;

use super::parts::{Line, Look, Moment, Party, Point};
use super::builder::Story;

/// A trace with what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    pub(super) story: &'a Story,
    pub(super) trace: &'a Trace,
}

impl<'a> Told<'a> {
    pub(super) fn new(story: &'a Story, trace: &'a Trace) -> Told<'a> {
        Told { story, trace }
    }

    /// Returns the trace.
    #[must_use]
    pub fn trace(self) -> &'a Trace {
        self.trace
    }

    /// Returns what is known of it.
    #[must_use]
    pub fn story(self) -> &'a Story {
        self.story
    }

    /// Returns where the trace ends, as far as it was told.
    #[must_use]
    pub fn end(self) -> Point {
        self.story.end
    }

    /// Returns the moments at which steps were taken, in order.
    #[must_use]
    pub fn moments(self) -> &'a [Moment] {
        &self.story.moments
    }

    /// Returns the families of states that are seen, in the order of a legend.
    #[must_use]
    pub fn looks(self) -> &'a [Look] {
        &self.story.looks
    }

    /// Returns where an event is that was told.
    pub(super) fn at(self, number: usize) -> Point {
        self.story.points.at(self.trace, number)
    }

    /// Returns how many events there are up to a point. What looks at many rows asks once.
    #[must_use]
    pub fn events_by(self, point: Point) -> usize {
        self.story.points.events_by(self.trace, point)
    }

    // ---- names

    /// Returns a task's name, empty for none.
    #[must_use]
    pub fn name(self, task: TaskId) -> &'a str {
        let created = self.story.created.get(task.0 as usize);
        match created.and_then(|number| self.trace.get(*number as usize)) {
            Some(Event::TaskCreated { name, .. }) => name,
            _ => "",
        }
    }

    /// Returns a thread's name, empty for none.
    #[must_use]
    pub fn thread_name(self, thread: ThreadId) -> &'a str {
        let events = self.story.threads.get(thread.0 as usize);
        let started = events.and_then(|events| events.first());
        match started.and_then(|number| self.trace.get(*number as usize)) {
            Some(Event::ThreadCreated { name, .. }) => name,
            _ => "",
        }
    }

    /// Returns the name of a task or a thread.
    #[must_use]
    pub fn party_name(self, party: Party) -> &'a str {
        match party {
            Party::Task(task) => self.name(task),
            Party::Thread(thread) => self.thread_name(thread),
        }
    }

    /// Returns the address that was fetched, empty for none.
    #[must_use]
    pub fn url(self, fetch: FetchId) -> &'a str {
        let began = self.story.fetches.get(fetch.0 as usize);
        match began.and_then(|number| self.trace.get(*number as usize)) {
            Some(Event::FetchBegan { url, .. }) => url,
            _ => "",
        }
    }

    // ---- the console

    /// Returns how many lines the console has.
    #[must_use]
    pub fn line_count(self) -> usize {
        self.story.lines.len()
    }

    /// Returns how many lines were printed when the playhead is at a point.
    #[must_use]
    pub fn lines_by(self, at: Point) -> usize {
        let lines = &self.story.lines;
        lines.partition_point(|number| self.at(*number as usize) <= at)
    }

    /// Returns how many lines were printed before an event.
    #[must_use]
    pub fn lines_before(self, event: usize) -> usize {
        let lines = &self.story.lines;
        lines.partition_point(|number| (*number as usize) < event)
    }

    /// Returns the lines of the console from number `first` on.
    pub fn lines_from(self, first: usize) -> impl Iterator<Item = Line<'a>> {
        let lines = self.story.lines.iter().skip(first);
        lines.filter_map(move |number| self.line(*number as usize))
    }

    /// Returns the lines of the console.
    pub fn lines(self) -> impl Iterator<Item = Line<'a>> {
        self.lines_from(0)
    }

    fn line(self, number: usize) -> Option<Line<'a>> {
        let at = self.at(number);
        match self.trace.get(number)? {
            Event::Printed {
                task,
                thread,
                text,
                place,
            } => Some(Line {
                at,
                by: thread.map(Party::Thread).or(task.map(Party::Task)),
                text,
                place: Some(place),
                is_log: false,
            }),
            Event::Logged { task, text } => Some(Line {
                at,
                by: task.map(Party::Task),
                text,
                place: None,
                is_log: true,
            }),
            _ => None,
        }
    }

    // ---- the stopped loop

    /// Returns the stretches in which one task stopped the whole loop, in order.
    pub fn blocks(self) -> impl Iterator<Item = (Point, Point)> + 'a {
        let numbers = self.story.blocks.iter();
        numbers.filter_map(move |number| {
            let number = *number as usize;
            let at = self.at(number);
            match self.trace.get(number)? {
                Event::Blocked { until, .. } => Some((at, Point { time: until, ..at })),
                _ => None,
            }
        })
    }
}
