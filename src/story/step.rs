//! Placing what happens inside of a step.
//!
//! A step takes no simulated time, and yet things happen in it one after the other: tasks are
//! created, lines printed. They are spread evenly between the step's begin and its end.

use crate::runtime::{Event, Nanos, Place, StepEnd, TaskId};

use super::inside::waits_for;
use super::lane::{ArrowKind, Ending, Party, Point, State};
use super::telling::Story;

/// A step whose end was not told yet.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) task: TaskId,
    begin: Point,
    /// How many events happen inside, once the trace has its end.
    pub(super) count: Option<usize>,
    /// How many of them were told.
    told: usize,
    /// From where the task ran on.
    run_from: Point,
    /// The line of the program that is lit.
    lit: Option<Place>,
}

impl Step {
    pub(super) fn begin(task: TaskId, begin: Point) -> Step {
        Step {
            task,
            begin,
            count: None,
            told: 0,
            run_from: begin,
            lit: None,
        }
    }

    /// Returns the place of the next event inside.
    fn next(&mut self, time: Nanos) -> Point {
        self.told += 1;
        let parts = self.count.unwrap_or(self.told) as f64 + 1.0;
        let order = self.begin.order + self.told as f64 / parts;
        Point { time, order }
    }
}

impl Story {
    /// Places what happens inside of a step. `next` is what happens after it.
    pub(super) fn tell_inside(
        &mut self,
        (at, number, event): (Nanos, usize, Event<'_>),
        next: Option<Event<'_>>,
        mut step: Step,
    ) {
        if let Event::StepEnded { end, place, .. } = event {
            return self.end_step(at, number, step, end, place);
        }
        let (task, here) = (step.task, step.next(at));
        match event {
            Event::TaskCreated {
                task: new,
                name,
                place,
                ..
            } => {
                self.create(new, Some(task), name, here);
                let (from, to) = (Party::Task(task), Party::Task(new));
                self.arrow(ArrowKind::Spawned, from, here, to, here);
                step.lit = Some(place);
            }
            Event::Scheduled { task: other, .. } => {
                let is_new = self.lane(other).is_some_and(|lane| lane.spans.is_empty());
                self.schedule_from_step(other, task, here);
                // A run of creations is one stop.
                if is_new && !matches!(next, Some(Event::TaskCreated { .. })) {
                    self.stop(here, number + 1, step.lit, Some(task));
                }
            }
            Event::Printed {
                task: by,
                thread,
                text,
                place,
            } => {
                let by = thread.map(Party::Thread).or(by.map(Party::Task));
                self.line(here, by, text, Some(place), false);
                step.lit = Some(place);
            }
            Event::Logged { task: of, text } => {
                self.line(here, of.map(Party::Task), text, None, true);
            }
            Event::Blocked { until, place, .. } => {
                self.block(&mut step, number, here, until, place);
            }
            Event::CancelRequested { task: other, .. } => {
                let (from, to) = (Party::Task(task), Party::Task(other));
                self.arrow(ArrowKind::Cancelled, from, here, to, here);
            }
            Event::ThreadCreated { name, .. } => self.create_thread(name, here),
            Event::JobBegan {
                thread,
                task,
                place,
            } => self.begin_job(thread, task, here, Some(place)),
            Event::JobEnded { thread } => self.end_job(thread, here),
            Event::FetchBegan { url, .. } => self.urls.push(url.to_string()),
            _ => {}
        }
        self.step = Some(step);
    }

    /// Tells that a step stops the whole loop until a moment.
    fn block(&mut self, step: &mut Step, number: usize, here: Point, until: Nanos, place: Place) {
        let (task, after) = (
            step.task,
            Point {
                time: until,
                ..here
            },
        );
        self.stop(here, number, step.lit, Some(task));
        self.push_span(task, State::Running, step.run_from, Some(here), step.lit);
        self.push_span(task, State::Blocking, here, Some(after), Some(place));
        self.open_moment(step.run_from, here);
        self.blocks.push((here, after));
        self.stop(after, number + 1, Some(place), Some(task));
        step.run_from = after;
        step.lit = Some(place);
    }

    fn end_step(
        &mut self,
        at: Nanos,
        number: usize,
        step: Step,
        end: StepEnd<'_>,
        place: Option<Place>,
    ) {
        let Step {
            task,
            run_from,
            lit,
            ..
        } = step;
        self.steps += 1;
        let finish = Point {
            time: at,
            order: self.steps as f64,
        };
        self.push_span(task, State::Running, run_from, Some(finish), place.or(lit));
        self.open_moment(run_from, finish);
        self.end = finish;
        let state = match end {
            StepEnd::Sleeps { until } => Some(State::Sleeping(until)),
            _ => waits_for(end),
        };
        let ending = match end {
            StepEnd::Returned(value) => Some(Ending::Returned(value.to_string())),
            StepEnd::Raised(error) => Some(Ending::Raised(error.to_string())),
            StepEnd::Cancelled => Some(Ending::Cancelled),
            _ => None,
        };
        if let Some(ending) = ending {
            self.finish(task, finish, ending);
        }
        if let Some(state) = state {
            self.push_span(task, state, finish, None, place);
        }
        self.stop(finish, number + 1, place.or(lit), Some(task));
    }
}
