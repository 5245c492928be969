//! The timers of a loop, by deadline, equal deadlines in the order of creation.
//!
//! The state of the loop at a moment lists timers in the same order (`src/story/loop_state`).

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};
use std::mem;
use std::rc::Rc;

use crate::runtime::{Handle, Nanos, TaskId};

/// What a timer does when it comes due.
pub(super) enum Alarm {
    /// Ends a task's sleep, if the task is still in that sleep.
    Sleep {
        task: TaskId,
        /// Which of the task's sleeps this is.
        sleep: u32,
    },
    /// Calls a function.
    Call(Rc<Handle>),
    /// Calls a function for a thread, unless that has been called where the loop stood still.
    Thread(Rc<Handle>),
}

impl Alarm {
    fn is_call(&self) -> bool {
        matches!(self, Alarm::Call(_) | Alarm::Thread(_))
    }
}

/// Timers by deadline; of one deadline, in the order of creation.
///
/// Unlike asyncio's heap, which leaves the order of equal deadlines open. All timers of one deadline
/// are one entry, since in programs with many tasks many sleep equally long.
#[derive(Default)]
pub(super) struct Timers {
    due: BTreeMap<Nanos, Due>,
    /// How many timers may be stale: those that call a function, and those of cancelled sleeps. Of the
    /// other sleeps there is one per task.
    suspects: usize,
    /// How many suspects there may be before the stale timers are swept out.
    room: usize,
}

/// The timers of one deadline. Nearly every deadline has one timer, which needs no list.
enum Due {
    One(Alarm),
    // Boxed, so that a single timer takes no more room than it needs.
    #[expect(clippy::box_collection)]
    Many(Box<VecDeque<Alarm>>),
}

impl Timers {
    pub(super) fn set(&mut self, deadline: Nanos, alarm: Alarm) {
        self.suspects += usize::from(alarm.is_call());
        match self.due.entry(deadline) {
            Entry::Vacant(entry) => {
                entry.insert(Due::One(alarm));
            }
            Entry::Occupied(mut entry) => match entry.get_mut() {
                Due::Many(alarms) => alarms.push_back(alarm),
                one => {
                    let many = Due::Many(Box::new(VecDeque::with_capacity(4)));
                    if let (Due::One(first), Due::Many(alarms)) = (mem::replace(one, many), one) {
                        alarms.extend([first, alarm]);
                    }
                }
            },
        }
    }

    /// Returns whether a timer has this deadline.
    pub(super) fn has(&self, deadline: Nanos) -> bool {
        self.due.contains_key(&deadline)
    }

    /// Returns whether the stale timers are to be swept out now.
    pub(super) fn is_crowded(&self) -> bool {
        self.suspects >= self.room.max(64)
    }

    /// Counts a cancelled sleep, whose timer is still in the table.
    pub(super) fn suspect(&mut self) {
        self.suspects += 1;
    }

    /// Takes out the stale timers, so that cancelled ones do not pile up.
    pub(super) fn sweep(&mut self, is_stale: impl Fn(&Alarm) -> bool) -> Vec<Alarm> {
        let (mut stale, mut left) = (Vec::new(), 0);
        self.suspects = 0;
        for (deadline, due) in mem::take(&mut self.due) {
            for alarm in due.into_alarms() {
                if is_stale(&alarm) {
                    stale.push(alarm);
                } else {
                    self.set(deadline, alarm);
                    left += 1;
                }
            }
        }
        // A sweep reads all timers, so as many have to be set before the next one.
        self.room = self.suspects + left;
        stale
    }

    /// Returns the earliest deadline of a timer that is not stale, dropping the stale ones before it.
    pub(super) fn next_deadline(&mut self, is_stale: impl Fn(&Alarm) -> bool) -> Option<Nanos> {
        loop {
            let (deadline, due) = self.due.first_key_value()?;
            let alarm = match due {
                Due::One(alarm) => Some(alarm),
                Due::Many(alarms) => alarms.front(),
            };
            if alarm.is_some_and(|alarm| !is_stale(alarm)) {
                return Some(*deadline);
            }
            self.pop();
        }
    }

    /// Takes the first timer that is due at `now`.
    pub(super) fn pop_due(&mut self, now: Nanos) -> Option<Alarm> {
        let (deadline, _) = self.due.first_key_value()?;
        if *deadline > now { None } else { self.pop() }
    }

    /// Takes the first timer of a deadline, and the deadline with its last.
    fn pop(&mut self) -> Option<Alarm> {
        let mut first = self.due.first_entry()?;
        let alarm = match first.get_mut() {
            Due::Many(alarms) if alarms.len() > 1 => alarms.pop_front(),
            _ => first.remove().into_alarms().next(),
        };
        self.suspects -= usize::from(alarm.as_ref().is_some_and(Alarm::is_call));
        alarm
    }
}

impl Due {
    fn into_alarms(self) -> impl Iterator<Item = Alarm> {
        let (one, many) = match self {
            Due::One(alarm) => (Some(alarm), None),
            Due::Many(alarms) => (None, Some(*alarms)),
        };
        one.into_iter().chain(many.into_iter().flatten())
    }
}
