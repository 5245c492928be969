//! Telling a story: one pass over a trace's events, continued where it stopped.
//!
//! Nothing is kept that the trace has. A story knows which events begin the spans of a task, which
//! are arrows, lines and stops, and where they are; what they say is read from the trace when
//! somebody looks ([`StoryView`]). So a million tasks cost little, and ending a story costs nothing.
//!
//! A step is told when the trace has its end, since only then the places inside are known.

use crate::runtime::{Cause, Event, Nanos, TaskId};
use crate::trace::{Edge, Trace};

use super::creators::Creators;
use super::event_index::EventIndex;
use super::parts::{Moment, Point, SignKind, StateKind};
use super::pyramid::Pyramid;
use super::queues::Changes;
use super::stop::Stops;
use super::task_index::{Rest, TaskIndex};
use super::view::StoryView;

/// How many entries are sorted at a time.
const SORTED_AT_ONCE: usize = 1 << 16;

/// What is known of a trace: where everything is that a picture of it shows.
#[derive(Clone, Debug, Default)]
pub struct StoryBuilder {
    /// The moments at which steps were taken, in order.
    pub moments: Vec<Moment>,
    /// The families of states that are seen, in the order of a legend.
    pub looks: Vec<StateKind>,
    /// Where the trace ends, as far as it was told.
    pub end: Point,
    /// The event that created each task.
    pub(super) created: Vec<u32>,
    pub(super) lives: TaskIndex,
    pub(super) points: EventIndex,
    pub(super) stops: Stops,
    /// The events that are causes or effects between rows.
    pub(super) arrows: Vec<u32>,
    /// The events that are signs in lanes, and their kinds.
    pub(super) signs: Vec<u32>,
    pub(super) sign_kinds: Vec<SignKind>,
    pub(super) queues: Vec<Changes>,
    pub(super) creators: Creators,
    /// The events that are lines of the console.
    pub(super) lines: Vec<u32>,
    /// The events with which a task stopped the whole loop.
    pub(super) blocks: Vec<u32>,
    /// The events with which fetches began.
    pub(super) fetches: Vec<u32>,
    /// The events of each thread: its start, and the begins and ends of its jobs.
    pub(super) threads: Vec<Vec<u32>>,
    pub(crate) overview: Pyramid,
    /// How many events were told.
    events_read: usize,
    /// Whether little is to come: the leftovers of main.
    is_over: bool,
    /// The step that goes on.
    step: Option<Step>,
    /// Who was made ready since the last step ended: of them the first waits no time.
    fresh: Vec<TaskId>,
}

/// A step whose end was not told yet.
#[derive(Clone, Copy, Debug)]
struct Step {
    task: TaskId,
    /// From where the task ran on.
    run_from: Point,
    /// Up to where the trace was searched for the step's end.
    searched: usize,
    /// The event with which it ends, once the trace has it.
    ended: Option<usize>,
}

impl StoryBuilder {
    /// Tells a whole trace.
    #[must_use]
    pub fn of(trace: &Trace) -> StoryBuilder {
        let mut builder = StoryBuilder::default();
        builder.tell(trace);
        // A run that was cut off has no end that says so.
        while builder.index_some(trace) {}
        builder
    }

    /// Tells what was added to the trace since the last time.
    pub fn tell(&mut self, trace: &Trace) {
        while self.read_some(trace, usize::MAX) {}
    }

    /// Tells on, at most so many events. Returns whether there is more to do.
    pub fn read_some(&mut self, trace: &Trace, most: usize) -> bool {
        let goes_on = self.read_on(trace, most);
        if !goes_on {
            self.lives.settle(trace, self.events_read);
        }
        goes_on
    }

    /// Notes that the run was stopped: what the trace has is all.
    pub fn close(&mut self) {
        self.is_over = true;
    }

    /// Lets all be seen that was told, and tells nothing more. Returns whether there is more to do.
    pub fn index_some(&mut self, trace: &Trace) -> bool {
        let (events_read, tasks) = (self.events_read, self.created.len());
        let is_due = self.lives.is_due(events_read, Rest::None);
        if is_due {
            self.lives
                .sort_some(trace, events_read, tasks, SORTED_AT_ONCE);
        } else {
            self.lives.settle(trace, events_read);
        }
        is_due
    }

    fn read_on(&mut self, trace: &Trace, most: usize) -> bool {
        if self.lives.is_due(self.events_read, self.rest(trace)) {
            return self.index_some(trace);
        }
        let first = self.events_read;
        let events = (first..).zip(trace.edged_from(first));
        for (number, (at, edge, event)) in events.take(most) {
            if !self.knows_end(trace, number) {
                return self.is_over && self.index_some(trace);
            }
            let began = self.points.open();
            self.points.tell(trace, number, edge);
            self.events_read = number + 1;
            self.end.time = self.end.time.max(at);
            let step = self.step.take().filter(|_| began.is_some());
            let ended = step.and_then(|step| step.ended);
            let here = self.points.last(number, at, ended);
            self.overview.pass(here);
            match step {
                Some(step) => self.read_inside(trace, number, here, event, step),
                None => self.read_between(trace, number, here, event),
            }
            if self.lives.is_due(self.events_read, Rest::Now) {
                return true;
            }
        }
        let rest = self.rest(trace);
        rest == Rest::Now || self.lives.is_due(self.events_read, rest)
    }

    /// Returns what is to be told yet.
    fn rest(&self, trace: &Trace) -> Rest {
        match self.events_read == trace.len() {
            true if self.is_over => Rest::None,
            true => Rest::Later,
            false => Rest::Now,
        }
    }

    /// Adds what a trace says to what is known of it.
    #[must_use]
    pub fn with<'a>(&'a self, trace: &'a Trace) -> StoryView<'a> {
        StoryView::new(self, trace)
    }

    /// Returns the place of a moment: behind all steps that were taken by then.
    #[must_use]
    pub fn at_time(&self, time: Nanos) -> Point {
        let time = time.min(self.end.time);
        let before = self.moments.partition_point(|moment| moment.time <= time);
        let last = before.checked_sub(1).map(|last| self.moments[last]);
        let order = last.map_or(0.0, |moment| moment.to);
        Point { time, order }
    }

    /// Says whether the end of the step, if one is told, is in the trace: from event `number` on.
    fn knows_end(&mut self, trace: &Trace, number: usize) -> bool {
        let Some(step) = self.step.as_mut().filter(|step| step.ended.is_none()) else {
            return true;
        };
        let searched = step.searched.max(number);
        let mut edges = trace.edges_from(searched);
        let rest = edges.position(|edge| edge == Edge::End);
        step.ended = rest.map(|rest| searched + rest);
        step.searched = trace.len();
        if let Some(ended) = step.ended {
            self.points.will_end(ended);
        }
        step.ended.is_some()
    }

    fn read_between(&mut self, trace: &Trace, number: usize, here: Point, event: Event<'_>) {
        self.end = here;
        match event {
            Event::TaskCreated { task, parent, .. } => self.create(task, parent, number),
            Event::Scheduled { task, cause } => {
                self.schedule(trace, task, cause, number, here);
                self.fresh.push(task);
            }
            Event::TimerFired { .. } | Event::FetchEnded { .. } => {
                self.stop_for_waiting(here, number)
            }
            Event::ThreadCreated { .. } => self.create_thread(number),
            Event::JobBegan { thread, task, .. } => {
                self.change_thread(thread, StateKind::Working, number);
                if task.is_some() {
                    self.arrows.push(number as u32);
                }
            }
            Event::JobEnded { thread } => {
                self.stop_for_waiting(here, number);
                self.change_thread(thread, StateKind::Idle, number);
            }
            Event::StepBegan { task } => {
                self.stop_for_waiting(here, number);
                self.enter(task, here);
                if self.stops.is_empty() {
                    // The run starts: the playhead stands before main's first step.
                    self.stops.push_behind(here, number);
                }
                self.step = Some(Step {
                    task,
                    run_from: here,
                    searched: 0,
                    ended: None,
                });
            }
            Event::Printed { thread, .. } => {
                if thread.is_some() {
                    self.stop_for_waiting(here, number);
                    self.stops.push_behind(here, number);
                }
                self.lines.push(number as u32);
            }
            Event::Logged { .. } => self.lines.push(number as u32),
            Event::MainEnded => self.is_over = true,
            Event::LimitReached(_) => {
                self.is_over = true;
                self.stops.push_behind(here, number);
            }
            _ => self.read_anywhere(event, number),
        }
    }

    fn read_inside(
        &mut self,
        trace: &Trace,
        number: usize,
        here: Point,
        event: Event<'_>,
        mut step: Step,
    ) {
        match event {
            Event::StepEnded { .. } => {
                let look = super::lane::state_after(event).map(|state| state.look());
                self.change(step.task, look, here);
                if let Some(look) = look {
                    self.see(look);
                }
                self.open_moment(step.run_from, here);
                self.end = here;
                self.fresh.clear();
                self.stops.push_behind(here, number);
                return;
            }
            Event::TaskCreated { task, parent, .. } => {
                self.create(task, parent, number);
                self.arrows.push(number as u32);
            }
            Event::Scheduled { task, cause } => {
                let is_new = self.schedule(trace, task, cause, number, here);
                // A run of creations is one stop.
                if is_new && trace.created_by(number + 1).is_none() {
                    self.stops.push_behind(here, number);
                }
            }
            Event::Printed { .. } | Event::Logged { .. } => self.lines.push(number as u32),
            Event::Blocked { until, .. } => {
                self.change(step.task, Some(StateKind::Blocking), here);
                self.see(StateKind::Running);
                self.see(StateKind::Blocking);
                let after = Point {
                    time: until,
                    ..here
                };
                self.change(step.task, Some(StateKind::Running), after);
                self.stops.push_before(here, number);
                self.stops.push_behind(after, number);
                self.open_moment(step.run_from, here);
                self.blocks.push(number as u32);
                step.run_from = after;
            }
            Event::ThreadCreated { .. } => self.create_thread(number),
            Event::JobBegan { thread, task, .. } => {
                self.change_thread(thread, StateKind::Working, number);
                if task.is_some() {
                    self.arrows.push(number as u32);
                }
            }
            Event::JobEnded { thread } => self.change_thread(thread, StateKind::Idle, number),
            Event::FetchBegan { .. } => self.fetches.push(number as u32),
            _ => self.read_anywhere(event, number),
        }
        self.step = Some(step);
    }

    /// Tells what is the same inside of a step and between two.
    fn read_anywhere(&mut self, event: Event<'_>, number: usize) {
        match event {
            Event::QueueCreated { .. } => self.create_queue(),
            Event::QueuePut { queue, level, .. } | Event::QueueGot { queue, level, .. } => {
                self.change_queue(queue, level, number);
            }
            Event::CancelRequested {
                cause: Cause::Task(_),
                ..
            } => {
                self.arrows.push(number as u32);
                self.sign(SignKind::Asked, number);
            }
            Event::CancelDelivered { .. } => self.sign(SignKind::Delivered, number),
            Event::RaisedInto { .. } => {
                self.arrows.push(number as u32);
                self.sign(SignKind::Raised, number);
            }
            _ => {}
        }
    }

    /// Gives a stretch of running its place in the column of its moment.
    fn open_moment(&mut self, from: Point, to: Point) {
        match self.moments.last_mut() {
            Some(moment) if moment.time == to.time => moment.to = to.order,
            _ => self.moments.push(Moment {
                time: to.time,
                from: from.order,
                to: to.order,
            }),
        }
    }

    /// Adds a stop for the time in which nothing was ready, if time passed.
    fn stop_for_waiting(&mut self, here: Point, number: usize) {
        if self.stops.last_time().is_some_and(|last| last < here.time) {
            self.stops.push_before(here, number);
        }
    }

    /// Notes what a task does from a point on. A damaged trace may name a task that is not there.
    fn change(&mut self, task: TaskId, look: Option<StateKind>, at: Point) {
        if (task.0 as usize) < self.created.len() {
            self.overview.change(task, look, at);
        }
    }

    /// Notes that a task was made ready. Returns whether it was for the first time.
    fn schedule(
        &mut self,
        trace: &Trace,
        task: TaskId,
        cause: Cause,
        number: usize,
        here: Point,
    ) -> bool {
        self.change(task, Some(StateKind::Ready), here);
        let before = number.checked_sub(1);
        let created = before.and_then(|before| trace.created_by(before));
        let is_new = created == Some(task);
        let is_caused = match cause {
            Cause::Task(by) => by != task,
            Cause::Thread(_) => true,
            _ => false,
        };
        if is_caused && !is_new {
            self.arrows.push(number as u32);
        }
        is_new
    }

    /// Notes that a task got control.
    fn enter(&mut self, task: TaskId, here: Point) {
        self.change(task, Some(StateKind::Running), here);
        self.see(StateKind::Running);
        // A wait of no length is not seen, and most waits in the ready queue have none.
        if !self.looks.contains(&StateKind::Ready) && !self.fresh.contains(&task) {
            self.see(StateKind::Ready);
        }
    }

    /// Notes that a family of states is seen in the picture.
    pub(super) fn see(&mut self, look: StateKind) {
        if let Err(at) = self.looks.binary_search(&look) {
            self.looks.insert(at, look);
        }
    }
}
