//! The columns of a trace.
//!
//! An event is a kind (1 byte), a task (4), an argument (4) and a place (2). What does not fit is
//! in side tables: moments are kept once for all events that share one, texts once, and the rare
//! second argument (a deadline, a parent) in `wide`.

use std::collections::HashMap;

use crate::runtime::{
    Cause, Event, FetchId, Limit, Nanos, Observer, Place, QueueId, StepEnd, TaskId,
};

use super::kind;
use super::strings::Strings;

/// Where a column says "none".
const NONE: u32 = u32::MAX;

/// The record of one run.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    pub(super) kinds: Vec<u8>,
    pub(super) tasks: Vec<u32>,
    pub(super) arguments: Vec<u32>,
    pub(super) places: Vec<u16>,
    /// Second arguments: for the kinds that have one, `arguments` is an index into this.
    pub(super) wide: Vec<u64>,
    /// The moments, each with the index of its first event.
    pub(super) instants: Vec<(u32, Nanos)>,
    pub(super) strings: Strings,
    pub(super) place_table: Vec<Place>,
    /// Looked up, never listed.
    place_numbers: HashMap<Place, u16>,
}

impl Trace {
    /// Makes an empty trace.
    #[must_use]
    pub fn new() -> Trace {
        Trace::default()
    }

    /// Returns how many events there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Says whether there is no event.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Returns the events from number `first` on, each with its moment.
    pub fn events_from(&self, first: usize) -> impl Iterator<Item = (Nanos, Event<'_>)> {
        let mut instant = self
            .instants
            .partition_point(|&(start, _)| start as usize <= first)
            .saturating_sub(1);
        (first..self.len()).map(move |index| {
            while self
                .instants
                .get(instant + 1)
                .is_some_and(|next| next.0 as usize <= index)
            {
                instant += 1;
            }
            (
                self.instants.get(instant).map_or(Nanos::ZERO, |i| i.1),
                self.event(index),
            )
        })
    }

    /// Returns all events, each with its moment.
    pub fn events(&self) -> impl Iterator<Item = (Nanos, Event<'_>)> {
        self.events_from(0)
    }

    /// Returns how many bytes the record takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.len() * 11 + self.wide.len() * 8 + self.instants.len() * 16
    }

    fn push(&mut self, kind: u8, task: u32, argument: u32, place: u16) {
        self.kinds.push(kind);
        self.tasks.push(task);
        self.arguments.push(argument);
        self.places.push(place);
    }

    fn wide(&mut self, value: u64) -> u32 {
        self.wide.push(value);
        self.wide.len() as u32 - 1
    }

    fn wide_pair(&mut self, high: u32, low: u32) -> u32 {
        self.wide((u64::from(high) << 32) | u64::from(low))
    }

    fn place_number(&mut self, place: Place) -> u16 {
        if let Some(&number) = self.place_numbers.get(&place) {
            return number;
        }
        // 65,534 different places are more than any program here has; the rest share "nowhere".
        let number = u16::try_from(self.place_table.len() + 1).unwrap_or(0);
        if number > 0 {
            self.place_table.push(place);
            self.place_numbers.insert(place, number);
        }
        number
    }

    fn place(&self, index: usize) -> Option<Place> {
        let number = usize::from(self.places[index]).checked_sub(1)?;
        self.place_table.get(number).copied()
    }

    fn record(&mut self, event: Event<'_>) {
        match event {
            Event::TickBegan => self.push(kind::TICK_BEGAN, NONE, 0, 0),
            Event::TaskCreated {
                task,
                parent,
                name,
                place,
            } => {
                let name = self.strings.number(name);
                let wide = self.wide_pair(parent.map_or(NONE, |parent| parent.0), name);
                let place = self.place_number(place);
                self.push(kind::TASK_CREATED, task.0, wide, place);
            }
            Event::Scheduled { task, cause } => {
                let (kind, argument) = match cause {
                    Cause::Loop => (kind::SCHEDULED_BY_LOOP, 0),
                    Cause::Task(by) => (kind::SCHEDULED_BY_TASK, by.0),
                    Cause::Timer => (kind::SCHEDULED_BY_TIMER, 0),
                    Cause::Fetch(fetch) => (kind::SCHEDULED_BY_FETCH, fetch.0),
                };
                self.push(kind, task.0, argument, 0);
            }
            Event::StepBegan { task } => self.push(kind::STEP_BEGAN, task.0, 0, 0),
            Event::StepEnded { task, end, place } => {
                let (kind, argument) = self.step_end(end);
                let place = place.map_or(0, |place| self.place_number(place));
                self.push(kind, task.0, argument, place);
            }
            Event::TimerFired { task } => self.push(kind::TIMER_FIRED, task.0, 0, 0),
            Event::Blocked { task, until, place } => {
                let (until, place) = (self.wide(until.0), self.place_number(place));
                self.push(kind::BLOCKED, task.0, until, place);
            }
            Event::Printed { task, text, place } => {
                let (text, place) = (self.strings.number(text), self.place_number(place));
                self.push(kind::PRINTED, or_none(task), text, place);
            }
            Event::Logged { task, text } => {
                let text = self.strings.number(text);
                self.push(kind::LOGGED, or_none(task), text, 0);
            }
            Event::CalledBack { task } => self.push(kind::CALLED_BACK, task.0, 0, 0),
            Event::CancelRequested { task, cause } => match cause {
                Cause::Task(by) => self.push(kind::CANCEL_REQUESTED_BY_TASK, task.0, by.0, 0),
                _ => self.push(kind::CANCEL_REQUESTED_BY_LOOP, task.0, 0, 0),
            },
            Event::CancelDelivered { task } => self.push(kind::CANCEL_DELIVERED, task.0, 0, 0),
            Event::QueueCreated { queue, size_max } => {
                self.push(kind::QUEUE_CREATED, queue.0, size_max, 0);
            }
            Event::QueuePut { queue, task, level } => {
                let wide = self.wide_pair(queue.0, level);
                self.push(kind::QUEUE_PUT, or_none(task), wide, 0);
            }
            Event::QueueGot { queue, task, level } => {
                let wide = self.wide_pair(queue.0, level);
                self.push(kind::QUEUE_GOT, or_none(task), wide, 0);
            }
            Event::FetchBegan { fetch, task, url } => {
                let url = self.strings.number(url);
                let wide = self.wide_pair(fetch.0, url);
                self.push(kind::FETCH_BEGAN, or_none(task), wide, 0);
            }
            Event::FetchEnded { fetch, status } => {
                self.push(kind::FETCH_ENDED, fetch.0, status.into(), 0);
            }
            Event::MainEnded => self.push(kind::MAIN_ENDED, NONE, 0, 0),
            Event::LimitReached(limit) => {
                let (name, number) = limit.parts();
                let name = self.strings.number(name);
                let number = self.wide(number);
                self.push(kind::LIMIT_REACHED, name, number, 0);
            }
        }
    }

    fn step_end(&mut self, end: StepEnd<'_>) -> (u8, u32) {
        match end {
            StepEnd::Yields => (kind::END_YIELDS, 0),
            StepEnd::Sleeps { until } => (kind::END_SLEEPS, self.wide(until.0)),
            StepEnd::WaitsForTask(task) => (kind::END_WAITS_FOR_TASK, task.0),
            StepEnd::WaitsForGather { tasks } => (kind::END_WAITS_FOR_GATHER, tasks),
            StepEnd::WaitsForFuture => (kind::END_WAITS_FOR_FUTURE, 0),
            StepEnd::WaitsToGet(queue) => (kind::END_WAITS_TO_GET, queue.0),
            StepEnd::WaitsToPut(queue) => (kind::END_WAITS_TO_PUT, queue.0),
            StepEnd::WaitsForPermit => (kind::END_WAITS_FOR_PERMIT, 0),
            StepEnd::Fetches(fetch) => (kind::END_FETCHES, fetch.0),
            StepEnd::Returned(repr) => (kind::END_RETURNED, self.strings.number(repr)),
            StepEnd::Raised(repr) => (kind::END_RAISED, self.strings.number(repr)),
            StepEnd::Cancelled => (kind::END_CANCELLED, 0),
        }
    }

    fn event(&self, index: usize) -> Event<'_> {
        let (task, argument) = (TaskId(self.tasks[index]), self.arguments[index]);
        let place = self.place(index);
        let known_place = place.unwrap_or(Place::NOWHERE);
        let wide = || self.wide.get(argument as usize).copied().unwrap_or(0);
        let pair = || ((wide() >> 32) as u32, wide() as u32);
        let ends = |end| Event::StepEnded { task, end, place };
        match self.kinds[index] {
            kind::TICK_BEGAN => Event::TickBegan,
            kind::TASK_CREATED => {
                let (parent, name) = pair();
                let name = self.strings.text(name);
                Event::TaskCreated {
                    task,
                    parent: task_or_none(parent),
                    name,
                    place: known_place,
                }
            }
            kind::SCHEDULED_BY_LOOP => Event::Scheduled {
                task,
                cause: Cause::Loop,
            },
            kind::SCHEDULED_BY_TASK => Event::Scheduled {
                task,
                cause: Cause::Task(TaskId(argument)),
            },
            kind::SCHEDULED_BY_TIMER => Event::Scheduled {
                task,
                cause: Cause::Timer,
            },
            kind::SCHEDULED_BY_FETCH => Event::Scheduled {
                task,
                cause: Cause::Fetch(FetchId(argument)),
            },
            kind::STEP_BEGAN => Event::StepBegan { task },
            kind::END_YIELDS => ends(StepEnd::Yields),
            kind::END_SLEEPS => ends(StepEnd::Sleeps {
                until: Nanos(wide()),
            }),
            kind::END_WAITS_FOR_TASK => ends(StepEnd::WaitsForTask(TaskId(argument))),
            kind::END_WAITS_FOR_GATHER => ends(StepEnd::WaitsForGather { tasks: argument }),
            kind::END_WAITS_FOR_FUTURE => ends(StepEnd::WaitsForFuture),
            kind::END_WAITS_TO_GET => ends(StepEnd::WaitsToGet(QueueId(argument))),
            kind::END_WAITS_TO_PUT => ends(StepEnd::WaitsToPut(QueueId(argument))),
            kind::END_WAITS_FOR_PERMIT => ends(StepEnd::WaitsForPermit),
            kind::END_FETCHES => ends(StepEnd::Fetches(FetchId(argument))),
            kind::END_RETURNED => ends(StepEnd::Returned(self.strings.text(argument))),
            kind::END_RAISED => ends(StepEnd::Raised(self.strings.text(argument))),
            kind::END_CANCELLED => ends(StepEnd::Cancelled),
            kind::TIMER_FIRED => Event::TimerFired { task },
            kind::BLOCKED => Event::Blocked {
                task,
                until: Nanos(wide()),
                place: known_place,
            },
            kind::PRINTED => Event::Printed {
                task: task_or_none(task.0),
                text: self.strings.text(argument),
                place: known_place,
            },
            kind::LOGGED => Event::Logged {
                task: task_or_none(task.0),
                text: self.strings.text(argument),
            },
            kind::CALLED_BACK => Event::CalledBack { task },
            kind::CANCEL_REQUESTED_BY_LOOP => Event::CancelRequested {
                task,
                cause: Cause::Loop,
            },
            kind::CANCEL_REQUESTED_BY_TASK => Event::CancelRequested {
                task,
                cause: Cause::Task(TaskId(argument)),
            },
            kind::CANCEL_DELIVERED => Event::CancelDelivered { task },
            kind::QUEUE_CREATED => Event::QueueCreated {
                queue: QueueId(task.0),
                size_max: argument,
            },
            kind::QUEUE_PUT => {
                let (queue, level) = pair();
                Event::QueuePut {
                    queue: QueueId(queue),
                    task: task_or_none(task.0),
                    level,
                }
            }
            kind::QUEUE_GOT => {
                let (queue, level) = pair();
                Event::QueueGot {
                    queue: QueueId(queue),
                    task: task_or_none(task.0),
                    level,
                }
            }
            kind::FETCH_BEGAN => {
                let (fetch, url) = pair();
                let url = self.strings.text(url);
                Event::FetchBegan {
                    fetch: FetchId(fetch),
                    task: task_or_none(task.0),
                    url,
                }
            }
            kind::FETCH_ENDED => Event::FetchEnded {
                fetch: FetchId(task.0),
                status: argument as u16,
            },
            kind::MAIN_ENDED => Event::MainEnded,
            _ => Event::LimitReached(limit_from(self.strings.text(task.0), wide())),
        }
    }
}

fn or_none(task: Option<TaskId>) -> u32 {
    task.map_or(NONE, |task| task.0)
}

fn task_or_none(task: u32) -> Option<TaskId> {
    (task != NONE).then_some(TaskId(task))
}

fn limit_from(name: &str, number: u64) -> Limit {
    match name {
        "steps" => Limit::Steps(number),
        "tasks" => Limit::Tasks(number as u32),
        "events" => Limit::Events(number),
        "lines" => Limit::Lines(number as u32),
        "queued" => Limit::Queued(number as usize),
        _ => Limit::Stuck,
    }
}

impl Observer for Trace {
    fn observe(&mut self, at: Nanos, event: Event<'_>) {
        if self.instants.last().is_none_or(|&(_, last)| last != at) {
            self.instants.push((self.len() as u32, at));
        }
        self.record(event);
    }

    fn len(&self) -> u64 {
        self.kinds.len() as u64
    }
}
