//! A run in numbers and words: what a host of the element gets.

use serde::Serialize;
use tsify::Tsify;

use crate::story::{self, StoryView};

/// A run in numbers and words.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// The lesson's slug.
    lesson: String,
    /// How many tasks there were.
    task_count: usize,
    /// The first 1,000 tasks, in the order of their creation.
    tasks: Vec<TaskSummary>,
    /// The first 1,000 lines that the program printed.
    console: Vec<PrintedLine>,
    #[serde(flatten)]
    ending: Ending,
}

/// What a summary says besides the record of the run.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Ending {
    /// The time from start to end.
    seconds: f64,
    /// How many uninterrupted stretches of control tasks had, all together: each is one poll.
    steps: u64,
    /// Turns of the loop.
    ticks: u64,
    #[tsify(type = "\"finished\" | \"raised\" | \"stopped\" | \"limit\"")]
    outcome: &'static str,
    error: Option<RunError>,
}

/// A task, and how it ended.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct TaskSummary {
    name: String,
    /// `returned`, `raised`, `cancelled` or `pending`.
    state: &'static str,
    /// What it returned or raised.
    result: Option<String>,
}

/// A line that the program printed.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct PrintedLine {
    seconds: f64,
    /// Null where no task printed it, as in a callback.
    task: Option<String>,
    text: String,
}

/// Why a run did not finish.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct RunError {
    kind: String,
    /// What happened, in English.
    message: String,
    /// The value that it is about.
    about: Option<String>,
}

/// A part of the record of a run in a worker.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Part {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Uint8Array<ArrayBuffer>")]
    pub(in crate::browser) part: js_sys::Uint8Array,
    /// How the run ended; the last part of the trace comes with it.
    pub(in crate::browser) ending: Option<Ending>,
}

/// So many tasks and lines are in a summary.
const LISTED_MAX: usize = 1000;

impl Summary {
    /// Adds to what is known of the end of a run what its story says.
    pub(in crate::browser) fn of(story: StoryView<'_>, end: story::Summary) -> Summary {
        let tasks = story.lanes().take(LISTED_MAX).map(|lane| {
            let (state, result) = lane.outcome();
            TaskSummary {
                name: lane.name().to_string(),
                state,
                result: result.map(Into::into),
            }
        });
        let printed = story.lines().filter(|line| !line.is_log);
        let console = printed.take(LISTED_MAX).map(|line| PrintedLine {
            seconds: line.at.time.seconds(),
            task: line.by.map(|by| story.party_name(by).to_string()),
            text: line.text.to_string(),
        });
        Summary {
            lesson: end.lesson.clone(),
            task_count: story.lane_count(),
            tasks: tasks.collect(),
            console: console.collect(),
            ending: end.into(),
        }
    }
}

impl From<story::Summary> for Ending {
    fn from(end: story::Summary) -> Ending {
        Ending {
            seconds: end.seconds,
            steps: end.steps,
            ticks: end.ticks,
            outcome: end.outcome,
            error: end.error.map(|error| RunError {
                kind: error.kind,
                message: error.message,
                about: error.about,
            }),
        }
    }
}
