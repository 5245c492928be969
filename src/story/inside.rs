//! The inside of the loop at a point of a run: who runs, who is ready, who waits for what.

use std::collections::VecDeque;

use crate::runtime::{Event, Nanos, QueueId, StepEnd, TaskId, ThreadId};
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
    /// What each thread does.
    pub threads: Vec<Job>,
}

/// What a thread does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Nothing: it waits for a job.
    None,
    /// A job that this task submitted.
    Of(Option<TaskId>),
}

/// What a task waits for, other than a timer.
pub use super::lane::State as Waits;

/// Returns the inside of the loop after the first `count` events of a trace.
#[must_use]
pub fn inside(trace: &Trace, count: usize) -> Inside {
    let mut telling = Telling::default();
    for (_, event) in trace.events().take(count) {
        telling.event(event);
    }
    telling.inside()
}

/// The inside of the loop while the events before a point are told.
///
/// What a task waits for is kept by its number and put in order once, at the end: among ten
/// thousand tasks nobody is searched for.
#[derive(Default)]
struct Telling {
    inside: Inside,
    /// What each task waits for, by its number, and how many waits began before.
    waits: Vec<Option<(usize, Wait)>>,
    count: usize,
}

#[derive(Clone, Copy)]
enum Wait {
    Timer(Nanos),
    Other(Waits),
}

impl Telling {
    fn event(&mut self, event: Event<'_>) {
        match event {
            // A damaged trace may name any task; only those that it creates are told of.
            Event::TaskCreated { task, .. } if task.0 as usize == self.waits.len() => {
                self.waits.push(None);
            }
            Event::Scheduled { task, .. } => {
                if let Some(wait) = self.waits.get_mut(task.0 as usize) {
                    *wait = None;
                }
                self.inside.ready.push_back(task);
            }
            Event::StepBegan { task } => self.step_began(task),
            Event::StepEnded { task, end, .. } => {
                self.inside.running = None;
                self.step_ended(task, end);
            }
            Event::ThreadCreated { .. } => self.inside.threads.push(Job::None),
            Event::JobBegan { thread, task, .. } => self.set_job(thread, Job::Of(task)),
            Event::JobEnded { thread } => self.set_job(thread, Job::None),
            Event::QueueCreated { .. } => self.inside.queues.push(0),
            Event::QueuePut { queue, level, .. } | Event::QueueGot { queue, level, .. } => {
                self.set_level(queue, level);
            }
            _ => {}
        }
    }

    fn step_began(&mut self, task: TaskId) {
        // The first entry of this task is the step that begins, and hardly ever not the first.
        let ready = &mut self.inside.ready;
        if let Some(at) = ready.iter().position(|other| *other == task) {
            ready.remove(at);
        }
        self.inside.running = Some(task);
    }

    fn set_job(&mut self, thread: ThreadId, job: Job) {
        if let Some(known) = self.inside.threads.get_mut(thread.0 as usize) {
            *known = job;
        }
    }

    fn set_level(&mut self, queue: QueueId, level: u32) {
        // A damaged trace may name any queue.
        if let Some(known) = self.inside.queues.get_mut(queue.0 as usize) {
            *known = level;
        }
    }

    fn step_ended(&mut self, task: TaskId, end: StepEnd<'_>) {
        let wait = match end {
            StepEnd::Sleeps { until } => Wait::Timer(until),
            StepEnd::WaitsForTask(other) => Wait::Other(Waits::WaitsForTask(other)),
            StepEnd::WaitsForGather { tasks } => Wait::Other(Waits::WaitsForGather(tasks)),
            StepEnd::WaitsForFuture => Wait::Other(Waits::WaitsForFuture),
            StepEnd::WaitsToGet(queue) => Wait::Other(Waits::WaitsToGet(queue)),
            StepEnd::WaitsToPut(queue) => Wait::Other(Waits::WaitsToPut(queue)),
            StepEnd::WaitsForPermit => Wait::Other(Waits::WaitsForPermit),
            StepEnd::WaitsForLock => Wait::Other(Waits::WaitsForLock),
            StepEnd::WaitsForEvent => Wait::Other(Waits::WaitsForEvent),
            StepEnd::WaitsForCondition => Wait::Other(Waits::WaitsForCondition),
            StepEnd::WaitsForBarrier => Wait::Other(Waits::WaitsForBarrier),
            StepEnd::WaitsForThread => Wait::Other(Waits::WaitsForThread),
            StepEnd::WaitsToJoin(queue) => Wait::Other(Waits::WaitsToJoin(queue)),
            StepEnd::WaitsForAny { tasks } => Wait::Other(Waits::WaitsForAny(tasks)),
            StepEnd::WaitsForGroup { tasks } => Wait::Other(Waits::WaitsForGroup(tasks)),
            StepEnd::Fetches(fetch) => Wait::Other(Waits::Fetching(fetch)),
            StepEnd::Yields | StepEnd::Returned(_) | StepEnd::Raised(_) | StepEnd::Cancelled => {
                return;
            }
        };
        if let Some(known) = self.waits.get_mut(task.0 as usize) {
            *known = Some((self.count, wait));
            self.count += 1;
        }
    }

    fn inside(self) -> Inside {
        let mut inside = self.inside;
        // In the order of their begin. All orders of a page are found by the sort of two numbers:
        // the library's sort weighs more than a lesson for each type that it sorts.
        let waits = self.waits.iter().zip(0_u64..);
        let mut begun: Vec<_> = waits
            .filter_map(|(wait, task)| Some(((*wait)?.0 as u64, task)))
            .collect();
        begun.sort_unstable();
        let wait = |task: u64| self.waits[task as usize].map(|(_, wait)| wait);
        let mut timers = Vec::new();
        for ((_, task), number) in begun.iter().zip(0_u64..) {
            match wait(*task) {
                Some(Wait::Timer(until)) => timers.push((until.0, number)),
                Some(Wait::Other(state)) => inside.waiting.push((TaskId(*task as u32), state)),
                None => {}
            }
        }
        timers.sort_unstable();
        let task = |number: u64| TaskId(begun[number as usize].1 as u32);
        let timers = timers.into_iter();
        inside.timers = timers
            .map(|(until, number)| (Nanos(until), task(number)))
            .collect();
        inside
    }
}
