//! A run as a JSON document: its summary, its trace, and all that shows it again.
//!
//! The document says a run twice. `tasks`, `console` and `trace` are there for people and for
//! programs of theirs. `recording` has the trace's own bytes, in base64: a reader of a document takes
//! those, writes the document again, and refuses it unless it is what it was. So what the readable
//! part says is what the bytes say.
//!
//! A long run is written in parts, so that a page can look up in between.

use std::collections::BTreeMap;
use std::ops::Range;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use serde::Serialize;

use super::exported_run::{ExportedRun, RecordedProgram};
use crate::runtime::{Event, Nanos};
use crate::story::{StoryView, Summary};
use crate::trace::codec;

/// How many events are written in a part.
const EVENTS_AT_ONCE: usize = 4096;

#[derive(Serialize)]
struct Entry<'a> {
    seconds: Nanos,
    #[serde(flatten)]
    event: Event<'a>,
}

#[derive(Serialize)]
struct Tail<'a> {
    /// In the order of their names, as a reader of the document writes them again.
    params: BTreeMap<&'a str, &'a str>,
    /// What ran, if it is none of the lessons.
    #[serde(skip_serializing_if = "Option::is_none")]
    program: Option<&'a RecordedProgram>,
    recording: String,
}

/// Writes the whole document.
pub fn json(run: &ExportedRun<'_>) -> String {
    (0..).map_while(|number| part(run, number)).collect()
}

/// Writes a part of the document: its head, some of its events, or its tail; none after that.
pub(super) fn part(run: &ExportedRun<'_>, number: usize) -> Option<String> {
    let count = run.story.trace().len();
    let tail = 1 + count.div_ceil(EVENTS_AT_ONCE);
    match number {
        0 => Some(head(run)),
        number if number < tail => {
            let first = (number - 1) * EVENTS_AT_ONCE;
            let events = first..count.min(first + EVENTS_AT_ONCE);
            Some(json_events(run.story, events))
        }
        number => (number == tail).then(|| self::tail(run)),
    }
}

/// Writes the part of the document before the events.
fn head(run: &ExportedRun<'_>) -> String {
    let head = pretty(&run.summary.clone().with_story(run.story));
    // The events are one more field of the same object.
    format!("{},\n  \"trace\": [", head.trim_end_matches("\n}"))
}

/// Writes some of the events, those of numbers `events`.
pub fn json_events(story: StoryView<'_>, events: Range<usize>) -> String {
    let mut text = String::new();
    let some = story.trace().events_from(events.start).take(events.len());
    for (number, (seconds, event)) in (events.start..).zip(some) {
        text.push_str(if number == 0 { "\n    " } else { ",\n    " });
        // In texts a line break is written as `\n`: those that are there are between fields.
        text.push_str(&pretty(&Entry { seconds, event }).replace('\n', "\n    "));
    }
    text
}

/// Writes the part of the document after the events.
fn tail(run: &ExportedRun<'_>) -> String {
    let trace = run.story.trace();
    let params = run.params.iter().map(|(name, value)| (&**name, &**value));
    let tail = pretty(&Tail {
        params: params.collect(),
        program: run.program,
        recording: BASE64.encode(codec::encode(trace)),
    });
    let end = if trace.is_empty() { "]" } else { "\n  ]" };
    format!("{end},{}\n", tail.trim_start_matches('{'))
}

/// Writes a value with an indent of two blanks a level.
fn pretty(value: &impl Serialize) -> String {
    // It cannot fail: keys are texts, and a text has room for what is written.
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// Returns whether a summary that was read says of a trace what the trace says. A run that was cut
/// off ends somewhere in a step, and only its summary says how far it came.
pub fn is_summed_up(story: StoryView<'_>, summary: &Summary) -> bool {
    let (mut steps, mut ticks, mut end) = (0, 0, Nanos::ZERO);
    for (at, event) in story.trace().events() {
        steps += u64::from(matches!(event, Event::StepBegan { .. }));
        ticks += u64::from(event == Event::TickBegan);
        end = at;
    }
    let seconds = Nanos::from_seconds(summary.seconds);
    match summary.outcome {
        "stopped" | "limit" => true,
        _ => (summary.steps, summary.ticks, seconds) == (steps, ticks, end),
    }
}
