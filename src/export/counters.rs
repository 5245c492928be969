//! What changes over time in a run, as counters: tasks by what they do, and items in queues.
//!
//! A counter has a value from one moment to the next. What begins and ends within a moment takes no
//! time, so it is not counted: on a simulated clock nobody is seen to run but who blocks the loop.

use std::collections::BTreeMap;

use crate::runtime::{Event, QueueId};
use crate::story::{Lane, StateKind, StoryView};

use super::chrome_trace::{Args, TraceEvent, microseconds};

/// Returns the group in which tasks of a state are counted: running, ready, sleeping or waiting.
fn group_of(kind: StateKind) -> usize {
    match kind {
        StateKind::Running | StateKind::Blocking | StateKind::Working => 0,
        StateKind::Ready => 1,
        StateKind::Sleeping => 2,
        StateKind::Waiting | StateKind::Fetching | StateKind::Idle => 3,
    }
}

pub(super) fn counters(story: StoryView<'_>) -> Vec<TraceEvent<'static>> {
    let mut all = tasks(story);
    all.extend(queues(story));
    all
}

fn tasks(story: StoryView<'_>) -> Vec<TraceEvent<'static>> {
    let mut changes: BTreeMap<u64, [i64; 4]> = BTreeMap::new();
    let spans = |lane: Lane<'_>| lane.spans().collect::<Vec<_>>();
    for span in story.lanes().flat_map(spans) {
        let to = span.to.unwrap_or(story.end());
        let (from, to) = (microseconds(span.from.time), microseconds(to.time));
        if from < to {
            let group = group_of(span.state.kind());
            changes.entry(from).or_default()[group] += 1;
            changes.entry(to).or_default()[group] -= 1;
        }
    }
    let mut now = [0; 4];
    let counter = |(at_us, change): (u64, [i64; 4])| {
        for (count, by) in now.iter_mut().zip(change) {
            *count += by;
        }
        let [running, ready, sleeping, waiting] = now;
        let tasks = Args::Tasks {
            running,
            ready,
            sleeping,
            waiting,
        };
        TraceEvent::counter("tasks", at_us, tasks)
    };
    changes.into_iter().map(counter).collect()
}

fn queues(story: StoryView<'_>) -> Vec<TraceEvent<'static>> {
    let mut levels = BTreeMap::new();
    for (at, event) in story.trace().events() {
        let (QueueId(queue), level) = match event {
            Event::QueueCreated { queue, .. } => (queue, 0),
            Event::QueuePut { queue, level, .. } | Event::QueueGot { queue, level, .. } => {
                (queue, level)
            }
            _ => continue,
        };
        // What comes later at the same moment is what the moment leaves behind.
        levels.insert((queue, microseconds(at)), level);
    }
    let counter = |((queue, at_us), items): ((u32, u64), u32)| {
        // Readers count from 1.
        let name = format!("queue {}", u64::from(queue) + 1);
        TraceEvent::counter(name, at_us, Args::Queue { items })
    };
    levels.into_iter().map(counter).collect()
}
