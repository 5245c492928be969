//! A trace with what is known of it: everything that a picture shows, read when it is asked for.

use crate::runtime::{Event, FetchId, TaskId, ThreadId};
use crate::trace::Trace;

use super::builder::StoryBuilder;
use super::parts::{Line, Moment, Party, Point, StateKind};

/// A trace with what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct StoryView<'a> {
    pub(super) builder: &'a StoryBuilder,
    pub(super) trace: &'a Trace,
}

impl<'a> StoryView<'a> {
    pub(super) fn new(builder: &'a StoryBuilder, trace: &'a Trace) -> StoryView<'a> {
        StoryView { builder, trace }
    }

    /// Returns the trace.
    #[must_use]
    pub fn trace(self) -> &'a Trace {
        self.trace
    }

    /// Returns what is known of it.
    #[must_use]
    pub fn builder(self) -> &'a StoryBuilder {
        self.builder
    }

    /// Returns where the trace ends, as far as it was told.
    #[must_use]
    pub fn end(self) -> Point {
        self.builder.end
    }

    /// Returns the moments at which steps were taken, in order.
    #[must_use]
    pub fn moments(self) -> &'a [Moment] {
        &self.builder.moments
    }

    /// Returns the families of states that are seen, in the order of a legend.
    #[must_use]
    pub fn looks(self) -> &'a [StateKind] {
        &self.builder.looks
    }

    /// Returns where an event is that was told.
    pub(super) fn at(self, number: usize) -> Point {
        self.builder.points.at(self.trace, number)
    }

    /// Returns how many events there are up to a point. What looks at many rows asks once.
    #[must_use]
    pub fn events_by(self, point: Point) -> usize {
        self.builder.points.events_by(self.trace, point)
    }

    // ---- names

    /// Returns a task's name, empty for none.
    #[must_use]
    pub fn name(self, task: TaskId) -> &'a str {
        let created = self.builder.created.get(task.0 as usize);
        match created.and_then(|number| self.trace.get(*number as usize)) {
            Some(Event::TaskCreated { name, .. }) => name,
            _ => "",
        }
    }

    /// Returns a thread's name, empty for none.
    #[must_use]
    pub fn thread_name(self, thread: ThreadId) -> &'a str {
        let events = self.builder.threads.get(thread.0 as usize);
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
        let began = self.builder.fetches.get(fetch.0 as usize);
        match began.and_then(|number| self.trace.get(*number as usize)) {
            Some(Event::FetchBegan { url, .. }) => url,
            _ => "",
        }
    }

    /// Returns the host that was asked, with its port if the address names one.
    #[must_use]
    pub fn host(self, fetch: FetchId) -> &'a str {
        let url = self.url(fetch);
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        rest.split(['/', '?', '#']).next().unwrap_or(rest)
    }

    /// Returns the task that sent a request, if one did.
    #[must_use]
    pub fn fetching_task(self, fetch: FetchId) -> Option<TaskId> {
        let began = self.builder.fetches.get(fetch.0 as usize)?;
        match self.trace.get(*began as usize)? {
            Event::FetchBegan { task, .. } => task,
            _ => None,
        }
    }

    // ---- the console

    /// Returns how many lines the console has.
    #[must_use]
    pub fn line_count(self) -> usize {
        self.builder.lines.len()
    }

    /// Returns how many lines were printed when the playhead is at a point.
    #[must_use]
    pub fn lines_by(self, at: Point) -> usize {
        let lines = &self.builder.lines;
        lines.partition_point(|number| self.at(*number as usize) <= at)
    }

    /// Returns how many lines were printed before an event.
    #[must_use]
    pub fn lines_before(self, event: usize) -> usize {
        let lines = &self.builder.lines;
        lines.partition_point(|number| (*number as usize) < event)
    }

    /// Returns the lines of the console from number `first` on.
    pub fn lines_from(self, first: usize) -> impl Iterator<Item = Line<'a>> {
        let lines = self.builder.lines.iter().skip(first);
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
                location,
            } => Some(Line {
                at,
                by: thread.map(Party::Thread).or(task.map(Party::Task)),
                text,
                location: Some(location),
                is_log: false,
            }),
            Event::Logged { task, text } => Some(Line {
                at,
                by: task.map(Party::Task),
                text,
                location: None,
                is_log: true,
            }),
            _ => None,
        }
    }

    // ---- the stopped loop

    /// Returns the stretches in which one task stopped the whole loop, in order.
    pub fn blocks(self) -> impl Iterator<Item = (Point, Point)> + 'a {
        let numbers = self.builder.blocks.iter();
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
