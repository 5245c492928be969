//! Statistics: how long tasks were in which states.

use crate::runtime::{Nanos, TaskId};

use super::{Lane, Point, State, StateKind, StoryView};

/// How long a task, or some tasks together, were in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// How often the tasks had control.
    pub steps: u64,
    /// How long they had control, with the time in which they blocked the loop.
    pub running: Nanos,
    /// How long they waited for their turn.
    pub ready: Nanos,
    /// How long they slept.
    pub sleeping: Nanos,
    /// How long they waited for anything else: a task, a queue, a lock, a thread, an answer.
    pub waiting: Nanos,
}

impl Times {
    /// Returns how long the tasks existed.
    pub fn alive(&self) -> Nanos {
        let parts = [self.running, self.ready, self.sleeping, self.waiting];
        parts.into_iter().fold(Nanos::ZERO, Nanos::after)
    }

    fn add(&mut self, kind: StateKind, length: Nanos) {
        let sum = match kind {
            StateKind::Running | StateKind::Blocking => &mut self.running,
            StateKind::Ready => &mut self.ready,
            StateKind::Sleeping => &mut self.sleeping,
            StateKind::Waiting | StateKind::Fetching => &mut self.waiting,
            // Threads are not tasks.
            StateKind::Working | StateKind::Idle => return,
        };
        *sum = sum.after(length);
    }

    fn add_all(&mut self, other: &Times) {
        self.steps += other.steps;
        self.running = self.running.after(other.running);
        self.ready = self.ready.after(other.ready);
        self.sleeping = self.sleeping.after(other.sleeping);
        self.waiting = self.waiting.after(other.waiting);
    }
}

impl Lane<'_> {
    /// Returns how long the task was in each state, up to a point if it goes on.
    pub fn times(&self, end: Point) -> Times {
        let mut times = Times::default();
        for span in self.spans() {
            let to = span.to.map_or(end.time, |to| to.time);
            times.add(span.state.kind(), to.since(span.from.time));
            // The span after a block belongs to the same step.
            times.steps += u64::from(span.state == State::Running && span.number % 2 == 0);
        }
        times
    }
}

/// The times of all tasks of a run together, counted task by task: there may be a million.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    /// The times of the tasks that were counted.
    pub sum: Times,
    counted: usize,
}

impl Statistics {
    /// Counts tasks until about `most` spans were read. Returns whether there are more tasks.
    pub fn count(&mut self, story: StoryView<'_>, most: usize) -> bool {
        let mut spans_read = 0;
        while spans_read < most
            && let Some(lane) = story.lane(TaskId(self.counted as u32))
        {
            let times = lane.times(story.end());
            spans_read += 1 + 4 * times.steps as usize;
            self.sum.add_all(&times);
            self.counted += 1;
        }
        self.counted < story.lane_count()
    }
}
