//! A recording instead of a lesson: the JSON document that `run` and the page write.
//!
//! The trace is read from its own bytes. Then the document is written again, and must be equal to
//! the one that was read: so a document whose readable part differs from its trace is refused.

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::PathBuf};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use interleave::export::{self, PictureOptions, RecordedProgram, is_summed_up};
use interleave::runtime::{Error, Event, Nanos, Outcome, Raised};
use interleave::story::{RunError, StoryBuilder, summarise};
use interleave::trace::{Trace, codec};
use serde::Deserialize;
use serde_json::Value;

use super::format::{self, Format};
use super::{command_error::CommandError, finished_run::FinishedRun};

/// The fields that are read; the others are only compared.
#[derive(Deserialize)]
struct Document {
    lesson: String,
    seconds: f64,
    steps: u64,
    ticks: u64,
    outcome: String,
    error: Option<RunError>,
    trace: Vec<EventDocument>,
    params: BTreeMap<String, String>,
    program: Option<RecordedProgram>,
    recording: String,
}

#[derive(Deserialize)]
struct EventDocument {
    place: Option<LocationDocument>,
}

#[derive(Deserialize)]
struct LocationDocument {
    file: String,
}

/// Says whether a name is the name of a recording, and not of a lesson.
pub(super) fn is_named(name: &str) -> bool {
    name.ends_with(".json")
}

/// Reads a recording.
///
/// # Errors
/// [`CommandError`] if the file cannot be read, or is no recording.
pub fn read_recording(name: &str) -> Result<FinishedRun, CommandError> {
    let path = PathBuf::from(name);
    let text = fs::read(&path).map_err(|error| CommandError::UnreadableRun(path.clone(), error))?;
    recording_of(&text).map_err(|why| CommandError::NoRun(path, why))
}

/// Reads a document.
///
/// # Errors
/// What is wrong with the document, in a few words.
pub fn recording_of(text: &[u8]) -> Result<FinishedRun, String> {
    let value: Value = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    let document = Document::deserialize(&value).map_err(|error| error.to_string())?;
    let bytes = BASE64.decode(&document.recording);
    let bytes = bytes.map_err(|error| format!("recording: {error}"))?;
    let trace = codec::decode(&bytes, &files(&document)).map_err(|error| error.to_string())?;
    let finished = document.into_finished_run(trace)?;
    let again = format::document(
        Format::File(export::Format::Json),
        &finished,
        &PictureOptions::default(),
    );
    let again: Value = serde_json::from_str(&again).unwrap_or_default();
    let is_whole = finished.with_story(|story| is_summed_up(story, &finished.summary));
    let named = finished.program.as_ref().map(|program| &program.file);
    let is_named = named.is_none_or(|file| *file == finished.summary.lesson);
    if is_whole && is_named && again == value {
        Ok(finished)
    } else {
        Err("its parts contradict each other; the file was changed after it was written".into())
    }
}

/// Returns the names of the files in which the run's locations are.
///
/// A location refers to its file's name for as long as the process lives, as in a run of a program.
fn files(document: &Document) -> Vec<&'static str> {
    let locations = document
        .trace
        .iter()
        .filter_map(|event| event.place.as_ref());
    let names: BTreeSet<&str> = locations.map(|location| location.file.as_str()).collect();
    let leaked = names.into_iter().map(|name| &*name.to_owned().leak());
    leaked.chain([""]).collect()
}

impl Document {
    fn into_finished_run(self, trace: Trace) -> Result<FinishedRun, String> {
        let outcome = self.outcome(&trace)?;
        let (end, counts) = (Nanos::from_seconds(self.seconds), (self.steps, self.ticks));
        let builder = StoryBuilder::of(&trace);
        let summary = summarise(&self.lesson, builder.with(&trace), end, counts, &outcome);
        Ok(FinishedRun {
            recorder: trace.into(),
            builder,
            summary,
            outcome,
            params: self.params.into_iter().collect(),
            program: self.program,
            is_error_shown: false,
        })
    }

    fn outcome(&self, trace: &Trace) -> Result<Outcome, String> {
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
    let (kind, message, about) = (&*error.kind, &*error.message, error.about.clone());
    Outcome::Raised(match kind {
        "CancelledError" if about.is_none() => Error::cancelled(Some(message.into())),
        _ => {
            let raised = Raised::new(kind, message);
            Raised { about, ..raised }.into()
        }
    })
}
