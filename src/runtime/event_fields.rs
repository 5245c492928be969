//! Events as fields, which is how serde writes them.
//!
//! Each has its `kind`, and what belongs to the kind; a document puts the moment, `seconds`, before:
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
//! `null`. Keys and values keep their meaning; further kinds and keys may come. Where a key is not the
//! name of a field of [`Event`], it is said here.

use serde::{Serialize, Serializer};

use crate::runtime::{Cause, Limit, Nanos, SourceLocation, StepEnd, Subject, Wait};

/// A key with its value.
type Field<'a> = (&'static str, Value<'a>);

#[derive(Serialize)]
#[serde(untagged)]
enum Value<'a> {
    Number(u32),
    Seconds(Nanos),
    Text(&'a str),
}

impl Serialize for StepEnd<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let (why, more) = step_end(*self);
        to.collect_map([("why", Value::Text(why))].into_iter().chain(more))
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
    let key = match wait.subject() {
        Subject::None => return None,
        Subject::Task(_) => "other",
        Subject::Tasks(_) => "tasks",
        Subject::Queue(_) => "queue",
        Subject::Fetch(_) => "fetch",
    };
    Some((key, Value::Number(wait.subject().number())))
}

impl Serialize for Cause {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let (name, by) = match self {
            Cause::Loop => ("loop", None),
            Cause::Task(by) => ("task", Some(("by", by.0))),
            Cause::Timer => ("timer", None),
            Cause::Fetch(fetch) => ("fetch", Some(("fetch", fetch.0))),
            Cause::Thread(thread) => ("thread", Some(("thread", thread.0))),
        };
        let by = by.map(|(key, number)| (key, Value::Number(number)));
        to.collect_map([("cause", Value::Text(name))].into_iter().chain(by))
    }
}

impl Serialize for Limit {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map([("limit", self.parts().0)])
    }
}

impl Serialize for Nanos {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(self.seconds())
    }
}

impl Serialize for SourceLocation {
    /// Writes what is nowhere in a program as nothing: lines count from 1.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Known {
            file: &'static str,
            line: u32,
            column: u32,
        }
        let SourceLocation { file, line, column } = *self;
        (line > 0)
            .then_some(Known { file, line, column })
            .serialize(to)
    }
}
