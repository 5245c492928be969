//! The inside of the loop at a point of a run: who runs, who is ready, who waits for what.

use std::collections::VecDeque;

use crate::runtime::{Event, Nanos, QueueId, StepEnd, TaskId};
use crate::trace::Trace;

/// How the loop stands after a number of events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inside {
    /// Who has control.
    pub running: Option<TaskId>,
    /// Whose next steps are in the ready queue, in order.
    pub ready: VecDeque<TaskId>,
    /// When the sleeping tasks wake, by deadline and then by creation.
    pub timers: Vec<(Nanos, TaskId)>,
    /// Who waits for another task.
    pub waiting: Vec<(TaskId, Waits)>,
    /// How many items each queue holds.
    pub queues: Vec<u32>,
}

/// What a task waits for, other than a timer.
pub use super::lane::State as Waits;

/// Returns the inside of the loop after the first `count` events of a trace.
#[must_use]
pub fn inside(trace: &Trace, count: usize) -> Inside {
    let mut inside = Inside::default();
    for (_, event) in trace.events().take(count) {
        inside.apply(event);
    }
    inside
}

impl Inside {
    fn apply(&mut self, event: Event<'_>) {
        match event {
            Event::Scheduled { task, .. } => {
                self.timers.retain(|(_, sleeper)| *sleeper != task);
                self.waiting.retain(|(waiter, _)| *waiter != task);
                self.ready.push_back(task);
            }
            Event::StepBegan { task } => {
                // The first entry of this task is the step that begins.
                if let Some(at) = self.ready.iter().position(|ready| *ready == task) {
                    self.ready.remove(at);
                }
                self.running = Some(task);
            }
            Event::StepEnded { task, end, .. } => {
                self.running = None;
                self.ended(task, end);
            }
            Event::QueueCreated { .. } => self.queues.push(0),
            Event::QueuePut { queue, level, .. } | Event::QueueGot { queue, level, .. } => {
                self.set_level(queue, level);
            }
            _ => {}
        }
    }

    fn set_level(&mut self, queue: QueueId, level: u32) {
        // A damaged trace may name any queue.
        if let Some(known) = self.queues.get_mut(queue.0 as usize) {
            *known = level;
        }
    }

    fn ended(&mut self, task: TaskId, end: StepEnd<'_>) {
        let waits = match end {
            StepEnd::Sleeps { until } => {
                let place = self
                    .timers
                    .partition_point(|(deadline, _)| *deadline <= until);
                self.timers.insert(place, (until, task));
                return;
            }
            StepEnd::WaitsForTask(other) => Waits::WaitsForTask(other),
            StepEnd::WaitsForGather { tasks } => Waits::WaitsForGather(tasks),
            StepEnd::WaitsForFuture => Waits::WaitsForFuture,
            StepEnd::WaitsToGet(queue) => Waits::WaitsToGet(queue),
            StepEnd::WaitsToPut(queue) => Waits::WaitsToPut(queue),
            StepEnd::WaitsForPermit => Waits::WaitsForPermit,
            StepEnd::WaitsForLock => Waits::WaitsForLock,
            StepEnd::WaitsForEvent => Waits::WaitsForEvent,
            StepEnd::WaitsForCondition => Waits::WaitsForCondition,
            StepEnd::WaitsForBarrier => Waits::WaitsForBarrier,
            StepEnd::WaitsForThread => Waits::WaitsForThread,
            StepEnd::WaitsToJoin(queue) => Waits::WaitsToJoin(queue),
            StepEnd::WaitsForAny { tasks } => Waits::WaitsForAny(tasks),
            StepEnd::WaitsForGroup { tasks } => Waits::WaitsForGroup(tasks),
            StepEnd::Fetches(fetch) => Waits::Fetching(fetch),
            StepEnd::Yields | StepEnd::Returned(_) | StepEnd::Raised(_) | StepEnd::Cancelled => {
                return;
            }
        };
        self.waiting.push((task, waits));
    }
}
