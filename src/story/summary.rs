//! The summary of a run: what pages with the element and users of the command get.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::runtime::{Error, Nanos, Outcome};

use super::{Ending, Lane, StoryView};

/// A run in numbers and words. A file is read for its end; the record has its tasks and lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The lesson's slug.
    #[serde(default)]
    pub lesson: String,
    /// The run's time from start to end.
    pub seconds: f64,
    /// How many uninterrupted stretches of control tasks had, all together: each is one poll.
    pub steps: u64,
    /// Turns of the loop.
    pub ticks: u64,
    /// Every task, in the order of creation.
    #[serde(skip_deserializing)]
    pub tasks: Vec<TaskSummary>,
    /// Every line that the program printed.
    #[serde(skip_deserializing)]
    pub console: Vec<ConsoleLine>,
    /// One of [`OUTCOMES`].
    #[serde(deserialize_with = "known_outcome")]
    pub outcome: OutcomeName,
    /// What was raised, or which limit was hit.
    pub error: Option<RunError>,
}

/// A task in a summary.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TaskSummary {
    /// The task's name.
    pub name: String,
    /// `returned`, `raised`, `cancelled` or `pending`.
    pub state: &'static str,
    /// The task's result or its error, as Python's `repr` shows it.
    pub result: Option<String>,
}

/// A console line in a summary.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ConsoleLine {
    /// When the line was printed.
    pub seconds: f64,
    /// The name of the task or thread that printed it; none in a callback.
    pub task: Option<String>,
    /// The line.
    pub text: String,
}

/// Why a run did not finish.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunError {
    /// The error's name.
    pub kind: String,
    /// What happened, in English.
    pub message: String,
    /// The value that the error is about, for a sentence in another language.
    pub about: Option<String>,
}

/// Sums up a run.
pub fn summarise(
    lesson: &str,
    story: StoryView<'_>,
    now: Nanos,
    counts: (u64, u64),
    outcome: &Outcome,
) -> Summary {
    summarise_end(lesson, now, counts, outcome).with_story(story)
}

/// Sums up how a run ended, without its tasks and its lines, of which there may be a million.
pub fn summarise_end(
    lesson: &str,
    now: Nanos,
    (steps, ticks): (u64, u64),
    outcome: &Outcome,
) -> Summary {
    Summary {
        lesson: lesson.to_string(),
        seconds: now.seconds(),
        steps,
        ticks,
        tasks: Vec::new(),
        console: Vec::new(),
        outcome: outcome_name(outcome),
        error: run_error(outcome),
    }
}

impl Summary {
    /// Returns the summary with every task and every line of a story.
    pub fn with_story(self, story: StoryView<'_>) -> Summary {
        let tasks = story.lanes().map(|lane| {
            let (state, result) = lane.outcome();
            TaskSummary {
                name: lane.name().to_string(),
                state,
                result: result.map(Into::into),
            }
        });
        let lines = story.lines().filter(|line| !line.is_log);
        let console = lines.map(|line| ConsoleLine {
            seconds: line.at.time.seconds(),
            task: line.by.map(|by| story.party_name(by).to_string()),
            text: line.text.to_string(),
        });
        Summary {
            tasks: tasks.collect(),
            console: console.collect(),
            ..self
        }
    }
}

impl<'a> Lane<'a> {
    /// Returns how the task ended, as a summary names it, and with what.
    pub fn outcome(&self) -> (&'static str, Option<&'a str>) {
        match self.ending().map(|(_, ending)| ending) {
            Some(Ending::Returned(value)) => ("returned", Some(value)),
            Some(Ending::Raised(error)) => ("raised", Some(error)),
            Some(Ending::Cancelled) => ("cancelled", None),
            None => ("pending", None),
        }
    }
}

/// One of [`OUTCOMES`]. By this name serde sees that nothing is borrowed from what is read.
pub type OutcomeName = &'static str;

/// How a run may have ended.
pub const OUTCOMES: [&str; 4] = ["finished", "raised", "stopped", "limit"];

fn known_outcome<'de, D: Deserializer<'de>>(read: D) -> Result<&'static str, D::Error> {
    let name = String::deserialize(read)?;
    let known = OUTCOMES.into_iter().find(|known| *known == name);
    known.ok_or_else(|| D::Error::unknown_variant(&name, &OUTCOMES))
}

fn outcome_name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Finished => "finished",
        Outcome::Raised(_) => "raised",
        Outcome::Stopped => "stopped",
        Outcome::Limit(_) => "limit",
    }
}

fn run_error(outcome: &Outcome) -> Option<RunError> {
    match outcome {
        Outcome::Finished | Outcome::Stopped => None,
        Outcome::Raised(Error::Raised(raised)) => Some(RunError {
            kind: raised.kind.clone(),
            message: raised.message.clone(),
            about: raised.about.clone(),
        }),
        Outcome::Raised(Error::Cancelled(message)) => Some(RunError {
            kind: "CancelledError".into(),
            message: message.as_deref().unwrap_or("").into(),
            about: None,
        }),
        Outcome::Limit(limit) => Some(RunError {
            kind: format!("limit-{}", limit.parts().0),
            message: limit.to_string(),
            about: Some(limit.parts().1.to_string()),
        }),
    }
}
