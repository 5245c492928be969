//! Lanes: the rows of the timeline, one per task, and the spans of each.
//!
//! A lane is read from the events of its task, which the task index finds.

use std::cell::OnceCell;
use std::ops::Range;

use crate::runtime::{Event, SourceLocation, StepEnd, TaskId};

use super::task_index::TaskEvents;
use super::{Ending, Point, Span, State, StoryView};

/// A row of the timeline: one task.
#[derive(Clone, Debug)]
pub struct Lane<'a> {
    /// The task.
    pub task: TaskId,
    story: StoryView<'a>,
    /// Looked up when they are asked for: a name needs none of them.
    events: OnceCell<TaskEvents<'a>>,
    /// Whether the points of the spans have order 0: then their moments alone are looked up.
    pub(super) is_timed: bool,
}

impl<'a> StoryView<'a> {
    /// Returns how many tasks there are, each with a lane.
    pub fn lane_count(self) -> usize {
        self.builder.lists.created.len()
    }

    /// Returns the most tasks that there were at once, so far.
    pub fn most_at_once(self) -> usize {
        self.builder.most_at_once
    }

    /// Returns the lanes, in the order in which their tasks were created.
    pub fn lanes(self) -> impl Iterator<Item = Lane<'a>> {
        (0..self.lane_count() as u32).filter_map(move |number| self.lane(TaskId(number)))
    }

    /// Returns whether a task created others.
    pub fn is_creator(self, task: TaskId) -> bool {
        self.builder.lists.is_creator(task)
    }

    /// Returns the tasks that created others, in order.
    pub fn creators(self) -> impl Iterator<Item = TaskId> {
        let tasks = (0..self.lane_count() as u32).map(TaskId);
        tasks.filter(move |task| self.is_creator(*task))
    }

    pub(super) fn created_in(self, events: Range<usize>) -> Range<u32> {
        let created = &self.builder.lists.created;
        let before = |event| created.partition_point(|number| (*number as usize) < event) as u32;
        before(events.start)..before(events.end)
    }

    /// Returns the lane of a task, if it was created.
    pub fn lane(self, task: TaskId) -> Option<Lane<'a>> {
        ((task.0 as usize) < self.lane_count()).then(|| Lane {
            task,
            story: self,
            events: OnceCell::new(),
            is_timed: false,
        })
    }
}

impl<'a> Lane<'a> {
    fn events(&self) -> &TaskEvents<'a> {
        let task_index = &self.story.builder.task_index;
        self.events.get_or_init(|| task_index.of(self.task.0))
    }

    fn event(&self, index: usize) -> Option<Event<'a>> {
        self.story.trace.get(self.events().get(index)?)
    }

    /// Returns the name of the task.
    pub fn name(&self) -> &'a str {
        self.story.name(self.task)
    }

    /// Returns the task that created this one.
    pub fn parent(&self) -> Option<TaskId> {
        let created = &self.story.builder.lists.created;
        match self.story.listed(created, self.task.0 as usize)? {
            Event::TaskCreated { parent, .. } => parent,
            _ => None,
        }
    }

    /// Returns how many ancestors the task has, of which at most `most` are counted.
    pub fn depth(&self, most: usize) -> usize {
        self.ancestors().take(most).count()
    }

    /// Returns the ancestors of the task, each created by the next.
    pub fn ancestors(&self) -> impl Iterator<Item = TaskId> {
        let story = self.story;
        let parent = move |task: &TaskId| {
            // A damaged trace may make a task its own ancestor.
            story.lane(*task)?.parent().filter(|parent| parent < task)
        };
        std::iter::successors(parent(&self.task), parent)
    }

    /// Returns where and how the task ended, if it has.
    pub fn ending(&self) -> Option<(Point, Ending<'a>)> {
        let last = self.events().get(self.events().len().checked_sub(1)?)?;
        let Event::StepEnded { end, .. } = self.story.trace.get(last)? else {
            return None;
        };
        let ending = match end {
            StepEnd::Returned(value) => Ending::Returned(value),
            StepEnd::Raised(error) => Ending::Raised(error),
            StepEnd::Cancelled => Ending::Cancelled,
            _ => return None,
        };
        Some((self.story.at(last), ending))
    }

    /// Returns the spans of the lane, one after the other without gaps.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.spans_since(0)
    }

    pub(super) fn events_before(&self, event: usize) -> usize {
        self.events().index_of(event)
    }

    /// Returns the spans from the one on that goes on before an event of the run.
    pub fn spans_since(&self, event: usize) -> impl Iterator<Item = Span> {
        let first = self.events_before(event).saturating_sub(1);
        // Where one span ends the next begins, and most of the work is to find that point.
        let mut from = self.point_at(first);
        (first..self.events().len()).flat_map(move |index| {
            let to = self.point_at(index + 1);
            let begins = std::mem::replace(&mut from, to);
            self.spans_between(index, begins, to)
        })
    }

    /// As [`Row::each_since`](super::Row::each_since): `near` and the result are indices of events.
    pub(super) fn each_since(
        &self,
        event: usize,
        near: usize,
        take: &mut dyn FnMut(Span) -> bool,
    ) -> usize {
        let before = self.events().index_near(near, event);
        let first = before.saturating_sub(1);
        let mut from = self.point_at(first);
        for index in first..self.events().len() {
            let to = self.point_at(index + 1);
            if !self.spans_between(index, from, to).all(&mut *take) {
                break;
            }
            from = to;
        }
        before
    }

    /// Returns a span by its number.
    pub fn span(&self, number: usize) -> Option<Span> {
        let mut spans = self.spans_of(number / 2);
        spans.find(|span| span.number == number)
    }

    /// Returns the event that begins a span.
    pub fn event_of(&self, span: &Span) -> Option<usize> {
        self.events().get(span.number / 2)
    }

    /// Returns the line of the program at which the task stands during a span.
    pub fn location(&self, span: &Span) -> Option<SourceLocation> {
        let index = span.number / 2;
        match self.event(index)? {
            Event::Blocked { location, .. } if span.state == State::Blocking => Some(location),
            Event::StepEnded { location, .. } => location,
            // A running task stands where it gives up control.
            _ if span.state == State::Running => match self.event(index + 1)? {
                Event::StepEnded { location, .. } if location.is_some() => location,
                _ => self.story.location_before(self.events().get(index + 1)?),
            },
            _ => None,
        }
    }

    pub(super) fn state_before(&self, event: usize) -> Option<State> {
        let before = self.events_before(event).checked_sub(1)?;
        self.spans_of(before).last().map(|span| span.state)
    }

    pub(super) fn event_before(&self, event: usize) -> Option<usize> {
        let before = self.events_before(event).checked_sub(1)?;
        self.events().get(before)
    }

    pub(super) fn made_ready(&self, began: usize) -> Option<Event<'a>> {
        self.story.trace.get(self.event_before(began)?)
    }

    pub(super) fn step_after(&self, event: usize) -> Option<usize> {
        self.step_since(self.events_before(event))
    }

    pub(super) fn step_from(&self, point: Point) -> Option<usize> {
        let story = self.story;
        let is_before = |event| story.at(event) < point;
        self.step_since(self.events().partition_point(&is_before))
    }

    fn step_since(&self, index: usize) -> Option<usize> {
        let mut events = (index..self.events().len()).filter_map(|index| self.events().get(index));
        let trace = self.story.trace;
        events.find(|event| matches!(trace.get(*event), Some(Event::StepBegan { .. })))
    }

    pub(super) fn is_first_step(&self, began: usize) -> bool {
        // The first event of a task makes it ready; the next begins its first step.
        self.events().get(1) == Some(began)
    }

    /// Returns the spans that one event begins: none, one, or the two around the end of a block.
    fn spans_of(&self, index: usize) -> impl Iterator<Item = Span> + use<> {
        self.spans_between(index, self.point_at(index), self.point_at(index + 1))
    }

    fn point_at(&self, index: usize) -> Option<Point> {
        let StoryView { builder, trace } = self.story;
        let event = self.events().get(index)?;
        Some(if self.is_timed {
            builder.event_index.moment(trace, event)
        } else {
            builder.event_index.at(trace, event)
        })
    }

    /// As [`Lane::spans_of`], where the points of the event and of the one after it are known.
    fn spans_between(
        &self,
        index: usize,
        from: Option<Point>,
        next: Option<Point>,
    ) -> impl Iterator<Item = Span> + use<> {
        let event = self.event(index);
        let span = |part, state, from, to| Span {
            state,
            from,
            to,
            number: 2 * index + part,
        };
        let spans = match from.zip(event) {
            None => [None, None],
            Some((from, Event::Blocked { until, .. })) => {
                let after = from.at_time(until);
                [
                    Some(span(0, State::Blocking, from, Some(after))),
                    Some(span(1, State::Running, after, next)),
                ]
            }
            Some((from, event)) => {
                let state = State::after(event);
                [state.map(|state| span(0, state, from, next)), None]
            }
        };
        spans.into_iter().flatten()
    }
}
