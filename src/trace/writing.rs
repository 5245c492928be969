//! From an event to its row in the tables.

use crate::runtime::{Cause, Event, Limit, Nanos, StepEnd, TaskId};

use super::columns::{NONE, Trace};
use super::kind;

impl Trace {
    /// Adds the row of an event.
    pub(super) fn record(&mut self, mut event: Event<'_>) {
        let (kind, of, argument) = self.row_of(event);
        let location = event.location_mut();
        let location = location.map_or(0, |location| self.location_number(*location));
        self.push(kind, of, argument, location);
    }

    /// Returns the kind of an event, the number of the task or thing that the event is of, and the
    /// argument.
    fn row_of(&mut self, event: Event<'_>) -> (u8, u32, u32) {
        match event {
            Event::TickBegan => (kind::TICK_BEGAN, NONE, 0),
            Event::TaskCreated {
                task, parent, name, ..
            } => (kind::TASK_CREATED, task.0, self.created(parent, name)),
            Event::Scheduled { task, cause } => scheduled(task, cause),
            Event::StepBegan { task } => (kind::STEP_BEGAN, task.0, 0),
            Event::StepEnded { task, end, .. } => self.step_ended(task, end),
            Event::TimerFired { task } => (kind::TIMER_FIRED, task.0, 0),
            Event::Blocked { task, until, .. } => self.at(kind::BLOCKED, task, until),
            Event::Printed {
                task, thread, text, ..
            } => {
                let by_task = (kind::PRINTED, or_none(task));
                let (kind, by) = thread.map_or(by_task, |by| (kind::PRINTED_BY_THREAD, by.0));
                (kind, by, self.strings.number(text))
            }
            Event::Logged { task, text } => self.said(kind::LOGGED, task, text),
            Event::Warned { task, text, .. } => self.said(kind::WARNED, task, text),
            Event::CallbackReady { task } => (kind::CALLBACK_READY, task.0, 0),
            Event::CalledBack { task } => (kind::CALLED_BACK, task.0, 0),
            Event::CallbackEnded { task } => (kind::CALLBACK_ENDED, task.0, 0),
            Event::CancelRequested { task, cause } => cancel_requested(task, cause),
            Event::CancelDelivered { task } => (kind::CANCEL_DELIVERED, task.0, 0),
            Event::RaisedInto { task, from } => (kind::RAISED_INTO, task.0, from.0),
            Event::DeadlineSet { task, until } => self.at(kind::DEADLINE_SET, task, until),
            Event::DeadlineRemoved { task, until } => self.at(kind::DEADLINE_REMOVED, task, until),
            Event::DeadlinePassed { task, until } => self.at(kind::DEADLINE_PASSED, task, until),
            Event::GatheredTasks { task, count } => (kind::GATHERED_TASKS, task.0, count),
            Event::Gathered { task, count } => (kind::GATHERED, or_none(task), count),
            Event::QueueCreated { queue, size_max } => (kind::QUEUE_CREATED, queue.0, size_max),
            Event::QueuePut { queue, task, level } => {
                (kind::QUEUE_PUT, or_none(task), self.pair(queue.0, level))
            }
            Event::QueueGot { queue, task, level } => {
                (kind::QUEUE_GOT, or_none(task), self.pair(queue.0, level))
            }
            Event::FetchBegan { fetch, task, url } => {
                let url = self.strings.number(url);
                (kind::FETCH_BEGAN, or_none(task), self.pair(fetch.0, url))
            }
            Event::FetchMeasured {
                fetch,
                measure,
                value,
            } => (measure.code(), fetch.0, self.wide(value)),
            Event::FetchEnded { fetch, status } => (kind::FETCH_ENDED, fetch.0, status.into()),
            Event::ThreadCreated { thread, name } => {
                (kind::THREAD_CREATED, thread.0, self.strings.number(name))
            }
            Event::JobBegan { thread, task, .. } => (kind::JOB_BEGAN, thread.0, or_none(task)),
            Event::JobEnded { thread } => (kind::JOB_ENDED, thread.0, 0),
            Event::MainEnded => (kind::MAIN_ENDED, NONE, 0),
            Event::LoopClosed => (kind::LOOP_CLOSED, NONE, 0),
            Event::LimitReached(limit) => self.limit_reached(limit),
        }
    }

    /// Returns the row of an event whose argument is a text.
    fn said(&mut self, kind: u8, task: Option<TaskId>, text: &str) -> (u8, u32, u32) {
        (kind, or_none(task), self.strings.number(text))
    }

    /// Returns the row of an event of a task whose argument is a moment.
    fn at(&mut self, kind: u8, task: TaskId, moment: Nanos) -> (u8, u32, u32) {
        (kind, task.0, self.wide(moment.0))
    }

    fn limit_reached(&mut self, limit: Limit) -> (u8, u32, u32) {
        let (name, number) = limit.parts();
        let name = self.strings.number(name);
        (kind::LIMIT_REACHED, name, self.wide(number))
    }

    fn created(&mut self, parent: Option<TaskId>, name: &str) -> u32 {
        let name = if name.starts_with("Task-") {
            self.strings.add(name)
        } else {
            self.strings.number(name)
        };
        self.pair(or_none(parent), name)
    }

    fn step_ended(&mut self, task: TaskId, end: StepEnd<'_>) -> (u8, u32, u32) {
        let (kind, argument) = match end {
            StepEnd::Yields => (kind::END_YIELDS, 0),
            StepEnd::Sleeps { until } => (kind::END_SLEEPS, self.wide(until.0)),
            StepEnd::Waits(wait) => (wait.code(), wait.subject().number()),
            StepEnd::Returned(repr) => (kind::END_RETURNED, self.strings.number(repr)),
            StepEnd::Raised(repr) => (kind::END_RAISED, self.strings.number(repr)),
            StepEnd::Cancelled => (kind::END_CANCELLED, 0),
        };
        (kind, task.0, argument)
    }
}

fn scheduled(task: TaskId, cause: Cause) -> (u8, u32, u32) {
    let (kind, argument) = match cause {
        Cause::Loop => (kind::SCHEDULED_BY_LOOP, 0),
        Cause::Task(by) => (kind::SCHEDULED_BY_TASK, by.0),
        Cause::Timer => (kind::SCHEDULED_BY_TIMER, 0),
        Cause::Fetch(fetch) => (kind::SCHEDULED_BY_FETCH, fetch.0),
        Cause::Thread(thread) => (kind::SCHEDULED_BY_THREAD, thread.0),
    };
    (kind, task.0, argument)
}

fn cancel_requested(task: TaskId, cause: Cause) -> (u8, u32, u32) {
    match cause {
        Cause::Task(by) => (kind::CANCEL_REQUESTED_BY_TASK, task.0, by.0),
        _ => (kind::CANCEL_REQUESTED_BY_LOOP, task.0, 0),
    }
}

fn or_none(task: Option<TaskId>) -> u32 {
    task.map_or(NONE, |task| task.0)
}
