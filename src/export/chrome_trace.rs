//! A story as Chrome trace JSON, which trace viewers open.
//!
//! One track a task, and one a thread: each is a thread of one process, its spans are slices (`X`)
//! that follow each other and so never overlap. Steps take no simulated time, so spans are placed by
//! time alone, and those of no length are instants (`i`). Causes are flow arrows (`s`, `f`), which
//! viewers tie to slices: so a life of no length is a slice all the same. Counters (`C`) say how many
//! tasks are in which state, and how full the queues are.
//!
//! Times are whole microseconds. Viewers add `ts` and `dur` as floating-point numbers: with
//! fractions, the end of one slice would lie after the begin of the next, and they would overlap.
//!
//! A long run is written in parts, so that a page can look up in between.

use std::borrow::Cow;

use serde::Serialize;

use crate::runtime::{Nanos, Subject, Wait};
use crate::story::{Arrow, ArrowKind, Ending, Party, Row, Span, State, StoryView};

use super::counters::counters;

/// How many rows are written in a part, and how many arrows.
const ROWS_AT_ONCE: usize = 256;
const ARROWS_AT_ONCE: usize = 4096;

/// What is before the events, with one that names the process; and what is after them.
const OPENING: &str = r#"{"displayTimeUnit":"ms","traceEvents":[
{"ph":"M","pid":1,"tid":0,"name":"process_name","args":{"name":"interleave"}}"#;
const CLOSING: &str = "\n]}\n";

/// An event of the format: `ph` is its kind, and what its kind has not is left out.
#[derive(Default, Serialize)]
pub(super) struct TraceEvent<'a> {
    ph: &'static str,
    pid: u32,
    /// Its track; 0 is the process.
    tid: usize,
    name: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ts: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dur: Option<u64>,
    /// Of what it is an instant: of its thread.
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cat: Option<&'static str>,
    /// To what the head of an arrow is tied: to the slice around it.
    #[serde(skip_serializing_if = "Option::is_none")]
    bp: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    args: Option<Args<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Args<'a> {
    Name {
        name: &'a str,
    },
    Order {
        sort_index: usize,
    },
    Tasks {
        running: i64,
        ready: i64,
        sleeping: i64,
        waiting: i64,
    },
    Queue {
        items: u32,
    },
}

impl<'a> TraceEvent<'a> {
    fn of(ph: &'static str, tid: usize, name: impl Into<Cow<'a, str>>) -> Self {
        TraceEvent {
            ph,
            pid: 1,
            tid,
            name: name.into(),
            ..TraceEvent::default()
        }
    }

    /// Makes the values of a counter from a moment on.
    pub(super) fn counter(name: impl Into<Cow<'a, str>>, ts: u64, args: Args<'a>) -> Self {
        TraceEvent {
            ts: Some(ts),
            args: Some(args),
            ..TraceEvent::of("C", 0, name)
        }
    }

    fn metadata(tid: usize, name: &'static str, args: Args<'a>) -> Self {
        TraceEvent {
            args: Some(args),
            ..TraceEvent::of("M", tid, name)
        }
    }

    fn slice(tid: usize, (from_us, to_us): (u64, u64), name: impl Into<Cow<'a, str>>) -> Self {
        TraceEvent {
            ts: Some(from_us),
            dur: Some(to_us.saturating_sub(from_us)),
            cat: Some("task"),
            ..TraceEvent::of("X", tid, name)
        }
    }

    fn instant(tid: usize, at_us: u64, name: String) -> Self {
        TraceEvent {
            ts: Some(at_us),
            s: Some("t"),
            cat: Some("task"),
            ..TraceEvent::of("i", tid, name)
        }
    }
}

/// Writes a story as a JSON object with `traceEvents`.
pub fn chrome_trace(story: StoryView<'_>) -> String {
    let parts = (0..).map_while(|number| chrome_trace_part(story, number));
    parts.collect()
}

/// Writes a part of it, by its number; none after the last.
pub fn chrome_trace_part(story: StoryView<'_>, number: usize) -> Option<String> {
    let rows = story.row_count().div_ceil(ROWS_AT_ONCE);
    let arrows = story.arrow_count().div_ceil(ARROWS_AT_ONCE);
    let mut out = String::new();
    if number == 0 {
        out.push_str(OPENING);
    } else if number <= rows {
        let first = (number - 1) * ROWS_AT_ONCE;
        let rows = (first..first + ROWS_AT_ONCE).filter_map(|number| story.row(number));
        rows.for_each(|row| write_row(&mut out, story, &row));
    } else if number <= rows + arrows {
        let first = (number - 1 - rows) * ARROWS_AT_ONCE;
        let ids = first..first + ARROWS_AT_ONCE;
        for (id, arrow) in ids.filter_map(|id| Some((id, story.arrow(id)?))) {
            write_arrow(&mut out, story, id, &arrow);
        }
    } else if number == rows + arrows + 1 {
        counters(story)
            .iter()
            .for_each(|event| push(&mut out, event));
        out.push_str(CLOSING);
    } else {
        return None;
    }
    Some(out)
}

pub(super) fn microseconds(time: Nanos) -> u64 {
    time.0 / 1000
}

/// Adds an event that is not the first.
fn push(out: &mut String, event: &TraceEvent<'_>) {
    out.push_str(",\n");
    // Writing cannot fail: keys are texts, and a text has room for what is written.
    *out += &serde_json::to_string(event).unwrap_or_default();
}

fn track(story: StoryView<'_>, party: Party) -> usize {
    story.row_of(party) + 1
}

fn life(story: StoryView<'_>, row: &Row<'_>) -> Option<(u64, u64)> {
    let from = row.spans().next()?.from.time;
    let ending = match row {
        Row::Task(lane) => lane.ending(),
        Row::Thread(_) => None,
    };
    let to = ending.map_or(story.end().time, |(at, _)| at.time);
    Some((microseconds(from), microseconds(to.max(from))))
}

fn write_row(out: &mut String, story: StoryView<'_>, row: &Row<'_>) {
    let party = match row {
        Row::Task(lane) => Party::Task(lane.task),
        Row::Thread(thread) => Party::Thread(thread.thread),
    };
    let tid = track(story, party);
    let name = Args::Name { name: row.name() };
    push(out, &TraceEvent::metadata(tid, "thread_name", name));
    let order = Args::Order { sort_index: tid };
    push(out, &TraceEvent::metadata(tid, "thread_sort_index", order));
    let Some(life) = life(story, row) else { return };
    if life.0 == life.1 {
        push(out, &TraceEvent::slice(tid, life, "running"));
    }
    for span in row.spans() {
        // A damaged trace may have spans beside the life that they are of.
        let held = |time: Nanos| microseconds(time).max(life.0).min(life.1);
        let to = span.to.unwrap_or(story.end());
        let (from_us, to_us) = (held(span.from.time), held(to.time));
        let name = state_name(story, &span);
        push(
            out,
            &if from_us < to_us {
                TraceEvent::slice(tid, (from_us, to_us), name)
            } else {
                TraceEvent::instant(tid, from_us, name)
            },
        );
    }
    if let Row::Task(lane) = row
        && let Some((at, ending)) = lane.ending()
    {
        let name = match ending {
            Ending::Returned(value) => format!("returned {value}"),
            Ending::Raised(error) => format!("raised {error}"),
            Ending::Cancelled => "cancelled".to_string(),
        };
        push(out, &TraceEvent::instant(tid, microseconds(at.time), name));
    }
}

fn write_arrow(out: &mut String, story: StoryView<'_>, id: usize, arrow: &Arrow) {
    let name = match arrow.kind {
        ArrowKind::Spawned => "spawned",
        ArrowKind::Woke => "woke",
        ArrowKind::HandedOver => "handed over",
        ArrowKind::Cancelled => "cancelled",
        ArrowKind::RaisedInto => "raised into",
    };
    // A task that is over has its effects a little later, when its callbacks are called: an arrow
    // is tied to a life, so it begins where that ends.
    let held = |party, time: Nanos| {
        let row = story.row(story.row_of(party))?;
        let (from, to) = life(story, &row)?;
        Some(microseconds(time).max(from).min(to))
    };
    let from = held(arrow.from, arrow.from_at.time);
    let to = held(arrow.to, arrow.to_at.time);
    let Some((from, to)) = from.zip(to).filter(|(from, to)| from <= to) else {
        return;
    };
    let begin = ("s", arrow.from, from, None);
    for (phase, party, at_us, bp) in [begin, ("f", arrow.to, to, Some("e"))] {
        push(
            out,
            &TraceEvent {
                ts: Some(at_us),
                id: Some(id),
                cat: Some("cause"),
                bp,
                ..TraceEvent::of(phase, track(story, party), name)
            },
        );
    }
}

fn state_name(story: StoryView<'_>, span: &Span) -> String {
    match span.state {
        State::Ready(_) => "ready".to_string(),
        State::Running => "running".to_string(),
        State::Blocking => "blocks the loop".to_string(),
        State::Working(None) => "works".to_string(),
        State::Working(Some(task)) => format!("works for {}", story.name(task)),
        State::Idle => "idle".to_string(),
        State::Sleeping(_) => "sleeping".to_string(),
        State::Waits(wait) => wait_name(story, wait),
    }
}

fn wait_name(story: StoryView<'_>, wait: Wait) -> String {
    let subject = match wait.subject() {
        Subject::None | Subject::Queue(_) => return wait.text().to_string(),
        Subject::Task(task) => story.name(task).to_string(),
        Subject::Tasks(count) => count.to_string(),
        Subject::Fetch(fetch) => story.url(fetch).to_string(),
    };
    wait.text().replace("{}", &subject)
}
