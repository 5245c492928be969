//! Lanes: the rows of the timeline, one a task, and the spans of each.

use std::cell::OnceCell;
use std::ops::Range;

use crate::runtime::{Event, SourceLocation, StepEnd, TaskId};

use super::loop_state::wait_of;
use super::parts::{Ending, Point, Span, State};
use super::task_index::Life;
use super::view::StoryView;

/// A row of the timeline: one task.
#[derive(Clone, Debug)]
pub struct Lane<'a> {
    /// The task.
    pub task: TaskId,
    story: StoryView<'a>,
    /// Looked up when it is asked for: names alone need it not.
    life: OnceCell<Life<'a>>,
    /// Whether its points have order 0: they are found by their moments alone.
    pub(super) is_timed: bool,
}

impl<'a> StoryView<'a> {
    /// Returns how many tasks there are, each with a lane.
    #[must_use]
    pub fn lane_count(self) -> usize {
        self.builder.created.len()
    }

    /// Returns the lanes, in the order in which their tasks were created.
    pub fn lanes(self) -> impl Iterator<Item = Lane<'a>> {
        (0..self.lane_count() as u32).filter_map(move |number| self.lane(TaskId(number)))
    }

    /// Returns the tasks that a stretch of events creates.
    pub(super) fn created_in(self, events: Range<usize>) -> Range<u32> {
        let created = &self.builder.created;
        let before =
            |event: usize| created.partition_point(|number| (*number as usize) < event) as u32;
        before(events.start)..before(events.end)
    }

    /// Returns the lane of a task, if it was created.
    #[must_use]
    pub fn lane(self, task: TaskId) -> Option<Lane<'a>> {
        ((task.0 as usize) < self.lane_count()).then(|| Lane {
            task,
            story: self,
            life: OnceCell::new(),
            is_timed: false,
        })
    }
}

impl<'a> Lane<'a> {
    fn life(&self) -> &Life<'a> {
        let lives = &self.story.builder.lives;
        self.life.get_or_init(|| lives.of(self.task.0))
    }

    /// Returns its name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.story.name(self.task)
    }

    /// Returns the task that created it.
    #[must_use]
    pub fn parent(&self) -> Option<TaskId> {
        let created = self.story.builder.created.get(self.task.0 as usize)?;
        match self.story.trace.get(*created as usize)? {
            Event::TaskCreated { parent, .. } => parent,
            _ => None,
        }
    }

    /// Returns how many ancestors it has, of which at most `most` are counted.
    #[must_use]
    pub fn depth(&self, most: usize) -> usize {
        self.ancestors().take(most).count()
    }

    /// Returns the tasks that created it, each created by the next.
    pub fn ancestors(&self) -> impl Iterator<Item = TaskId> {
        let story = self.story;
        let parent = move |task: &TaskId| {
            // A damaged trace may make a task its own ancestor.
            story.lane(*task)?.parent().filter(|parent| parent < task)
        };
        std::iter::successors(parent(&self.task), parent)
    }

    /// Returns where and how it ended, if it has.
    #[must_use]
    pub fn ending(&self) -> Option<(Point, Ending<'a>)> {
        let last = self.life().get(self.life().len().checked_sub(1)?)?;
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

    /// Returns its life, span after span without gaps.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.spans_since(0)
    }

    /// Returns how many events of its life there are before an event of the run.
    pub(super) fn events_before(&self, event: usize) -> usize {
        self.life().index_of(event)
    }

    /// Returns its spans from the one on that goes on before an event of the run.
    pub fn spans_since(&self, event: usize) -> impl Iterator<Item = Span> {
        let first = self.events_before(event).saturating_sub(1);
        // Where one span ends the next begins: finding that out is most of the work.
        let mut from = self.point_at(first);
        (first..self.life().len()).flat_map(move |index| {
            let to = self.point_at(index + 1);
            let begins = std::mem::replace(&mut from, to);
            self.spans_between(index, begins, to)
        })
    }

    /// As [`Lane::spans_since`], but calls a function with each span until that returns false. Looks for
    /// the first near an index, and returns where it is.
    pub(super) fn each_since(
        &self,
        event: usize,
        near: usize,
        take: &mut dyn FnMut(Span) -> bool,
    ) -> usize {
        let before = self.life().index_near(near, event);
        let first = before.saturating_sub(1);
        let mut from = self.point_at(first);
        for index in first..self.life().len() {
            let to = self.point_at(index + 1);
            if !self.spans_between(index, from, to).all(&mut *take) {
                break;
            }
            from = to;
        }
        before
    }

    /// Returns a span by its number.
    #[must_use]
    pub fn span(&self, number: usize) -> Option<Span> {
        let mut spans = self.spans_of(number / 2);
        spans.find(|span| span.number == number)
    }

    /// Returns the event with which a span begins.
    #[must_use]
    pub fn event_of(&self, span: &Span) -> Option<usize> {
        self.life().get(span.number / 2)
    }

    /// Returns the first span that an event begins.
    #[must_use]
    pub fn span_of(&self, event: usize) -> Option<Span> {
        let index = self.life().index_of(event);
        let is_it = self.life().get(index) == Some(event);
        self.spans_of(index).next().filter(|_| is_it)
    }

    /// Returns the line of the program at which the task stands during a span.
    #[must_use]
    pub fn location(&self, span: &Span) -> Option<SourceLocation> {
        let index = span.number / 2;
        let here = self.story.trace.get(self.life().get(index)?)?;
        if let Event::Blocked { location, .. } = here
            && span.state == State::Blocking
        {
            return Some(location);
        }
        if let Event::StepEnded { location, .. } = here {
            return location;
        }
        // A running task stands where it gives up control.
        let next = self
            .life()
            .get(index + 1)
            .filter(|_| span.state == State::Running)?;
        match self.story.trace.get(next)? {
            Event::StepEnded {
                location: Some(location),
                ..
            } => Some(location),
            _ => self.story.lit_before(next),
        }
    }

    /// Returns what the task did before an event of its life.
    pub(super) fn state_before(&self, event: usize) -> Option<State> {
        let before = self.life().index_of(event).checked_sub(1)?;
        self.spans_of(before).last().map(|span| span.state)
    }

    /// Returns the event of the task's life before another one of it.
    pub(super) fn event_before(&self, event: usize) -> Option<usize> {
        let before = self.life().index_of(event).checked_sub(1)?;
        self.life().get(before)
    }

    /// Returns the event that made a step ready, of the step that begins with `began`.
    pub(super) fn made_ready(&self, began: usize) -> Option<Event<'a>> {
        self.story.trace.get(self.event_before(began)?)
    }

    /// Returns the event with which the task's next step begins after an event.
    pub(super) fn step_after(&self, event: usize) -> Option<usize> {
        self.step_since(self.life().index_of(event))
    }

    /// Returns the event with which the task's next step begins from a point on.
    pub(super) fn step_from(&self, point: Point) -> Option<usize> {
        let story = self.story;
        self.step_since(self.life().partition_point(|event| story.at(event) < point))
    }

    fn step_since(&self, index: usize) -> Option<usize> {
        let mut events = (index..self.life().len()).filter_map(|index| self.life().get(index));
        events.find(|event| self.is_step(*event))
    }

    fn is_step(&self, event: usize) -> bool {
        matches!(self.story.trace.get(event), Some(Event::StepBegan { .. }))
    }

    /// Says whether the step that begins with `began` is the task's first.
    pub(super) fn is_first_step(&self, began: usize) -> bool {
        // The first event of a life is its being made ready; the next begins its first step.
        self.life().get(1) == Some(began)
    }

    /// Returns the spans that one event begins: none, one, or the two around its end.
    fn spans_of(&self, index: usize) -> impl Iterator<Item = Span> + use<> {
        self.spans_between(index, self.point_at(index), self.point_at(index + 1))
    }

    /// Returns where an event of its life is.
    fn point_at(&self, index: usize) -> Option<Point> {
        let StoryView { builder, trace } = self.story;
        let event = self.life().get(index)?;
        Some(if self.is_timed {
            builder.points.moment(trace, event)
        } else {
            builder.points.at(trace, event)
        })
    }

    /// As [`Lane::spans_of`], where it is known at which points the event is and the one behind it.
    fn spans_between(
        &self,
        index: usize,
        from: Option<Point>,
        next: Option<Point>,
    ) -> impl Iterator<Item = Span> + use<> {
        let event = self
            .life()
            .get(index)
            .and_then(|number| self.story.trace.get(number));
        let known = from.zip(event);
        let span = |part, state, from, to| Span {
            state,
            from,
            to,
            number: 2 * index + part,
        };
        let spans = match known {
            Some((from, Event::Scheduled { cause, .. })) => {
                [Some(span(0, State::Ready(cause), from, next)), None]
            }
            Some((from, Event::StepBegan { .. })) => {
                [Some(span(0, State::Running, from, next)), None]
            }
            Some((from, Event::Blocked { until, .. })) => {
                let after = Point {
                    time: until,
                    ..from
                };
                [
                    Some(span(0, State::Blocking, from, Some(after))),
                    Some(span(1, State::Running, after, next)),
                ]
            }
            Some((from, event)) => {
                let state = state_after(event);
                [state.map(|state| span(0, state, from, next)), None]
            }
            None => [None, None],
        };
        spans.into_iter().flatten()
    }
}

/// Returns what a task does after a step, if anything.
pub(super) fn state_after(event: Event<'_>) -> Option<State> {
    match event {
        Event::StepEnded {
            end: StepEnd::Sleeps { until },
            ..
        } => Some(State::Sleeping(until)),
        Event::StepEnded { end, .. } => wait_of(end).map(State::Waits),
        _ => None,
    }
}
