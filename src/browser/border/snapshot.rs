//! How far a run has come, where its playhead is, and what was printed: all of it in one answer.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;

use super::console::ConsoleLines;
use super::refusal::Refusal;
use crate::lessons::ParameterError;

/// How far a run has come, and its story.
#[derive(Clone, Copy, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "lowercase")]
pub enum RunState {
    /// Nothing was run.
    Empty,
    /// It goes on, and its story is read as far.
    Running,
    /// It goes on, and its story is not read as far.
    Lagging,
    /// It is over, and its story is not read to the end.
    Reading,
    /// It is over, and its story is read to the end.
    Over,
}

/// Where the playhead stands.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Position {
    pub(in crate::browser) seconds: f64,
    pub(in crate::browser) end_seconds: f64,
    /// The number of the stop, from 1, among those of the run and of the one that is compared.
    pub(in crate::browser) step: usize,
    pub(in crate::browser) steps: usize,
    /// The number of the run's own stop, from 0, and how many it has: the entries of its transcript.
    pub(in crate::browser) stop: usize,
    pub(in crate::browser) stops: usize,
    /// Whether the step is one of the run that is compared.
    pub(in crate::browser) of_compared: bool,
    /// How many console lines were printed by then.
    pub(in crate::browser) printed: usize,
    pub(in crate::browser) at_end: bool,
}

/// What is shown of a run at its playhead.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Snapshot {
    pub(in crate::browser) state: RunState,
    pub(in crate::browser) position: Position,
    /// The console's lines that were not asked for before.
    pub(in crate::browser) lines: ConsoleLines,
    /// In the first snapshot of a run that is over, else null.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Summary | null")]
    pub(in crate::browser) summary: JsValue,
}

/// What came of values that were to be run.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Started {
    /// What is wrong with the values. If anything is, the run before goes on.
    pub(in crate::browser) refusals: Vec<Refusal>,
    /// Whether the run goes on in a worker, which the page starts.
    pub(in crate::browser) in_worker: bool,
    /// How the run before ended, if this one has ended it; else null.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Summary | null")]
    pub(in crate::browser) stopped: JsValue,
    /// Null if the values were refused.
    pub(in crate::browser) snapshot: Option<Snapshot>,
}

impl Started {
    /// Tells of values that were refused.
    pub(in crate::browser) fn refused(errors: &[ParameterError]) -> Started {
        Started {
            refusals: errors.iter().map(Refusal::from).collect(),
            in_worker: false,
            stopped: JsValue::NULL,
            snapshot: None,
        }
    }
}
