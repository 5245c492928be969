//! A run as a JSON document: its summary, its trace, and all that shows it again.
//!
//! The document says a run twice. `tasks`, `console` and `trace` are there for people and for
//! programs of theirs. `recording` has the trace's own bytes, in base64: who reads a document takes
//! those, writes the document again, and refuses it unless it is what it was. So nothing here reads
//! JSON, and what the readable part says is what the bytes say.
//!
//! A long run is written in parts, so that a page can look up in between.

use std::ops::Range;

use crate::runtime::{Event, Nanos};
use crate::story::{StoryView, Summary};

use super::event::fields;
use super::json::{Json, Value};

/// Writes the whole document.
///
/// `summary` need not have the tasks and the lines, which `told` has. `params` are the values that
/// differ from the lesson's own, and `recording` is the trace as `codec` writes it, in base64.
#[must_use]
pub fn json(
    story: StoryView<'_>,
    summary: &Summary,
    params: &[(String, String)],
    recording: &str,
) -> String {
    let events = 0..story.trace().len();
    [
        json_head(story, summary),
        json_events(story, events),
        json_tail(story, params, recording),
    ]
    .concat()
}

/// Writes the part of the document before the events.
#[must_use]
pub fn json_head(story: StoryView<'_>, summary: &Summary) -> String {
    let mut json = Json::new();
    json.open('{');
    json.field("lesson", &Value::Text(&summary.lesson));
    let end = Nanos::from_seconds(summary.seconds);
    json.field("seconds", &Value::Seconds(end));
    json.field("steps", &Value::Number(summary.steps));
    json.field("ticks", &Value::Number(summary.ticks));
    json.key("tasks");
    json.open('[');
    for lane in story.lanes() {
        let (state, result) = lane.outcome();
        json.item();
        json.object(&[
            ("name", Value::Text(lane.name())),
            ("state", Value::Text(state)),
            ("result", text_or_null(result)),
        ]);
    }
    json.close(']');
    write_console(&mut json, story);
    json.field("outcome", &Value::Text(summary.outcome));
    json.key("error");
    match &summary.error {
        None => json.null(),
        Some(error) => json.object(&[
            ("kind", Value::Text(&error.kind)),
            ("message", Value::Text(&error.message)),
            ("about", text_or_null(error.about.as_deref())),
        ]),
    }
    json.key("trace");
    json.open('[');
    json.into_text()
}

/// Writes some of the events, those of numbers `events`.
#[must_use]
pub fn json_events(story: StoryView<'_>, events: Range<usize>) -> String {
    let mut json = Json::inside(2, events.start == 0);
    let some = story.trace().events_from(events.start).take(events.len());
    for (at, event) in some {
        json.item();
        json.object(&fields(at, event));
    }
    json.into_text()
}

/// Writes the part of the document behind the events.
#[must_use]
pub fn json_tail(story: StoryView<'_>, params: &[(String, String)], recording: &str) -> String {
    let mut json = Json::inside(2, story.trace().is_empty());
    json.close(']');
    json.key("params");
    let mut params: Vec<_> = params.iter().collect();
    // In the order of their names, whoever gave them: so they are read again.
    params.sort();
    json.open('{');
    for (name, value) in params {
        json.field(name, &Value::Text(value));
    }
    json.close('}');
    json.field("recording", &Value::Text(recording));
    json.close('}');
    json.into_text() + "\n"
}

/// Says whether a summary that was read says of a trace what the trace says.
///
/// A run that was cut off ends somewhere in a step, and says by itself how far it came.
#[must_use]
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

fn write_console(json: &mut Json, story: StoryView<'_>) {
    json.key("console");
    json.open('[');
    for line in story.lines().filter(|line| !line.is_log) {
        json.item();
        json.object(&[
            ("seconds", Value::Seconds(line.at.time)),
            ("task", text_or_null(line.by.map(|by| story.party_name(by)))),
            ("text", Value::Text(line.text)),
        ]);
    }
    json.close(']');
}

fn text_or_null(text: Option<&str>) -> Value<'_> {
    text.map_or(Value::None, Value::Text)
}
