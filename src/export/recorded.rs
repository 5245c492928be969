//! A run as a JSON document: its summary, its trace, and all that shows it again.
//!
//! The document says a run twice. `tasks`, `console` and `trace` are there for people and for
//! programs of theirs. `recording` has the trace's own bytes, in base64: who reads a document takes
//! those, writes the document again, and refuses it unless it is what it was. So what the readable
//! part says is what the bytes say.
//!
//! A long run is written in parts, so that a page can look up in between.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use crate::runtime::{Event, Nanos};
use crate::story::{StoryView, Summary};

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
    recording: &'a str,
}

/// Writes the whole document.
///
/// `summary` need not have the tasks and the lines, which `story` has. `params` are the values that
/// differ from the lesson's own, and `recording` is the trace as `codec` writes it, in base64.
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
pub fn json_head(story: StoryView<'_>, summary: &Summary) -> String {
    let head = pretty(&summary.clone().with_story(story));
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
pub fn json_tail(story: StoryView<'_>, params: &[(String, String)], recording: &str) -> String {
    let params = params.iter().map(|(name, value)| (&**name, &**value));
    let tail = pretty(&Tail {
        params: params.collect(),
        recording,
    });
    let is_empty = story.trace().is_empty();
    let end = if is_empty { "]" } else { "\n  ]" };
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
