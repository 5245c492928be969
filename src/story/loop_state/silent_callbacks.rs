//! Callbacks in the ready queue that have no events of their own: those of gathers, and of threads.
//!
//! When a task is done, each gather that waits for the task has a callback in the queue, which counts the
//! task in the next tick. For a million tasks its events would be two million more. But that it is in the
//! queue follows from the end of the task; and that it was called, from who gets control that stood behind
//! it, or from the end of its tick. Its call, in which nothing happens that takes time, is no moment.

use std::collections::VecDeque;
use std::ops::Range;

use crate::runtime::{Cause, Event, TaskId, ThreadId};
use crate::trace::Trace;

use super::Actor;

/// What is known of gathers at a point of a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathers {
    /// How many gathers wait for each task, by its number, up to the last task that any waits for.
    waiting: Vec<u8>,
    /// How many callbacks in the queue the present tick calls.
    of_tick: usize,
    /// How many callbacks the next tick calls.
    of_next: usize,
}

impl Gathers {
    /// Notes that a gather waits for tasks.
    pub(super) fn wait_for(&mut self, tasks: Range<u32>) {
        let (first, end) = (tasks.start as usize, tasks.end as usize);
        if end > self.waiting.len() {
            self.waiting.resize(end, 0);
        }
        for count in self.waiting.get_mut(first..end).unwrap_or_default() {
            *count = count.saturating_add(1);
        }
    }

    /// Puts the callbacks for a task that is done into the queue.
    pub(super) fn end(&mut self, task: TaskId, ready: &mut VecDeque<Actor>) {
        let Some(count) = self.waiting.get_mut(task.0 as usize) else {
            return;
        };
        for _ in 0..std::mem::take(count) {
            ready.push_back(Actor::Gather(task));
            self.of_next += 1;
        }
    }

    /// Takes what the tick before has called out of the queue.
    pub(super) fn tick(&mut self, ready: &mut VecDeque<Actor>) {
        for _ in 0..self.of_tick {
            take_first(ready);
        }
        self.of_tick = std::mem::take(&mut self.of_next);
    }

    /// Takes the callbacks that stand before an actor that gets control out of the queue.
    pub(super) fn call_before(&mut self, actor: Actor, ready: &mut VecDeque<Actor>) {
        while self.of_tick > 0 && ready.front().is_some_and(|first| *first != actor) {
            if !take_first(ready) {
                return;
            }
            self.of_tick -= 1;
        }
    }

    /// Returns how many callbacks at the front of the queue have been called after a number of events,
    /// though no event says so yet: all of a tick that is over.
    pub(super) fn called(&self, trace: &Trace, count: usize) -> usize {
        match trace.get(count) {
            None | Some(Event::TickBegan) => self.of_tick,
            Some(_) => 0,
        }
    }
}

/// Takes the first actor out of the queue if that is a callback of a gather; returns whether it was.
fn take_first(ready: &mut VecDeque<Actor>) -> bool {
    let is_callback = matches!(ready.front(), Some(Actor::Gather(_)));
    if is_callback {
        ready.pop_front();
    }
    is_callback
}

/// Returns the thread that has finished a job, and whose callback is the loop's next after `count`
/// events.
///
/// By then the thread may have taken its next job, and printed: all that a thread does is skipped. A
/// result that no task waits for makes none ready, and its callback is not told.
pub(super) fn notice_of_thread(trace: &Trace, count: usize) -> Option<ThreadId> {
    let mut events = trace.events_from(count).map(|(_, event)| event);
    let next = events.find(|event| match event {
        Event::JobBegan { .. } => false,
        Event::Printed { thread, .. } => thread.is_none(),
        _ => true,
    });
    match next? {
        Event::Scheduled {
            cause: Cause::Thread(thread),
            ..
        } => Some(thread),
        _ => None,
    }
}
