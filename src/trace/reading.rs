//! From a row of the columns back to its event.

use crate::runtime::{
    Cause, Event, FetchId, Limit, Nanos, QueueId, SourceLocation, StepEnd, TaskId, ThreadId, Wait,
};

use super::columns::{NONE, Trace};
use super::kind;
use super::rows::Row;

impl Trace {
    pub(super) fn event(&self, row: &Row) -> Event<'_> {
        let (task, argument) = (TaskId(row.task), row.argument);
        let known_location = || self.location(row).unwrap_or(SourceLocation::NOWHERE);
        let wide = || self.wide.get(argument as usize).copied().unwrap_or(0);
        let pair = || ((wide() >> 32) as u32, wide() as u32);
        let ends = |end| Event::StepEnded {
            task,
            end,
            location: self.location(row),
        };
        match row.kind {
            kind::TICK_BEGAN => Event::TickBegan,
            kind::TASK_CREATED => {
                let (parent, name) = pair();
                let name = self.strings.text(name);
                Event::TaskCreated {
                    task,
                    parent: task_or_none(parent),
                    name,
                    location: known_location(),
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
            kind::SCHEDULED_BY_THREAD => Event::Scheduled {
                task,
                cause: Cause::Thread(ThreadId(argument)),
            },
            kind::STEP_BEGAN => Event::StepBegan { task },
            kind::END_YIELDS => ends(StepEnd::Yields),
            kind::END_SLEEPS => ends(StepEnd::Sleeps {
                until: Nanos(wide()),
            }),
            kind::END_RETURNED => ends(StepEnd::Returned(self.strings.text(argument))),
            kind::END_RAISED => ends(StepEnd::Raised(self.strings.text(argument))),
            kind::END_CANCELLED => ends(StepEnd::Cancelled),
            kind::TIMER_FIRED => Event::TimerFired { task },
            kind::BLOCKED => Event::Blocked {
                task,
                until: Nanos(wide()),
                location: known_location(),
            },
            kind::PRINTED => Event::Printed {
                task: task_or_none(task.0),
                thread: None,
                text: self.strings.text(argument),
                location: known_location(),
            },
            kind::PRINTED_BY_THREAD => Event::Printed {
                task: None,
                thread: Some(ThreadId(task.0)),
                text: self.strings.text(argument),
                location: known_location(),
            },
            kind::THREAD_CREATED => Event::ThreadCreated {
                thread: ThreadId(task.0),
                name: self.strings.text(argument),
            },
            kind::JOB_BEGAN => Event::JobBegan {
                thread: ThreadId(task.0),
                task: task_or_none(argument),
                location: known_location(),
            },
            kind::JOB_ENDED => Event::JobEnded {
                thread: ThreadId(task.0),
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
            kind::RAISED_INTO => Event::RaisedInto {
                task,
                from: TaskId(argument),
            },
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
            other => match Wait::of_code(other, argument) {
                Some(wait) => ends(StepEnd::Waits(wait)),
                None => Event::LimitReached(limit_from(self.strings.text(task.0), wide())),
            },
        }
    }
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
        "step" => Limit::Step(number),
        _ => Limit::Stuck,
    }
}
