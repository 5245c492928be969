//! Placing what happens inside of a step.
//!
//! A step takes no simulated time, and yet things happen in it one after the other: tasks are
//! created, lines printed. They are spread evenly between the step's begin and its end.

use crate::runtime::{Nanos, Place, StepEnd, TaskId, ThreadId};

use super::lane::{ArrowKind, Ending, Party, Point, State};
use super::telling::Story;

/// A step whose end was not told yet.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) task: TaskId,
    pub(super) begin: Point,
    /// What happens inside, with the moment and the number of each event.
    pub(super) inside: Vec<(Nanos, usize, Inner)>,
}

/// An event inside of a step.
#[derive(Clone, Debug)]
pub(super) enum Inner {
    Created {
        task: TaskId,
        name: String,
        place: Place,
    },
    Scheduled {
        task: TaskId,
    },
    Printed {
        by: Option<Party>,
        text: String,
        place: Place,
    },
    Logged {
        task: Option<TaskId>,
        text: String,
    },
    Blocked {
        until: Nanos,
        place: Place,
    },
    Cancel {
        task: TaskId,
    },
    ThreadCreated {
        name: String,
    },
    JobBegan {
        thread: ThreadId,
        task: Option<TaskId>,
        place: Place,
    },
    JobEnded {
        thread: ThreadId,
    },
    Other,
}

impl Story {
    /// Places what happened inside of a step, and ends it.
    pub(super) fn end_step(
        &mut self,
        at: Nanos,
        number: usize,
        step: Step,
        end: StepEnd<'_>,
        place: Option<Place>,
    ) {
        let Step {
            task,
            begin,
            inside,
        } = step;
        self.steps += 1;
        let finish = Point {
            time: at,
            order: self.steps as f64,
        };
        let (first_stop, mut lit) = (self.stops.is_empty(), None);
        if first_stop {
            // The run starts: the playhead stands before main's first step.
            let first = inside.first().map_or(number, |(_, number, _)| *number);
            self.stop(begin, first, None, Some(task));
        }
        let mut run_from = begin;
        let parts = inside.len() as f64 + 1.0;
        for (index, (time, event, inner)) in inside.iter().enumerate() {
            let order = begin.order + (index as f64 + 1.0) / parts;
            let here = Point { time: *time, order };
            let next = inside.get(index + 1).map(|(_, _, inner)| inner);
            match inner {
                Inner::Created {
                    task: new,
                    name,
                    place,
                } => {
                    self.create(*new, Some(task), name, here);
                    let (from, to) = (Party::Task(task), Party::Task(*new));
                    self.arrow(ArrowKind::Spawned, from, here, to, here);
                    lit = Some(*place);
                }
                Inner::Scheduled { task: other } => {
                    let is_new = self.lane(*other).is_some_and(|lane| lane.spans.is_empty());
                    self.schedule_from_step(*other, task, here);
                    // A run of creations is one stop.
                    if is_new && !matches!(next, Some(Inner::Created { .. })) {
                        self.stop(here, event + 1, lit, Some(task));
                    }
                }
                Inner::Printed { by, text, place } => {
                    self.line(here, *by, text, Some(*place), false);
                    lit = Some(*place);
                }
                Inner::Logged { task: of, text } => {
                    self.line(here, of.map(Party::Task), text, None, true);
                }
                Inner::Blocked { until, place } => {
                    let after = Point {
                        time: *until,
                        order,
                    };
                    self.stop(here, *event, lit, Some(task));
                    self.push_span(task, State::Running, run_from, Some(here), lit);
                    self.push_span(task, State::Blocking, here, Some(after), Some(*place));
                    self.open_moment(run_from, here);
                    self.blocks.push((here, after));
                    self.stop(after, event + 1, Some(*place), Some(task));
                    run_from = after;
                    lit = Some(*place);
                }
                Inner::Cancel { task: other } => {
                    let (from, to) = (Party::Task(task), Party::Task(*other));
                    self.arrow(ArrowKind::Cancelled, from, here, to, here);
                }
                Inner::ThreadCreated { name } => self.create_thread(name, here),
                Inner::JobBegan {
                    thread,
                    task,
                    place,
                } => self.begin_job(*thread, *task, here, Some(*place)),
                Inner::JobEnded { thread } => self.end_job(*thread, here),
                Inner::Other => {}
            }
        }
        self.push_span(task, State::Running, run_from, Some(finish), place.or(lit));
        self.open_moment(run_from, finish);
        self.end = finish;
        let state = match end {
            StepEnd::Yields => None,
            StepEnd::Sleeps { until } => Some(State::Sleeping(until)),
            StepEnd::WaitsForTask(other) => Some(State::WaitsForTask(other)),
            StepEnd::WaitsForGather { tasks } => Some(State::WaitsForGather(tasks)),
            StepEnd::WaitsForFuture => Some(State::WaitsForFuture),
            StepEnd::WaitsToGet(queue) => Some(State::WaitsToGet(queue)),
            StepEnd::WaitsToPut(queue) => Some(State::WaitsToPut(queue)),
            StepEnd::WaitsForPermit => Some(State::WaitsForPermit),
            StepEnd::WaitsForLock => Some(State::WaitsForLock),
            StepEnd::WaitsForEvent => Some(State::WaitsForEvent),
            StepEnd::WaitsForCondition => Some(State::WaitsForCondition),
            StepEnd::WaitsForBarrier => Some(State::WaitsForBarrier),
            StepEnd::WaitsForThread => Some(State::WaitsForThread),
            StepEnd::WaitsToJoin(queue) => Some(State::WaitsToJoin(queue)),
            StepEnd::WaitsForAny { tasks } => Some(State::WaitsForAny(tasks)),
            StepEnd::WaitsForGroup { tasks } => Some(State::WaitsForGroup(tasks)),
            StepEnd::Fetches(fetch) => Some(State::Fetching(fetch)),
            StepEnd::Returned(value) => {
                self.finish(task, finish, Ending::Returned(value.to_string()));
                None
            }
            StepEnd::Raised(error) => {
                self.finish(task, finish, Ending::Raised(error.to_string()));
                None
            }
            StepEnd::Cancelled => {
                self.finish(task, finish, Ending::Cancelled);
                None
            }
        };
        if let Some(state) = state {
            self.push_span(task, state, finish, None, place);
        }
        self.stop(finish, number + 1, place.or(lit), Some(task));
    }
}
