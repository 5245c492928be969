//! From a row of the tables back to its event.

use crate::runtime::{
    Cause, Event, FetchId, Limit, Nanos, QueueId, SourceLocation, StepEnd, TaskId, ThreadId, Wait,
};

use super::columns::{NONE, Trace};
use super::kind;
use super::rows::Row;

impl Trace {
    /// Returns the event of a row. A row of another kind than those below is the end of a step, or a
    /// limit that was reached.
    pub(super) fn event(&self, row: &Row) -> Event<'_> {
        let task = TaskId(row.task);
        match row.kind {
            kind::TICK_BEGAN => Event::TickBegan,
            kind::TASK_CREATED => self.task_created(row),
            kind::SCHEDULED_BY_LOOP..=kind::SCHEDULED_BY_FETCH | kind::SCHEDULED_BY_THREAD => {
                let cause = cause(row);
                Event::Scheduled { task, cause }
            }
            kind::STEP_BEGAN => Event::StepBegan { task },
            kind::TIMER_FIRED => Event::TimerFired { task },
            kind::BLOCKED => Event::Blocked {
                task,
                until: Nanos(self.wide_of(row)),
                location: self.known_location(row),
            },
            kind::PRINTED | kind::PRINTED_BY_THREAD => self.printed(row),
            kind::LOGGED => Event::Logged {
                task: task_or_none(row.task),
                text: self.text_of(row),
            },
            kind::CALLED_BACK => Event::CalledBack { task },
            kind::CANCEL_REQUESTED_BY_LOOP | kind::CANCEL_REQUESTED_BY_TASK => {
                let cause = cause(row);
                Event::CancelRequested { task, cause }
            }
            kind::CANCEL_DELIVERED => Event::CancelDelivered { task },
            kind::RAISED_INTO => {
                let from = TaskId(row.argument);
                Event::RaisedInto { task, from }
            }
            kind::QUEUE_CREATED | kind::QUEUE_PUT | kind::QUEUE_GOT => self.queue_event(row),
            kind::FETCH_BEGAN | kind::FETCH_ENDED => self.fetch_event(row),
            kind::THREAD_CREATED | kind::JOB_BEGAN | kind::JOB_ENDED => self.thread_event(row),
            kind::MAIN_ENDED => Event::MainEnded,
            _ => match self.step_end(row) {
                Some(end) => Event::StepEnded {
                    task,
                    end,
                    location: self.location(row),
                },
                None => Event::LimitReached(self.limit(row)),
            },
        }
    }

    fn task_created(&self, row: &Row) -> Event<'_> {
        let (parent, name) = self.pair_of(row);
        Event::TaskCreated {
            task: TaskId(row.task),
            parent: task_or_none(parent),
            name: self.strings.text(name),
            location: self.known_location(row),
        }
    }

    fn step_end(&self, row: &Row) -> Option<StepEnd<'_>> {
        Some(match row.kind {
            kind::END_YIELDS => StepEnd::Yields,
            kind::END_SLEEPS => {
                let until = Nanos(self.wide_of(row));
                StepEnd::Sleeps { until }
            }
            kind::END_RETURNED => StepEnd::Returned(self.text_of(row)),
            kind::END_RAISED => StepEnd::Raised(self.text_of(row)),
            kind::END_CANCELLED => StepEnd::Cancelled,
            other => StepEnd::Waits(Wait::of_code(other, row.argument)?),
        })
    }

    fn printed(&self, row: &Row) -> Event<'_> {
        let is_by_thread = row.kind == kind::PRINTED_BY_THREAD;
        Event::Printed {
            task: task_or_none(row.task).filter(|_| !is_by_thread),
            thread: is_by_thread.then_some(ThreadId(row.task)),
            text: self.text_of(row),
            location: self.known_location(row),
        }
    }

    fn queue_event(&self, row: &Row) -> Event<'_> {
        if row.kind == kind::QUEUE_CREATED {
            return Event::QueueCreated {
                queue: QueueId(row.task),
                size_max: row.argument,
            };
        }
        let (queue, level) = self.pair_of(row);
        let (queue, task) = (QueueId(queue), task_or_none(row.task));
        if row.kind == kind::QUEUE_PUT {
            Event::QueuePut { queue, task, level }
        } else {
            Event::QueueGot { queue, task, level }
        }
    }

    fn fetch_event(&self, row: &Row) -> Event<'_> {
        if row.kind == kind::FETCH_ENDED {
            return Event::FetchEnded {
                fetch: FetchId(row.task),
                status: row.argument as u16,
            };
        }
        let (fetch, url) = self.pair_of(row);
        Event::FetchBegan {
            fetch: FetchId(fetch),
            task: task_or_none(row.task),
            url: self.strings.text(url),
        }
    }

    fn thread_event(&self, row: &Row) -> Event<'_> {
        let thread = ThreadId(row.task);
        match row.kind {
            kind::THREAD_CREATED => {
                let name = self.text_of(row);
                Event::ThreadCreated { thread, name }
            }
            kind::JOB_BEGAN => Event::JobBegan {
                thread,
                task: task_or_none(row.argument),
                location: self.known_location(row),
            },
            _ => Event::JobEnded { thread },
        }
    }

    fn limit(&self, row: &Row) -> Limit {
        let number = self.wide_of(row);
        match self.strings.text(row.task) {
            "steps" => Limit::Steps(number),
            "tasks" => Limit::Tasks(number as u32),
            "events" => Limit::Events(number),
            "lines" => Limit::Lines(number as u32),
            "queued" => Limit::Queued(number as usize),
            "step" => Limit::Step(number),
            _ => Limit::Stuck,
        }
    }

    /// Returns the text that is a row's argument.
    fn text_of(&self, row: &Row) -> &str {
        self.strings.text(row.argument)
    }

    /// Returns the wide value to which a row's argument points.
    fn wide_of(&self, row: &Row) -> u64 {
        self.wide.get(row.argument as usize).copied().unwrap_or(0)
    }

    /// Returns the two numbers of a row's wide value.
    fn pair_of(&self, row: &Row) -> (u32, u32) {
        let wide = self.wide_of(row);
        ((wide >> 32) as u32, wide as u32)
    }

    fn known_location(&self, row: &Row) -> SourceLocation {
        self.location(row).unwrap_or(SourceLocation::NOWHERE)
    }
}

/// Returns what made a task ready, or asked the task to stop.
fn cause(row: &Row) -> Cause {
    match row.kind {
        kind::SCHEDULED_BY_TASK | kind::CANCEL_REQUESTED_BY_TASK => {
            Cause::Task(TaskId(row.argument))
        }
        kind::SCHEDULED_BY_TIMER => Cause::Timer,
        kind::SCHEDULED_BY_FETCH => Cause::Fetch(FetchId(row.argument)),
        kind::SCHEDULED_BY_THREAD => Cause::Thread(ThreadId(row.argument)),
        _ => Cause::Loop,
    }
}

fn task_or_none(task: u32) -> Option<TaskId> {
    (task != NONE).then_some(TaskId(task))
}
