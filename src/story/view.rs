//! A trace with what is known of it: everything that a picture shows, read when it is asked for.
//!
//! Names, console lines, blocked stretches and queues are here; lanes, threads, stops, arrows and
//! signs have a file each.

use crate::runtime::{Event, FetchId, TaskId, ThreadId};
use crate::trace::Trace;

use super::{Line, Moment, Party, Point, QueueLevels, StateKind, StoryBuilder};

/// A trace with what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct StoryView<'a> {
    pub(super) builder: &'a StoryBuilder,
    pub(super) trace: &'a Trace,
}

impl StoryBuilder {
    /// Adds what a trace says to what is known of it.
    pub fn with<'a>(&'a self, trace: &'a Trace) -> StoryView<'a> {
        StoryView {
            builder: self,
            trace,
        }
    }
}

impl<'a> StoryView<'a> {
    /// Returns the trace.
    pub fn trace(self) -> &'a Trace {
        self.trace
    }

    /// Returns what is known of the trace.
    pub fn builder(self) -> &'a StoryBuilder {
        self.builder
    }

    /// Returns where the trace ends, as far as it was read.
    pub fn end(self) -> Point {
        self.builder.end
    }

    /// Returns the moments at which steps were taken, in order.
    pub fn moments(self) -> &'a [Moment] {
        &self.builder.moments
    }

    /// Returns the kinds of states that the picture shows, in the order of a legend.
    pub fn state_kinds(self) -> &'a [StateKind] {
        &self.builder.lists.state_kinds
    }

    pub(super) fn at(self, number: usize) -> Point {
        self.builder.event_index.at(self.trace, number)
    }

    /// Returns how many events there are up to a point. A caller that reads many rows asks once.
    pub fn events_by(self, point: Point) -> usize {
        self.builder.event_index.events_by(self.trace, point)
    }

    /// Returns the event whose number stands at an index of a list.
    pub(super) fn listed(self, numbers: &[u32], index: usize) -> Option<Event<'a>> {
        self.trace.get(*numbers.get(index)? as usize)
    }

    /// Returns a task's name, empty for none.
    pub fn name(self, task: TaskId) -> &'a str {
        match self.listed(&self.builder.lists.created, task.0 as usize) {
            Some(Event::TaskCreated { name, .. }) => name,
            _ => "",
        }
    }

    /// Returns a thread's name, empty for none.
    pub fn thread_name(self, thread: ThreadId) -> &'a str {
        let events = self.builder.lists.threads.get(thread.0 as usize);
        match events.and_then(|events| self.listed(events, 0)) {
            Some(Event::ThreadCreated { name, .. }) => name,
            _ => "",
        }
    }

    /// Returns the name of a task or a thread.
    pub fn party_name(self, party: Party) -> &'a str {
        match party {
            Party::Task(task) => self.name(task),
            Party::Thread(thread) => self.thread_name(thread),
        }
    }

    /// Returns the address that was fetched, empty for none.
    pub fn url(self, fetch: FetchId) -> &'a str {
        match self.listed(&self.builder.lists.fetches, fetch.0 as usize) {
            Some(Event::FetchBegan { url, .. }) => url,
            _ => "",
        }
    }

    /// Returns the host that was asked, with its port if the address names one.
    pub(super) fn host(self, fetch: FetchId) -> &'a str {
        let url = self.url(fetch);
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        rest.split(['/', '?', '#']).next().unwrap_or(rest)
    }

    pub(super) fn fetching_task(self, fetch: FetchId) -> Option<TaskId> {
        match self.listed(&self.builder.lists.fetches, fetch.0 as usize)? {
            Event::FetchBegan { task, .. } => task,
            _ => None,
        }
    }

    /// Returns how many lines were printed when the playhead is at a point.
    pub fn lines_by(self, at: Point) -> usize {
        let lines = &self.builder.lists.lines;
        lines.partition_point(|number| self.at(*number as usize) <= at)
    }

    /// Returns how many lines were printed before an event.
    pub fn lines_before(self, event: usize) -> usize {
        let lines = &self.builder.lists.lines;
        lines.partition_point(|number| (*number as usize) < event)
    }

    /// Returns the lines of the console from number `first` on.
    pub fn lines_from(self, first: usize) -> impl Iterator<Item = Line<'a>> {
        let lines = self.builder.lists.lines.iter().skip(first);
        lines.filter_map(move |number| self.line(*number as usize))
    }

    /// Returns the lines of the console.
    pub fn lines(self) -> impl Iterator<Item = Line<'a>> {
        self.lines_from(0)
    }

    fn line(self, number: usize) -> Option<Line<'a>> {
        let event = self.trace.get(number)?;
        let (task, thread, text, location) = match event {
            Event::Printed {
                task,
                thread,
                text,
                location,
            } => (task, thread, text, Some(location)),
            Event::Warned {
                task,
                text,
                location,
            } => (task, None, text, Some(location)),
            Event::Logged { task, text } => (task, None, text, None),
            _ => return None,
        };
        Some(Line {
            at: self.at(number),
            by: thread.map(Party::Thread).or(task.map(Party::Task)),
            text,
            location,
            is_log: !matches!(event, Event::Printed { .. }),
        })
    }

    /// Returns the stretches in which one task blocked the whole loop, in order.
    pub fn blocks(self) -> impl Iterator<Item = (Point, Point)> + 'a {
        let numbers = self.builder.blocks.iter();
        numbers.filter_map(move |number| {
            let at = self.at(*number as usize);
            match self.trace.get(*number as usize)? {
                Event::Blocked { until, .. } => Some((at, at.at_time(until))),
                _ => None,
            }
        })
    }

    /// Returns the queues that ever held an item, in the order in which they were created.
    pub fn queues(self) -> impl Iterator<Item = QueueLevels<'a>> {
        let queues = self.builder.lists.queues.iter();
        let used = queues.filter(|queue| queue.most > 0);
        used.map(move |changes| QueueLevels {
            changes,
            event_index: &self.builder.event_index,
            trace: self.trace,
        })
    }
}
