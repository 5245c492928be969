//! Building a story: one pass over the events of a trace, continued where it stopped.
//!
//! A [`StoryBuilder`] keeps nothing that the trace has. It keeps the numbers of the events that
//! begin spans and of those that are arrows, lines and stops; a `StoryView` reads the rest from the
//! trace when it is asked. So a million tasks cost little memory, and dropping a builder costs no
//! time. The views know the builder; the builder knows none of them.
//!
//! The events of a step are read when the trace has the step's end, since only then it is known how
//! they are spread over the step.

use crate::runtime::{Cause, Event, Nanos, TaskId};
use crate::trace::{Edge, Trace};

use super::event_index::EventIndex;
use super::event_lists::EventLists;
use super::pyramid::Pyramid;
use super::stops::{Shown, Stops};
use super::task_index::{Rest, TaskIndex};
use super::{Moment, Point, State, StateKind};

/// What is known of a trace: where everything is that a picture of it shows.
#[derive(Clone, Debug, Default)]
pub struct StoryBuilder {
    /// The moments at which steps were taken, in order.
    pub moments: Vec<Moment>,
    /// Where the trace ends, as far as it was read.
    pub end: Point,
    pub(super) task_index: TaskIndex,
    pub(super) event_index: EventIndex,
    pub(super) lists: EventLists,
    pub(super) stops: Stops,
    /// The events with which a task blocked the loop.
    pub(super) blocks: Vec<u32>,
    pub(crate) pyramid: Pyramid,
    events_read: usize,
    /// Whether main ended, a limit was hit or the run was stopped: few events are to come, or none.
    is_over: bool,
    step: Option<Step>,
    /// The tasks that became ready since the last step ended: the first of them waits no time.
    fresh: Vec<TaskId>,
    /// How many tasks have ended.
    ended: usize,
    /// The most tasks that there were at once.
    pub(super) most_at_once: usize,
}

#[derive(Clone, Copy)]
struct Reading<'a> {
    trace: &'a Trace,
    number: usize,
    here: Point,
    event: Event<'a>,
}

/// A step whose end was not read yet.
#[derive(Clone, Copy, Debug)]
struct Step {
    task: TaskId,
    /// From where the task runs, without a stretch in which it blocks the loop.
    run_from: Point,
    /// Up to where the trace was searched for the step's end.
    searched: usize,
    /// The event that ends the step, once the trace has it.
    ended: Option<usize>,
}

impl StoryBuilder {
    /// Reads a whole trace.
    pub fn of(trace: &Trace) -> StoryBuilder {
        let mut builder = StoryBuilder::default();
        while builder.read_some(trace, usize::MAX) {}
        // A run that was cut off has no event that ends it.
        while builder.index_some(trace) {}
        builder
    }

    /// Reads on from where it stopped, at most `most` events. Returns whether there is more to do.
    pub fn read_some(&mut self, trace: &Trace, most: usize) -> bool {
        let goes_on = self.read_on(trace, most);
        if !goes_on {
            self.task_index.show_recent(trace, self.events_read);
            self.open_wait();
        }
        goes_on
    }

    /// Notes that the run was stopped: the trace gets no more events.
    pub fn close(&mut self) {
        self.is_over = true;
    }

    /// Makes all events visible that were read. Returns whether there is more to do.
    pub fn index_some(&mut self, trace: &Trace) -> bool {
        let (events_read, tasks) = (self.events_read, self.lists.created.len());
        let task_index = &mut self.task_index;
        let is_due = task_index.is_due(events_read, Rest::None);
        if is_due {
            task_index.sort_some(trace, events_read, tasks);
        } else {
            task_index.show_recent(trace, events_read);
        }
        is_due
    }

    fn read_on(&mut self, trace: &Trace, most: usize) -> bool {
        if self.task_index.is_due(self.events_read, self.rest(trace)) {
            return self.index_some(trace);
        }
        let first = self.events_read;
        let events = (first..).zip(trace.edged_from(first));
        for (number, (at, edge, event)) in events.take(most) {
            if !self.knows_end(trace, number) {
                return self.is_over && self.index_some(trace);
            }
            let began = self.event_index.began();
            self.event_index.push(trace, number, edge);
            self.events_read = number + 1;
            let is_later = self.end.time < at;
            self.end.time = self.end.time.max(at);
            let step = self.step.take().filter(|_| began.is_some());
            let ended = step.and_then(|step| step.ended);
            let here = self.event_index.last(number, at, ended);
            self.pyramid.pass(here);
            let reading = Reading {
                trace,
                number,
                here,
                event,
            };
            match step {
                Some(step) => self.read_in_step(reading, step),
                None => {
                    self.stops.end_wait(number, is_later);
                    self.stops.read_between(event, number);
                    self.read_between(reading);
                }
            }
            self.stops.count(event);
            self.lists.read(event, number as u32);
            let alive = self.lists.created.len() - self.ended.min(self.lists.created.len());
            self.most_at_once = self.most_at_once.max(alive);
            if self.task_index.is_due(self.events_read, Rest::Now) {
                return true;
            }
        }
        let rest = self.rest(trace);
        rest == Rest::Now || self.task_index.is_due(self.events_read, rest)
    }

    fn rest(&self, trace: &Trace) -> Rest {
        match self.events_read == trace.len() {
            true if self.is_over => Rest::None,
            true => Rest::Later,
            false => Rest::Now,
        }
    }

    /// Returns the point of a moment: after all steps that were taken by then.
    pub fn at_time(&self, time: Nanos) -> Point {
        let time = time.min(self.end.time);
        let before = self.moments.partition_point(|moment| moment.time <= time);
        let last = before.checked_sub(1).map(|last| self.moments[last]);
        let order = last.map_or(0.0, |moment| moment.to);
        Point { time, order }
    }

    /// Returns about how many bytes the builder takes.
    pub fn bytes(&self) -> usize {
        let numbers = 4 * (self.lists.len() + self.stops.marks.len());
        let indices = self.task_index.bytes() + self.event_index.bytes() + self.pyramid_bytes();
        numbers + indices + size_of_val(&self.moments[..])
    }

    /// Returns about how many of these bytes the pyramid takes, from which crowds are drawn.
    pub fn pyramid_bytes(&self) -> usize {
        self.pyramid.bytes()
    }

    /// Returns whether the trace has the end of the step that goes on, if one does, from an event on.
    fn knows_end(&mut self, trace: &Trace, number: usize) -> bool {
        let Some(step) = self.step.as_mut().filter(|step| step.ended.is_none()) else {
            return true;
        };
        let searched = step.searched.max(number);
        step.searched = trace.len();
        let mut edges = trace.edges_from(searched);
        let Some(rest) = edges.position(|edge| edge == Edge::End) else {
            return false;
        };
        step.ended = Some(searched + rest);
        self.event_index.set_end(searched + rest);
        true
    }

    fn read_between(&mut self, reading: Reading<'_>) {
        self.end = reading.here;
        match reading.event {
            Event::Scheduled { task, cause } => {
                self.schedule(reading, task, cause);
                self.fresh.push(task);
            }
            Event::StepBegan { task } => self.begin_step(task, reading.here),
            Event::MainEnded | Event::LoopClosed | Event::LimitReached(_) => self.is_over = true,
            _ => {}
        }
    }

    /// Adds the stop of a wait, if the trace ends where the loop waits. A run that was recorded before
    /// loops recorded that they close ends with its last task.
    fn open_wait(&mut self) {
        let has_tasks = self.ended < self.lists.created.len();
        if self.step.is_none() && (has_tasks || !self.is_over || self.stops.is_closed()) {
            self.stops.open_wait(self.events_read);
        }
    }

    fn read_in_step(&mut self, reading: Reading<'_>, mut step: Step) {
        let number = reading.number;
        match reading.event {
            Event::StepEnded { .. } => return self.end_step(reading, step),
            Event::TaskCreated { .. } => self.lists.arrows.push(number as u32),
            Event::Scheduled { task, cause } => {
                let is_new = self.schedule(reading, task, cause);
                // Creations in a row share one stop.
                if is_new && reading.trace.created_by(number + 1).is_none() {
                    self.stops.push(number + 1, Shown::After);
                }
            }
            Event::Blocked { until, .. } => self.block(reading, &mut step, until),
            _ => {}
        }
        self.step = Some(step);
    }

    fn begin_step(&mut self, task: TaskId, here: Point) {
        self.change(task, Some(StateKind::Running), here);
        self.lists.show(StateKind::Running);
        // A wait of no length is not seen, and most waits in the ready queue have none.
        if !self.lists.shows(StateKind::Ready) && !self.fresh.contains(&task) {
            self.lists.show(StateKind::Ready);
        }
        self.step = Some(Step {
            task,
            run_from: here,
            searched: 0,
            ended: None,
        });
    }

    fn end_step(&mut self, reading: Reading<'_>, step: Step) {
        let here = reading.here;
        let kind = State::after_step(reading.event).map(State::kind);
        self.change(step.task, kind, here);
        kind.into_iter().for_each(|kind| self.lists.show(kind));
        if let Event::StepEnded { end, .. } = reading.event {
            self.ended += usize::from(end.is_last());
        }
        self.extend_moment(step.run_from, here);
        self.end = here;
        self.fresh.clear();
        self.stops.push(reading.number + 1, Shown::After);
    }

    fn block(&mut self, reading: Reading<'_>, step: &mut Step, until: Nanos) {
        let Reading { number, here, .. } = reading;
        let after = here.at_time(until);
        self.change(step.task, Some(StateKind::Blocking), here);
        self.change(step.task, Some(StateKind::Running), after);
        self.lists.show(StateKind::Running);
        self.lists.show(StateKind::Blocking);
        self.stops.push(number, Shown::Before);
        self.stops.push(number + 1, Shown::After);
        self.extend_moment(step.run_from, here);
        self.blocks.push(number as u32);
        step.run_from = after;
    }

    /// Extends the column of a moment by a stretch of running.
    fn extend_moment(&mut self, from: Point, to: Point) {
        match self.moments.last_mut() {
            Some(moment) if moment.time == to.time => moment.to = to.order,
            _ => self.moments.push(Moment {
                time: to.time,
                from: from.order,
                to: to.order,
            }),
        }
    }

    /// Reads that a task is made ready. Returns whether it is for the first time.
    fn schedule(&mut self, reading: Reading<'_>, task: TaskId, cause: Cause) -> bool {
        self.change(task, Some(StateKind::Ready), reading.here);
        let before = reading.number.checked_sub(1);
        let created = before.and_then(|before| reading.trace.created_by(before));
        let is_new = created == Some(task);
        let is_caused = match cause {
            Cause::Task(by) => by != task,
            Cause::Thread(_) => true,
            _ => false,
        };
        if is_caused && !is_new {
            self.lists.arrows.push(reading.number as u32);
        }
        is_new
    }

    /// Notes the state of a task from a point on. A damaged trace may name a task that it lacks.
    fn change(&mut self, task: TaskId, kind: Option<StateKind>, at: Point) {
        if (task.0 as usize) < self.lists.created.len() {
            self.pyramid.change(task, kind, at);
        }
    }
}
