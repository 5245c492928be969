//! A story as Chrome trace JSON, which trace viewers open.
//!
//! One track a task: each lane is a thread of one process, its spans are complete events (`X`) that
//! follow each other and so never overlap, and causes are flow arrows (`s`, `f`). Times are
//! microseconds. Steps take no simulated time, so spans are placed by time alone, and those of no
//! length are instants (`i`).

use std::fmt::Write as _;

use crate::runtime::Nanos;
use crate::story::{ArrowKind, Ending, Party, Point, Span, State, Told};

/// Writes a story as a JSON object with `traceEvents`.
#[must_use]
pub fn chrome_trace(told: Told<'_>) -> String {
    let mut events = vec![
        r#"{"ph":"M","pid":1,"tid":0,"name":"process_name","args":{"name":"interleave"}}"#
            .to_string(),
    ];
    for lane in told.lanes() {
        let (tid, name) = (track(told, Party::Task(lane.task)), quoted(lane.name()));
        events.extend(named(tid, &name));
        events.extend(lane.spans().map(|span| span_event(told, tid, &span)));
        if let Some((at, ending)) = lane.ending() {
            let name = match ending {
                Ending::Returned(value) => format!("returned {value}"),
                Ending::Raised(error) => format!("raised {error}"),
                Ending::Cancelled => "cancelled".to_string(),
            };
            events.push(instant(tid, at.time, &name));
        }
    }
    for thread in told.threads() {
        let tid = track(told, Party::Thread(thread.thread));
        events.extend(named(tid, &quoted(thread.name())));
        events.extend(thread.spans().map(|span| span_event(told, tid, &span)));
    }
    for (id, arrow) in told.arrows().enumerate() {
        let name = match arrow.kind {
            ArrowKind::Spawned => "spawned",
            ArrowKind::Woke => "woke",
            ArrowKind::HandedOver => "handed over",
            ArrowKind::Cancelled => "cancelled",
            ArrowKind::RaisedInto => "raised into",
        };
        let flow = |phase: &str, tid: u64, at: Point| {
            let ts = microseconds(at.time);
            format!(
                r#"{{"ph":"{phase}","pid":1,"tid":{tid},"ts":{ts},"id":{id},"cat":"cause","name":"{name}"}}"#
            )
        };
        events.push(flow("s", track(told, arrow.from), arrow.from_at));
        events.push(flow("f\",\"bp\":\"e", track(told, arrow.to), arrow.to_at));
    }
    format!(
        "{{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n{}\n]}}\n",
        events.join(",\n")
    )
}

/// Returns the track of a task or a thread; 0 is the process.
fn track(told: Told<'_>, party: Party) -> u64 {
    told.row_of(party) as u64 + 1
}

/// Names a track and gives it its place.
fn named(tid: u64, name: &str) -> [String; 2] {
    [
        format!(
            r#"{{"ph":"M","pid":1,"tid":{tid},"name":"thread_name","args":{{"name":{name}}}}}"#
        ),
        format!(
            r#"{{"ph":"M","pid":1,"tid":{tid},"name":"thread_sort_index","args":{{"sort_index":{tid}}}}}"#
        ),
    ]
}

fn span_event(told: Told<'_>, tid: u64, span: &Span) -> String {
    let name = match span.state {
        State::Ready(_) => "ready".to_string(),
        State::Running => "running".to_string(),
        State::Blocking => "blocks the loop".to_string(),
        State::Working(task) => {
            format!("works for {}", task.map_or("", |task| told.name(task)))
        }
        State::Idle => "idle".to_string(),
        State::Sleeping(_) => "sleeping".to_string(),
        State::WaitsForTask(task) => format!("waits for {}", told.name(task)),
        State::WaitsForGather(count) => format!("waits for {count} tasks"),
        State::WaitsToGet(_) => "waits for an item".to_string(),
        State::WaitsToPut(_) => "waits for room".to_string(),
        State::WaitsForPermit => "waits for a place".to_string(),
        State::WaitsForFuture => "waits".to_string(),
        State::WaitsForLock => "waits for a lock".to_string(),
        State::WaitsForEvent => "waits for an event".to_string(),
        State::WaitsForCondition => "waits for a condition".to_string(),
        State::WaitsForBarrier => "waits at a barrier".to_string(),
        State::WaitsToJoin(_) => "waits for a queue to be worked off".to_string(),
        State::WaitsForAny(count) => format!("waits for one of {count} tasks"),
        State::WaitsForGroup(count) => format!("waits for the {count} tasks of its group"),
        State::WaitsForThread => "waits for a thread".to_string(),
        State::Fetching(fetch) => {
            format!("fetches {}", told.url(fetch))
        }
    };
    let length = span.to.unwrap_or(told.end()).time.since(span.from.time);
    if length == Nanos::ZERO {
        return instant(tid, span.from.time, &name);
    }
    let (ts, dur, name) = (
        microseconds(span.from.time),
        microseconds(length),
        quoted(&name),
    );
    format!(r#"{{"ph":"X","pid":1,"tid":{tid},"ts":{ts},"dur":{dur},"cat":"task","name":{name}}}"#)
}

fn instant(tid: u64, at: Nanos, name: &str) -> String {
    let (ts, name) = (microseconds(at), quoted(name));
    format!(r#"{{"ph":"i","pid":1,"tid":{tid},"ts":{ts},"s":"t","cat":"task","name":{name}}}"#)
}

/// Writes microseconds with the nanoseconds behind the point, if there are any.
fn microseconds(time: Nanos) -> String {
    let (whole, rest) = (time.0 / 1000, time.0 % 1000);
    if rest == 0 {
        whole.to_string()
    } else {
        format!("{whole}.{rest:03}")
    }
}

/// Writes a text as a JSON string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
