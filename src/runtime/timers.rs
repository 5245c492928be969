//! The timers of a loop: what comes due when, equal deadlines in the order of creation.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::event::TaskId;
use super::handle::Handle;
use super::moment::Nanos;

/// What a timer does when it comes due.
pub(super) enum Alarm {
    /// Ends a task's sleep, if it is still that sleep.
    Sleep {
        /// The sleeping task.
        task: TaskId,
        /// Which of the task's sleeps this is.
        sleep: u32,
    },
    /// Calls a function.
    Call(Rc<Handle>),
}

struct Timer {
    deadline: Nanos,
    sequence: u64,
    alarm: Alarm,
}

/// Timers by (deadline, sequence).
///
/// Unlike asyncio's heap, which leaves the order of equal deadlines open, ties go by creation.
#[derive(Default)]
pub(super) struct Timers {
    heap: BinaryHeap<Reverse<Timer>>,
    sequence: u64,
    /// How many timers there may be before the stale ones are swept out.
    room: usize,
}

impl Timers {
    /// Sets a timer.
    pub(super) fn set(&mut self, deadline: Nanos, alarm: Alarm) {
        self.sequence += 1;
        self.heap.push(Reverse(Timer {
            deadline,
            sequence: self.sequence,
            alarm,
        }));
    }

    /// Says whether it is time to sweep.
    pub(super) fn is_crowded(&self) -> bool {
        self.heap.len() >= self.room.max(64)
    }

    /// Takes out the timers that `is_stale` gives up, so that cancelled ones do not pile up.
    pub(super) fn sweep(&mut self, is_stale: impl Fn(&Alarm) -> bool) -> Vec<Alarm> {
        let timers = std::mem::take(&mut self.heap).into_vec();
        let (stale, left): (Vec<_>, Vec<_>) = timers
            .into_iter()
            .partition(|Reverse(timer)| is_stale(&timer.alarm));
        self.room = left.len() * 2;
        self.heap = left.into();
        stale
            .into_iter()
            .map(|Reverse(timer)| timer.alarm)
            .collect()
    }

    /// Returns the earliest deadline, dropping timers at the front that `is_stale` gives up.
    pub(super) fn next_deadline(&mut self, is_stale: impl Fn(&Alarm) -> bool) -> Option<Nanos> {
        while let Some(Reverse(timer)) = self.heap.peek() {
            if !is_stale(&timer.alarm) {
                return Some(timer.deadline);
            }
            self.heap.pop();
        }
        None
    }

    /// Takes the first timer that is due at `now`.
    pub(super) fn pop_due(&mut self, now: Nanos) -> Option<Alarm> {
        let Reverse(timer) = self.heap.peek()?;
        if timer.deadline > now {
            return None;
        }
        self.heap.pop().map(|Reverse(timer)| timer.alarm)
    }
}

impl PartialEq for Timer {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Timer {}

impl PartialOrd for Timer {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timer {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.deadline, self.sequence).cmp(&(other.deadline, other.sequence))
    }
}
