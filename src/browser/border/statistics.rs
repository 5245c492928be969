//! The statistics of a run, and the entries of its transcript.

use serde::Serialize;
use tsify::Tsify;

use super::message::Message;
use crate::story::Times;

/// How long a task, or all of them, was in which states.
#[derive(Serialize, Tsify)]
pub struct TaskTimes {
    /// Empty for all tasks together.
    task: String,
    steps: u64,
    running: f64,
    ready: f64,
    sleeping: f64,
    waiting: f64,
    alive: f64,
}

/// The times of the first tasks, and of all together.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct TimesTable {
    /// The most tasks that there were at once.
    pub(in crate::browser) most_at_once: usize,
    pub(in crate::browser) tasks: Vec<TaskTimes>,
    pub(in crate::browser) sum: TaskTimes,
}

/// A link of the critical path: whose it is, what is done, and when.
#[derive(Serialize, Tsify)]
pub struct PathLink {
    pub(in crate::browser) task: String,
    pub(in crate::browser) state: Message,
    pub(in crate::browser) from: f64,
    pub(in crate::browser) to: f64,
}

/// An entry of the transcript.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Entry {
    pub(in crate::browser) seconds: f64,
    pub(in crate::browser) task: Option<String>,
    pub(in crate::browser) phrases: Vec<Message>,
    /// How many console lines were printed by then.
    pub(in crate::browser) printed: usize,
}

impl TaskTimes {
    pub(in crate::browser) fn of(task: &str, times: &Times) -> TaskTimes {
        TaskTimes {
            task: task.to_string(),
            steps: times.steps,
            running: times.running.seconds(),
            ready: times.ready.seconds(),
            sleeping: times.sleeping.seconds(),
            waiting: times.waiting.seconds(),
            alive: times.alive().seconds(),
        }
    }
}
