//! What changes over time in a run, as counters: tasks by what they do, and items in queues.
//!
//! A counter has a value from one moment to the next. What begins and ends within a moment takes no
//! time, so it is not counted: on a simulated clock nobody is seen to run but who blocks the loop.

use std::collections::BTreeMap;

use crate::runtime::{Event, QueueId};
use crate::story::{StateKind, StoryView};

use super::chrome_trace::microseconds;

/// The values of a counter from a moment on.
pub(super) struct Counter {
    pub(super) name: String,
    pub(super) at_us: u64,
    pub(super) values: Vec<(&'static str, i64)>,
}

/// The groups of states in which tasks are counted.
const GROUPS: [&str; 4] = ["running", "ready", "sleeping", "waiting"];

fn group_of(look: StateKind) -> usize {
    match look {
        StateKind::Running | StateKind::Blocking | StateKind::Working => 0,
        StateKind::Ready => 1,
        StateKind::Sleeping => 2,
        StateKind::Waiting | StateKind::Fetching | StateKind::Idle => 3,
    }
}

/// Returns the counters of a run, each in the order of time.
pub(super) fn counters(story: StoryView<'_>) -> Vec<Counter> {
    let mut all = tasks(story);
    all.extend(queues(story));
    all
}

/// Counts the tasks that run, are ready, sleep and wait, where that changes.
fn tasks(story: StoryView<'_>) -> Vec<Counter> {
    let mut changes: BTreeMap<u64, [i64; GROUPS.len()]> = BTreeMap::new();
    for span in story
        .lanes()
        .flat_map(|lane| lane.spans().collect::<Vec<_>>())
    {
        let to = span.to.unwrap_or(story.end());
        let (from, to) = (microseconds(span.from.time), microseconds(to.time));
        if from < to {
            let group = group_of(span.state.kind());
            changes.entry(from).or_default()[group] += 1;
            changes.entry(to).or_default()[group] -= 1;
        }
    }
    let mut now = [0; GROUPS.len()];
    let counter = |(at_us, change): (u64, [i64; GROUPS.len()])| {
        for (count, by) in now.iter_mut().zip(change) {
            *count += by;
        }
        Counter {
            name: "tasks".into(),
            at_us,
            values: GROUPS.into_iter().zip(now).collect(),
        }
    };
    changes.into_iter().map(counter).collect()
}

/// Tells how full each queue is behind each moment at which that changes.
fn queues(story: StoryView<'_>) -> Vec<Counter> {
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
    let counter = |((queue, at_us), level): ((u32, u64), u32)| Counter {
        // Readers count from 1.
        name: format!("queue {}", u64::from(queue) + 1),
        at_us,
        values: vec![("items", level.into())],
    };
    levels.into_iter().map(counter).collect()
}
