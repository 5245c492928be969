//! A recorded run instead of a program: the JSON document that `run` and the page write.
//!
//! The trace is read from its own bytes. Then the document is written again, and must be what it
//! was: so nobody is shown a run whose readable part says something else.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
    rc::Rc,
};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use interleave::{
    export::is_summed_up,
    runtime::{Error, Event, Nanos, Outcome, Raised},
    story::{RunError, StoryBuilder, summarise},
    trace::{Trace, codec},
};
use serde::Deserialize;
use serde_json::Value;

use super::{failure::Failure, format, played::Played};

/// What is read of a document; the rest of it is written again and compared.
#[derive(Deserialize)]
struct Document {
    lesson: String,
    seconds: f64,
    steps: u64,
    ticks: u64,
    outcome: String,
    error: Option<RunError>,
    trace: Vec<Entry>,
    params: BTreeMap<String, String>,
    recording: String,
}

#[derive(Deserialize)]
struct Entry {
    place: Option<Position>,
}

#[derive(Deserialize)]
struct Position {
    file: String,
}

/// Says whether a name is that of a file with a recorded run, and not of a lesson.
pub(super) fn is_named(name: &str) -> bool {
    name.ends_with(".json")
}

/// Reads a recorded run.
///
/// # Errors
/// [`Failure`] if the file cannot be read, or is no recorded run.
pub fn recorded(name: &str) -> Result<Played, Failure> {
    let path = PathBuf::from(name);
    let text = fs::read(&path).map_err(|error| Failure::UnreadableRun {
        path: path.clone(),
        error,
    })?;
    of_text(&text).map_err(|why| Failure::NoRun { path, why })
}

/// Reads a document, or says in a few words what is wrong with it.
fn of_text(text: &[u8]) -> Result<Played, String> {
    let value: Value = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    let document = Document::deserialize(&value).map_err(|error| error.to_string())?;
    let bytes = BASE64.decode(&document.recording);
    let bytes = bytes.map_err(|error| format!("recording: {error}"))?;
    let trace = codec::decode(&bytes, &files(&document)).map_err(|error| error.to_string())?;
    let played = document.played(trace)?;
    let again: Value = serde_json::from_str(&format::json(&played)).unwrap_or_default();
    let is_whole = played.look(|story| is_summed_up(story, &played.summary));
    if is_whole && again == value {
        Ok(played)
    } else {
        Err("its parts contradict each other; the file was changed after it was written".into())
    }
}

/// Returns the names of the files in which the run's places are.
///
/// A place keeps the name of its file for good, as those of programs that run here do.
fn files(document: &Document) -> Vec<&'static str> {
    let places = document
        .trace
        .iter()
        .filter_map(|entry| entry.place.as_ref());
    let names: BTreeSet<&str> = places.map(|place| place.file.as_str()).collect();
    let kept = names.into_iter().map(|name| &*name.to_owned().leak());
    kept.chain([""]).collect()
}

impl Document {
    fn played(self, trace: Trace) -> Result<Played, String> {
        let outcome = self.ending(&trace)?;
        let (end, counts) = (Nanos::from_seconds(self.seconds), (self.steps, self.ticks));
        let builder = StoryBuilder::of(&trace);
        let summary = summarise(&self.lesson, builder.with(&trace), end, counts, &outcome);
        Ok(Played {
            recorder: trace.into(),
            builder,
            summary,
            outcome,
            params: self.params.into_iter().collect(),
            is_told: false,
        })
    }

    fn ending(&self, trace: &Trace) -> Result<Outcome, String> {
        let reached = |(_, event)| match event {
            Event::LimitReached(limit) => Some(Outcome::Limit(limit)),
            _ => None,
        };
        let limit = || trace.events().filter_map(reached).last();
        let outcome = match self.outcome.as_str() {
            "finished" => Some(Outcome::Finished),
            "stopped" => Some(Outcome::Stopped),
            "raised" => self.error.as_ref().map(raised),
            "limit" => limit(),
            _ => None,
        };
        outcome.ok_or_else(|| format!("outcome: nothing says how it ended as “{}”", self.outcome))
    }
}

fn raised(error: &RunError) -> Outcome {
    let RunError {
        kind,
        message,
        about,
    } = error;
    Outcome::Raised(match kind.as_str() {
        "CancelledError" if about.is_none() => Error::cancelled(Some(Rc::from(message.as_str()))),
        _ => Raised {
            about: about.clone(),
            ..Raised::new(kind, message)
        }
        .into(),
    })
}
