//! From a row of the tables back to its event.

use crate::runtime::{
    Cause, Event, FetchId, FetchMeasure, Limit, Nanos, QueueId, SourceLocation, StepEnd, TaskId,
    ThreadId, Wait,
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
            kind::TASK_CREATED => {
                let (parent, name) = self.pair_of(row);
                Event::TaskCreated {
                    task,
                    parent: task_or_none(parent),
                    name: self.strings.text(name),
                    location: self.known_location(row),
                }
            }
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
            kind::PRINTED => self.printed(task_or_none(row.task), None, row),
            kind::PRINTED_BY_THREAD => self.printed(None, Some(ThreadId(row.task)), row),
            kind::LOGGED => {
                let (task, text) = (task_or_none(row.task), self.text_of(row));
                Event::Logged { task, text }
            }
            kind::WARNED => Event::Warned {
                task: task_or_none(row.task),
                text: self.text_of(row),
                location: self.known_location(row),
            },
            kind::CALLBACK_READY => Event::CallbackReady { task },
            kind::CALLED_BACK => Event::CalledBack { task },
            kind::CALLBACK_ENDED => Event::CallbackEnded { task },
            kind::CANCEL_REQUESTED_BY_LOOP | kind::CANCEL_REQUESTED_BY_TASK => {
                let cause = cause(row);
                Event::CancelRequested { task, cause }
            }
            kind::CANCEL_DELIVERED => Event::CancelDelivered { task },
            kind::RAISED_INTO => {
                let from = TaskId(row.argument);
                Event::RaisedInto { task, from }
            }
            kind::DEADLINE_SET | kind::DEADLINE_REMOVED | kind::DEADLINE_PASSED => {
                self.deadline(task, row)
            }
            kind::MAIN_ENDED => Event::MainEnded,
            kind::LOOP_CLOSED => Event::LoopClosed,
            _ => match self.step_end(row) {
                Some(end) => step_ended(task, end, self.location(row)),
                None => self.event_of_thing(row),
            },
        }
    }

    /// Returns the event of a row that is of no one task: of a queue, a fetch or a thread, of what is gathered, or a
    /// limit.
    fn event_of_thing(&self, row: &Row) -> Event<'_> {
        let (number, task) = (row.task, task_or_none(row.task));
        let (high, level) = self.pair_of(row);
        let (queue, fetch, thread) = (QueueId(high), FetchId(high), ThreadId(number));
        match row.kind {
            kind::QUEUE_CREATED => Event::QueueCreated {
                queue: QueueId(number),
                size_max: row.argument,
            },
            kind::GATHERED_TASKS => Event::GatheredTasks {
                task: TaskId(number),
                count: row.argument,
            },
            kind::GATHERED => Event::Gathered {
                task,
                count: row.argument,
            },
            kind::QUEUE_PUT => Event::QueuePut { queue, task, level },
            kind::QUEUE_GOT => Event::QueueGot { queue, task, level },
            kind::FETCH_BEGAN => {
                let url = self.strings.text(level);
                Event::FetchBegan { fetch, task, url }
            }
            kind::FETCH_ENDED => Event::FetchEnded {
                fetch: FetchId(number),
                status: row.argument as u16,
            },
            kind::THREAD_CREATED => {
                let name = self.text_of(row);
                Event::ThreadCreated { thread, name }
            }
            kind::JOB_BEGAN => Event::JobBegan {
                thread,
                task: task_or_none(row.argument),
                location: self.known_location(row),
            },
            kind::JOB_ENDED => Event::JobEnded { thread },
            other => match FetchMeasure::of_code(other) {
                Some(measure) => Event::FetchMeasured {
                    fetch: FetchId(number),
                    measure,
                    value: self.wide_of(row),
                },
                None => Event::LimitReached(self.limit(row)),
            },
        }
    }

    fn deadline(&self, task: TaskId, row: &Row) -> Event<'_> {
        let until = Nanos(self.wide_of(row));
        match row.kind {
            kind::DEADLINE_SET => Event::DeadlineSet { task, until },
            kind::DEADLINE_REMOVED => Event::DeadlineRemoved { task, until },
            _ => Event::DeadlinePassed { task, until },
        }
    }

    fn printed(&self, task: Option<TaskId>, thread: Option<ThreadId>, row: &Row) -> Event<'_> {
        Event::Printed {
            task,
            thread,
            text: self.text_of(row),
            location: self.known_location(row),
        }
    }

    fn step_end(&self, row: &Row) -> Option<StepEnd<'_>> {
        Some(match row.kind {
            kind::END_YIELDS => StepEnd::Yields,
            kind::END_SLEEPS => StepEnd::Sleeps {
                until: Nanos(self.wide_of(row)),
            },
            kind::END_RETURNED => StepEnd::Returned(self.text_of(row)),
            kind::END_RAISED => StepEnd::Raised(self.text_of(row)),
            kind::END_CANCELLED => StepEnd::Cancelled,
            other => StepEnd::Waits(Wait::of_code(other, row.argument)?),
        })
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
            "memory" => Limit::Memory(number),
            _ => Limit::Stuck,
        }
    }

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

fn step_ended(task: TaskId, end: StepEnd<'_>, location: Option<SourceLocation>) -> Event<'_> {
    Event::StepEnded {
        task,
        end,
        location,
    }
}

fn task_or_none(task: u32) -> Option<TaskId> {
    (task != NONE).then_some(TaskId(task))
}
