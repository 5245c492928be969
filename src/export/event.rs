//! Events of a trace as JSON objects.
//!
//! Each has its moment (`seconds`), its `kind`, and what belongs to the kind:
//!
//! ```json
//! {"seconds": 0.0, "kind": "task-created", "task": 1, "parent": 0, "name": "url_1",
//!  "place": {"file": "src/lessons/gather.rs", "line": 17, "column": 5}}
//! {"seconds": 0.0, "kind": "step-ended", "task": 1, "why": "sleeps", "until": 1.0,
//!  "place": {"file": "src/lessons/gather.rs", "line": 8, "column": 5}}
//! {"seconds": 1.0, "kind": "scheduled", "task": 1, "cause": "timer"}
//! ```
//!
//! `task` and the other numbers of tasks are places in the summary's `tasks`, since several tasks
//! may share a name. What there is none of, like the task of a line that a callback printed, is
//! `null`. Keys and values keep their meaning; further kinds and keys may come.

use crate::runtime::{Cause, Event, Nanos, SourceLocation, StepEnd, Subject, TaskId, Wait};

use super::json::Value;

/// A key with its value.
pub(super) type Field<'a> = (&'static str, Value<'a>);

/// Returns the fields of an event.
pub(super) fn fields(at: Nanos, event: Event<'_>) -> Vec<Field<'_>> {
    let (kind, more) = of_kind(event);
    let mut fields = vec![("seconds", Value::Seconds(at)), ("kind", Value::Text(kind))];
    fields.extend(more);
    fields
}

fn of_kind(event: Event<'_>) -> (&'static str, Vec<Field<'_>>) {
    match event {
        Event::TickBegan => ("tick-began", vec![]),
        Event::TaskCreated {
            task,
            parent,
            name,
            location: place,
        } => {
            let parent = ("parent", task_or_null(parent));
            let name = ("name", Value::Text(name));
            ("task-created", vec![of(task), parent, name, at(place)])
        }
        Event::Scheduled { task, cause } => ("scheduled", caused(task, cause)),
        Event::StepBegan { task } => ("step-began", vec![of(task)]),
        Event::StepEnded {
            task,
            end,
            location: place,
        } => {
            let (why, more) = step_end(end);
            let place = at(place.unwrap_or(SourceLocation::NOWHERE));
            let why = ("why", Value::Text(why));
            let fields = [of(task), why].into_iter();
            ("step-ended", fields.chain(more).chain([place]).collect())
        }
        Event::TimerFired { task } => ("timer-fired", vec![of(task)]),
        Event::Blocked {
            task,
            until,
            location: place,
        } => {
            let until = ("until", Value::Seconds(until));
            ("blocked", vec![of(task), until, at(place)])
        }
        Event::Printed {
            task,
            thread,
            text,
            location: place,
        } => {
            let thread = thread.map_or(Value::None, |thread| number(thread.0));
            let fields = [maybe(task), ("thread", thread), said(text), at(place)];
            ("printed", fields.into())
        }
        Event::Logged { task, text } => ("logged", vec![maybe(task), said(text)]),
        Event::CalledBack { task } => ("called-back", vec![of(task)]),
        Event::CancelRequested { task, cause } => ("cancel-requested", caused(task, cause)),
        Event::CancelDelivered { task } => ("cancel-delivered", vec![of(task)]),
        Event::RaisedInto { task, from } => {
            ("raised-into", vec![of(task), ("from", number(from.0))])
        }
        Event::QueueCreated { queue, size_max } => (
            "queue-created",
            vec![("queue", number(queue.0)), ("size_max", number(size_max))],
        ),
        Event::QueuePut { queue, task, level } => ("queue-put", moved(queue.0, task, level)),
        Event::QueueGot { queue, task, level } => ("queue-got", moved(queue.0, task, level)),
        Event::FetchBegan { fetch, task, url } => {
            let url = ("url", Value::Text(url));
            (
                "fetch-began",
                vec![("fetch", number(fetch.0)), maybe(task), url],
            )
        }
        Event::FetchEnded { fetch, status } => {
            let status = ("status", number(status.into()));
            ("fetch-ended", vec![("fetch", number(fetch.0)), status])
        }
        Event::ThreadCreated { thread, name } => {
            let name = ("name", Value::Text(name));
            ("thread-created", vec![("thread", number(thread.0)), name])
        }
        Event::JobBegan {
            thread,
            task,
            location: place,
        } => {
            let thread = ("thread", number(thread.0));
            ("job-began", vec![thread, maybe(task), at(place)])
        }
        Event::JobEnded { thread } => ("job-ended", vec![("thread", number(thread.0))]),
        Event::MainEnded => ("main-ended", vec![]),
        Event::LimitReached(limit) => {
            let name = ("limit", Value::Text(limit.parts().0));
            ("limit-reached", vec![name])
        }
    }
}

/// Returns why a step ended, and what of.
fn step_end(end: StepEnd<'_>) -> (&'static str, Option<Field<'_>>) {
    match end {
        StepEnd::Yields => ("yields", None),
        StepEnd::Sleeps { until } => ("sleeps", Some(("until", Value::Seconds(until)))),
        StepEnd::Waits(wait) => (wait.name(), subject(wait)),
        StepEnd::Returned(value) => ("returned", Some(("result", Value::Text(value)))),
        StepEnd::Raised(error) => ("raised", Some(("error", Value::Text(error)))),
        StepEnd::Cancelled => ("cancelled", None),
    }
}

fn subject(wait: Wait) -> Option<Field<'static>> {
    let name = match wait.subject() {
        Subject::None => return None,
        Subject::Task(_) => "other",
        Subject::Tasks(_) => "tasks",
        Subject::Queue(_) => "queue",
        Subject::Fetch(_) => "fetch",
    };
    Some((name, number(wait.subject().number())))
}

fn caused(task: TaskId, cause: Cause) -> Vec<Field<'static>> {
    let (name, by) = match cause {
        Cause::Loop => ("loop", None),
        Cause::Task(by) => ("task", Some(("by", number(by.0)))),
        Cause::Timer => ("timer", None),
        Cause::Fetch(fetch) => ("fetch", Some(("fetch", number(fetch.0)))),
        Cause::Thread(thread) => ("thread", Some(("thread", number(thread.0)))),
    };
    let cause = ("cause", Value::Text(name));
    [of(task), cause].into_iter().chain(by).collect()
}

fn moved(queue: u32, task: Option<TaskId>, level: u32) -> Vec<Field<'static>> {
    vec![
        ("queue", number(queue)),
        maybe(task),
        ("level", number(level)),
    ]
}

fn of(task: TaskId) -> Field<'static> {
    ("task", number(task.0))
}

fn maybe(task: Option<TaskId>) -> Field<'static> {
    ("task", task_or_null(task))
}

fn task_or_null(task: Option<TaskId>) -> Value<'static> {
    task.map_or(Value::None, |task| number(task.0))
}

fn said(text: &str) -> Field<'_> {
    ("text", Value::Text(text))
}

fn at(place: SourceLocation) -> Field<'static> {
    ("place", Value::SourceLocation(place))
}

fn number(number: u32) -> Value<'static> {
    Value::Number(number.into())
}
