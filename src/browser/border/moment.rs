//! What is said at the playhead, and how the loop looks from inside.

use serde::Serialize;
use tsify::Tsify;

use super::facts::SpanFacts;
use super::message::Message;

/// What is said at the playhead.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct MomentView {
    pub(in crate::browser) phrases: Vec<Message>,
    /// The line of the lesson's file.
    pub(in crate::browser) line: Option<u32>,
    /// Whether the task returns after that line.
    pub(in crate::browser) returns: bool,
    pub(in crate::browser) task: Option<String>,
    /// How many tasks the run has.
    pub(in crate::browser) tasks: usize,
    /// The kinds of states that occur in the run.
    pub(in crate::browser) states: Vec<&'static str>,
    /// The signs that occur in it.
    #[tsify(type = "(\"asked\" | \"delivered\" | \"raised\")[]")]
    pub(in crate::browser) signs: Vec<&'static str>,
    /// The selected span, if the playhead is in it.
    pub(in crate::browser) selected: Option<SpanFacts>,
    /// The inside of the loop; null while it is not worked out.
    pub(in crate::browser) loop_view: Option<LoopView>,
}

/// What is in a list of the loop: a task by its name, or what a message says.
#[derive(Serialize, Tsify)]
#[serde(untagged)]
pub enum Chip {
    Task(String),
    Other(Message),
}

/// How the loop looks from inside, as far as it is listed.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct LoopView {
    pub(in crate::browser) running: Option<Chip>,
    pub(in crate::browser) ready: Vec<Chip>,
    pub(in crate::browser) timers: Vec<(f64, Chip)>,
    pub(in crate::browser) waiting: Vec<(String, Message)>,
    pub(in crate::browser) queues: Vec<u32>,
    /// Each thread, with the task that it works for; null if it is idle.
    pub(in crate::browser) threads: Vec<(String, Option<String>)>,
}
