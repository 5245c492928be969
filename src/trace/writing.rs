//! From an event to its row in the tables.

use crate::runtime::{
    Cause, Event, Limit, Nanos, QueueId, SourceLocation, StepEnd, TaskId, ThreadId,
};

use super::columns::{NONE, Trace};
use super::kind;

impl Trace {
    /// Adds the row of an event.
    pub(super) fn record(&mut self, event: Event<'_>) {
        match event {
            Event::TickBegan => self.push(kind::TICK_BEGAN, NONE, 0, 0),
            Event::TaskCreated {
                task,
                parent,
                name,
                location,
            } => self.record_created(task, parent, name, location),
            Event::Scheduled { task, cause } => self.record_scheduled(task, cause),
            Event::StepBegan { task } => self.push(kind::STEP_BEGAN, task.0, 0, 0),
            Event::StepEnded {
                task,
                end,
                location,
            } => self.record_step_end(task, end, location),
            Event::TimerFired { task } => self.push(kind::TIMER_FIRED, task.0, 0, 0),
            Event::Blocked {
                task,
                until,
                location,
            } => self.record_blocked(task, until, location),
            Event::Printed {
                task,
                thread,
                text,
                location,
            } => self.record_printed(task, thread, text, location),
            Event::Logged { task, text } => self.push_text(kind::LOGGED, or_none(task), text, 0),
            Event::CalledBack { task } => self.push(kind::CALLED_BACK, task.0, 0, 0),
            Event::CancelRequested { task, cause } => match cause {
                Cause::Task(by) => self.push(kind::CANCEL_REQUESTED_BY_TASK, task.0, by.0, 0),
                _ => self.push(kind::CANCEL_REQUESTED_BY_LOOP, task.0, 0, 0),
            },
            Event::CancelDelivered { task } => self.push(kind::CANCEL_DELIVERED, task.0, 0, 0),
            Event::RaisedInto { task, from } => self.push(kind::RAISED_INTO, task.0, from.0, 0),
            Event::QueueCreated { queue, size_max } => {
                self.push(kind::QUEUE_CREATED, queue.0, size_max, 0);
            }
            Event::QueuePut { queue, task, level } => {
                self.record_level(kind::QUEUE_PUT, queue, task, level);
            }
            Event::QueueGot { queue, task, level } => {
                self.record_level(kind::QUEUE_GOT, queue, task, level);
            }
            Event::FetchBegan { fetch, task, url } => {
                let url = self.strings.number(url);
                let wide = self.wide_pair(fetch.0, url);
                self.push(kind::FETCH_BEGAN, or_none(task), wide, 0);
            }
            Event::FetchEnded { fetch, status } => {
                self.push(kind::FETCH_ENDED, fetch.0, status.into(), 0);
            }
            Event::ThreadCreated { thread, name } => {
                self.push_text(kind::THREAD_CREATED, thread.0, name, 0);
            }
            Event::JobBegan {
                thread,
                task,
                location,
            } => self.record_job(thread, task, location),
            Event::JobEnded { thread } => self.push(kind::JOB_ENDED, thread.0, 0, 0),
            Event::MainEnded => self.push(kind::MAIN_ENDED, NONE, 0, 0),
            Event::LimitReached(limit) => self.record_limit(limit),
        }
    }

    fn record_created(
        &mut self,
        task: TaskId,
        parent: Option<TaskId>,
        name: &str,
        location: SourceLocation,
    ) {
        let name = if name.starts_with("Task-") {
            self.strings.add(name)
        } else {
            self.strings.number(name)
        };
        let wide = self.wide_pair(or_none(parent), name);
        let location = self.location_number(location);
        self.push(kind::TASK_CREATED, task.0, wide, location);
    }

    fn record_scheduled(&mut self, task: TaskId, cause: Cause) {
        let (kind, argument) = match cause {
            Cause::Loop => (kind::SCHEDULED_BY_LOOP, 0),
            Cause::Task(by) => (kind::SCHEDULED_BY_TASK, by.0),
            Cause::Timer => (kind::SCHEDULED_BY_TIMER, 0),
            Cause::Fetch(fetch) => (kind::SCHEDULED_BY_FETCH, fetch.0),
            Cause::Thread(thread) => (kind::SCHEDULED_BY_THREAD, thread.0),
        };
        self.push(kind, task.0, argument, 0);
    }

    fn record_step_end(
        &mut self,
        task: TaskId,
        end: StepEnd<'_>,
        location: Option<SourceLocation>,
    ) {
        let (kind, argument) = match end {
            StepEnd::Yields => (kind::END_YIELDS, 0),
            StepEnd::Sleeps { until } => (kind::END_SLEEPS, self.wide(until.0)),
            StepEnd::Waits(wait) => (wait.code(), wait.subject().number()),
            StepEnd::Returned(repr) => (kind::END_RETURNED, self.strings.number(repr)),
            StepEnd::Raised(repr) => (kind::END_RAISED, self.strings.number(repr)),
            StepEnd::Cancelled => (kind::END_CANCELLED, 0),
        };
        let location = location.map_or(0, |location| self.location_number(location));
        self.push(kind, task.0, argument, location);
    }

    fn record_blocked(&mut self, task: TaskId, until: Nanos, location: SourceLocation) {
        let (until, location) = (self.wide(until.0), self.location_number(location));
        self.push(kind::BLOCKED, task.0, until, location);
    }

    fn record_printed(
        &mut self,
        task: Option<TaskId>,
        thread: Option<ThreadId>,
        text: &str,
        location: SourceLocation,
    ) {
        let location = self.location_number(location);
        match thread {
            Some(thread) => self.push_text(kind::PRINTED_BY_THREAD, thread.0, text, location),
            None => self.push_text(kind::PRINTED, or_none(task), text, location),
        }
    }

    fn record_level(&mut self, kind: u8, queue: QueueId, task: Option<TaskId>, level: u32) {
        let wide = self.wide_pair(queue.0, level);
        self.push(kind, or_none(task), wide, 0);
    }

    fn record_job(&mut self, thread: ThreadId, task: Option<TaskId>, location: SourceLocation) {
        let location = self.location_number(location);
        self.push(kind::JOB_BEGAN, thread.0, or_none(task), location);
    }

    fn record_limit(&mut self, limit: Limit) {
        let (name, number) = limit.parts();
        let (name, number) = (self.strings.number(name), self.wide(number));
        self.push(kind::LIMIT_REACHED, name, number, 0);
    }

    /// Adds a row whose argument is a text.
    fn push_text(&mut self, kind: u8, of: u32, text: &str, location: u16) {
        let text = self.strings.number(text);
        self.push(kind, of, text, location);
    }
}

fn or_none(task: Option<TaskId>) -> u32 {
    task.map_or(NONE, |task| task.0)
}
