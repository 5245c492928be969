//! Telling a story: one pass over a trace's events, continued where it stopped.
//!
//! Events inside of a step wait until the trace has the step's end, since only then their places
//! between its begin (order k) and its end (order k + 1) are known.

use crate::runtime::{Cause, Event, Nanos, Place, TaskId};
use crate::trace::Trace;

use super::lane::{
    Arrow, ArrowKind, Ending, Lane, Line, Look, Moment, Party, Point, Span, State, Stop,
};
use super::step::Step;
use super::thread::Thread;

/// A run as lanes, arrows, lines and stops.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// One lane a task, in the order of creation.
    pub lanes: Vec<Lane>,
    /// The threads, in the order in which they started.
    pub threads: Vec<Thread>,
    /// Causes and effects between lanes, in the order of the effects.
    pub arrows: Vec<Arrow>,
    /// The console.
    pub lines: Vec<Line>,
    /// The stops of the playhead. There is at least one as soon as anything happened.
    pub stops: Vec<Stop>,
    /// Stretches in which one task stopped the whole loop.
    pub blocks: Vec<(Point, Point)>,
    /// The moments at which steps were taken, in order.
    pub moments: Vec<Moment>,
    /// The families of states that are seen, in the order of a legend.
    pub looks: Vec<Look>,
    /// The addresses that were fetched, by number.
    pub urls: Vec<String>,
    /// Where the trace ends, as far as it was told.
    pub end: Point,
    /// How many events were told.
    told: usize,
    /// How many steps ended.
    pub(super) steps: u64,
    pub(super) step: Option<Step>,
}

impl Story {
    /// Tells a whole trace.
    #[must_use]
    pub fn of(trace: &Trace) -> Story {
        let mut story = Story::default();
        story.tell(trace);
        story
    }

    /// Tells what was added to the trace since the last time.
    pub fn tell(&mut self, trace: &Trace) {
        self.tell_some(trace, usize::MAX);
    }

    /// Tells on, at most so many events. Returns whether there are more.
    pub fn tell_some(&mut self, trace: &Trace, most: usize) -> bool {
        let first = self.told;
        let mut events = (first..).zip(trace.events_from(first)).peekable();
        for _ in 0..most {
            let Some((number, (at, event))) = events.next() else {
                break;
            };
            if !self.knows_end(trace, number) {
                return false;
            }
            self.told = number + 1;
            self.end.time = self.end.time.max(at);
            match self.step.take() {
                Some(step) => {
                    let next = events.peek().map(|(_, (_, event))| *event);
                    self.tell_inside((at, number, event), next, step);
                }
                None => self.tell_between(at, number, event),
            }
        }
        self.told < trace.len()
    }

    /// Says whether the end of the step, if one is told, is in the trace: from event `number` on.
    fn knows_end(&mut self, trace: &Trace, number: usize) -> bool {
        let Some(step) = self.step.as_mut().filter(|step| step.count.is_none()) else {
            return true;
        };
        let mut rest = trace.events_from(number).map(|(_, event)| event);
        step.count = rest.position(|event| matches!(event, Event::StepEnded { .. }));
        step.count.is_some()
    }

    /// Returns the lane of a task, if it was created.
    #[must_use]
    pub fn lane(&self, task: TaskId) -> Option<&Lane> {
        self.lanes.get(task.0 as usize)
    }

    /// Returns a task's name, empty for none.
    #[must_use]
    pub fn name(&self, task: TaskId) -> &str {
        self.lane(task).map_or("", |lane| &lane.name)
    }

    /// Returns the number of the last stop at or before a moment, counting instants as whole.
    #[must_use]
    pub fn stop_at(&self, time: Nanos) -> usize {
        self.stops
            .partition_point(|stop| stop.at.time <= time)
            .saturating_sub(1)
    }

    /// Returns the name of a task or a thread.
    #[must_use]
    pub fn party_name(&self, party: Party) -> &str {
        match party {
            Party::Task(task) => self.name(task),
            Party::Thread(thread) => self.thread_name(thread),
        }
    }

    fn here(&self, time: Nanos) -> Point {
        Point {
            time,
            order: self.steps as f64,
        }
    }

    fn tell_between(&mut self, at: Nanos, number: usize, event: Event<'_>) {
        let here = self.here(at);
        self.end = here;
        match event {
            Event::TaskCreated {
                task, parent, name, ..
            } => self.create(task, parent, name, here),
            Event::Scheduled { task, cause } => self.schedule(task, cause, here),
            Event::TimerFired { .. } | Event::FetchEnded { .. } => {
                self.stop_for_waiting(at, number)
            }
            Event::ThreadCreated { name, .. } => self.create_thread(name, here),
            Event::JobBegan {
                thread,
                task,
                place,
            } => self.begin_job(thread, task, here, Some(place)),
            Event::JobEnded { thread } => {
                self.stop_for_waiting(at, number);
                self.end_job(thread, here);
            }
            Event::StepBegan { task } => {
                self.stop_for_waiting(at, number);
                self.close_span(task, here);
                if self.stops.is_empty() {
                    // The run starts: the playhead stands before main's first step.
                    self.stop(here, number + 1, None, Some(task));
                }
                self.step = Some(Step::begin(task, here));
            }
            Event::Printed {
                thread: Some(thread),
                text,
                place,
                ..
            } => {
                self.stop_for_waiting(at, number);
                self.line(here, Some(Party::Thread(thread)), text, Some(place), false);
                self.stop(here, number + 1, Some(place), None);
            }
            Event::Printed {
                text, place, task, ..
            } => {
                self.line(here, task.map(Party::Task), text, Some(place), false);
            }
            Event::Logged { task, text } => {
                self.line(here, task.map(Party::Task), text, None, true);
            }
            Event::CancelRequested {
                task,
                cause: Cause::Task(from),
            } => {
                let (from, to) = (Party::Task(from), Party::Task(task));
                self.arrow(ArrowKind::Cancelled, from, here, to, here);
            }
            Event::LimitReached(_) => self.stop(here, number + 1, None, None),
            _ => {}
        }
    }

    /// Gives a stretch of running its place in the column of its moment.
    pub(super) fn open_moment(&mut self, from: Point, to: Point) {
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
    fn stop_for_waiting(&mut self, at: Nanos, number: usize) {
        if self.stops.last().is_some_and(|last| last.at.time < at) {
            self.stop(self.here(at), number, None, None);
        }
    }

    pub(super) fn stop(
        &mut self,
        at: Point,
        end: usize,
        place: Option<Place>,
        task: Option<TaskId>,
    ) {
        let first = self.stops.last().map_or(0, |last| last.end);
        if first == end && self.stops.last().is_some_and(|last| last.at == at) {
            return;
        }
        self.stops.push(Stop {
            at,
            first,
            end,
            place,
            task,
        });
    }

    pub(super) fn create(&mut self, task: TaskId, parent: Option<TaskId>, name: &str, _at: Point) {
        let depth = parent
            .and_then(|parent| self.lane(parent))
            .map_or(0, |lane| lane.depth + 1);
        let (name, spans) = (name.to_string(), Vec::new());
        self.lanes.push(Lane {
            task,
            parent,
            depth,
            name,
            spans,
            ending: None,
        });
    }

    pub(super) fn schedule_from_step(&mut self, task: TaskId, by: TaskId, at: Point) {
        self.schedule(task, Cause::Task(by), at);
    }

    fn schedule(&mut self, task: TaskId, cause: Cause, at: Point) {
        let waited = self
            .lane(task)
            .and_then(|lane| lane.spans.last())
            .map(|span| span.state);
        let from = match cause {
            Cause::Task(from) if from != task => Some(Party::Task(from)),
            Cause::Thread(from) => Some(Party::Thread(from)),
            _ => None,
        };
        if let (Some(from), Some(waited)) = (from, waited) {
            let kind = match waited {
                State::WaitsToGet(_) | State::WaitsToPut(_) => ArrowKind::HandedOver,
                _ => ArrowKind::Woke,
            };
            self.arrow(kind, from, at, Party::Task(task), at);
        }
        self.close_span(task, at);
        self.push_span(task, State::Ready(cause), at, None, None);
    }

    pub(super) fn finish(&mut self, task: TaskId, at: Point, ending: Ending) {
        if let Some(lane) = self.lanes.get_mut(task.0 as usize) {
            lane.ending = Some((at, ending));
        }
    }

    fn close_span(&mut self, task: TaskId, at: Point) {
        let lane = self.lanes.get_mut(task.0 as usize);
        let open = lane
            .and_then(|lane| lane.spans.last_mut())
            .filter(|span| span.to.is_none());
        if let Some(span) = open {
            span.to = Some(at);
            let (look, has_length) = (span.state.look(), span.from != at);
            if has_length {
                self.see(look);
            }
        }
    }

    /// Notes that a family of states is seen in the picture.
    pub(super) fn see(&mut self, look: Look) {
        if let Err(at) = self.looks.binary_search(&look) {
            self.looks.insert(at, look);
        }
    }

    pub(super) fn push_span(
        &mut self,
        task: TaskId,
        state: State,
        from: Point,
        to: Option<Point>,
        place: Option<Place>,
    ) {
        // A wait of no length is not seen, and most waits in the ready queue have none.
        if state.look() != Look::Ready {
            self.see(state.look());
        }
        if let Some(lane) = self.lanes.get_mut(task.0 as usize) {
            lane.spans.push(Span {
                state,
                from,
                to,
                place,
            });
        }
    }

    pub(super) fn line(
        &mut self,
        at: Point,
        by: Option<Party>,
        text: &str,
        place: Option<Place>,
        is_log: bool,
    ) {
        self.lines.push(Line {
            at,
            by,
            text: text.to_string(),
            place,
            is_log,
        });
    }

    pub(super) fn arrow(
        &mut self,
        kind: ArrowKind,
        from: Party,
        from_at: Point,
        to: Party,
        to_at: Point,
    ) {
        self.arrows.push(Arrow {
            kind,
            from,
            from_at,
            to,
            to_at,
        });
    }
}
