//! What the page is answered, as plain JavaScript values.

use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::story::{ConsoleLine, Phrase, RunError, Summary, Word};
use crate::timeline::Facts;

/// Turns a value into plain objects, arrays and null.
pub(super) fn to_js(value: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}

/// Where the playhead stands.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Position {
    pub(super) seconds: f64,
    pub(super) end_seconds: f64,
    /// The number of the stop, from 1.
    pub(super) step: usize,
    pub(super) steps: usize,
    /// How many console lines were printed by then.
    pub(super) printed: usize,
    pub(super) at_end: bool,
}

/// What is said at the playhead.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Telling {
    pub(super) phrases: Vec<Said>,
    pub(super) line: Option<u32>,
    pub(super) task: Option<String>,
    pub(super) tasks: usize,
    /// The families of states that occur in the run.
    pub(super) looks: Vec<&'static str>,
    pub(super) running: Option<String>,
    pub(super) ready: Vec<String>,
    pub(super) timers: Vec<(f64, String)>,
    pub(super) waiting: Vec<(String, Said)>,
    pub(super) queues: Vec<u32>,
    /// Each thread, with the name of the task that it works for; none if it is idle.
    pub(super) threads: Vec<(String, Option<String>)>,
}

#[derive(Serialize)]
pub(super) struct Said {
    pub(super) key: &'static str,
    #[serde(serialize_with = "as_object")]
    pub(super) args: Vec<(&'static str, Value)>,
}

/// Writes pairs as an object.
pub(super) fn as_object<S: Serializer>(
    pairs: &[(&'static str, impl Serialize)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, value)| (name, value)))
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Value {
    Text(String),
    Number(f64),
    Seconds { seconds: f64 },
    Names(Vec<String>),
}

impl From<Phrase> for Said {
    fn from(phrase: Phrase) -> Said {
        let value = |word| match word {
            Word::Text(text) => Value::Text(text),
            Word::Number(number) => Value::Number(number),
            Word::Seconds(seconds) => Value::Seconds { seconds },
            Word::Names(names) => Value::Names(names),
        };
        let args = phrase
            .arguments
            .into_iter()
            .map(|(name, word)| (name, value(word)));
        Said {
            key: phrase.key,
            args: args.collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LineInfo<'a> {
    pub(super) seconds: f64,
    pub(super) task: &'a str,
    pub(super) text: &'a str,
    pub(super) is_log: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FactsInfo {
    pub(super) task: String,
    pub(super) state: Said,
    pub(super) from: f64,
    pub(super) to: Option<f64>,
    pub(super) line: Option<u32>,
}

/// Reads the pairs of an object whose values are texts; what is none is left out.
pub(super) fn pairs(object: JsValue) -> Vec<(String, String)> {
    let Ok(object) = object.dyn_into::<js_sys::Object>() else {
        return Vec::new();
    };
    let entries = js_sys::Object::entries(&object)
        .into_iter()
        .map(|pair| js_sys::Array::from(&pair));
    entries
        .filter_map(|pair| Some((pair.get(0).as_string()?, pair.get(1).as_string()?)))
        .collect()
}

pub(super) fn facts_info(facts: Facts) -> FactsInfo {
    FactsInfo {
        task: facts.task,
        state: facts.state.into(),
        from: facts.from_s,
        to: facts.to_s,
        line: facts.place.map(|place| place.line),
    }
}

/// A summary whose tasks are columns: every text that goes to JavaScript by itself costs there more
/// than telling the whole run, and there may be ten thousand tasks.
#[derive(Serialize)]
pub(super) struct SummaryInfo<'a> {
    lesson: &'a str,
    seconds: f64,
    steps: f64,
    ticks: f64,
    tasks: TaskColumns,
    console: &'a [ConsoleLine],
    outcome: &'a str,
    error: &'a Option<RunError>,
}

/// Names, states and results of tasks, each joined by NUL.
#[derive(Serialize)]
struct TaskColumns {
    names: String,
    states: String,
    results: String,
}

pub(super) fn summary_info(summary: &Summary) -> SummaryInfo<'_> {
    let joined = |column: Vec<&str>| column.join("\0");
    let tasks = &summary.tasks;
    SummaryInfo {
        lesson: &summary.lesson,
        seconds: summary.seconds,
        steps: summary.steps as f64,
        ticks: summary.ticks as f64,
        tasks: TaskColumns {
            names: joined(tasks.iter().map(|task| task.name.as_str()).collect()),
            states: joined(tasks.iter().map(|task| task.state).collect()),
            results: joined(
                tasks
                    .iter()
                    .map(|task| task.result.as_deref().unwrap_or(""))
                    .collect(),
            ),
        },
        console: &summary.console,
        outcome: summary.outcome,
        error: &summary.error,
    }
}
