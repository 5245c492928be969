//! The timers of a loop: what comes due when, equal deadlines in the order of creation.

use std::collections::btree_map::{Entry, OccupiedEntry};
use std::collections::{BTreeMap, VecDeque};
use std::mem;
use std::rc::Rc;

use crate::runtime::core::handle::Handle;
use crate::runtime::event::TaskId;
use crate::runtime::moment::Nanos;

/// What a timer does when it comes due.
pub(in crate::runtime) enum Alarm {
    /// Ends a task's sleep, if it is still that sleep.
    Sleep {
        /// The sleeping task.
        task: TaskId,
        /// Which of the task's sleeps this is.
        sleep: u32,
    },
    /// Calls a function.
    Call(Rc<Handle>),
    /// Calls a function for a thread, which goes on when the loop is closed.
    Thread(Rc<Handle>),
}

impl Alarm {
    fn is_call(&self) -> bool {
        matches!(self, Alarm::Call(_) | Alarm::Thread(_))
    }
}

/// Timers by deadline; of one deadline, in the order of creation.
///
/// Unlike asyncio's heap, which leaves the order of equal deadlines open. What is due together is
/// one entry, since many tasks that sleep alike are what programs with many tasks do.
#[derive(Default)]
pub(in crate::runtime) struct Timers {
    due: BTreeMap<Nanos, Due>,
    /// How many timers may be stale: those that call a function, and the sleeps that were
    /// cancelled. Of the other sleeps there is one a task.
    suspects: usize,
    /// How many of them there may be before the stale ones are swept out.
    room: usize,
}

/// The timers of one deadline. Nearly every deadline has one, so one needs no list.
enum Due {
    One(Alarm),
    // Boxed, so that one takes no more room than it needs.
    #[expect(clippy::box_collection)]
    Many(Box<VecDeque<Alarm>>),
}

impl Timers {
    /// Sets a timer.
    pub(in crate::runtime) fn set(&mut self, deadline: Nanos, alarm: Alarm) {
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

    /// Says whether it is time to sweep.
    pub(in crate::runtime) fn is_crowded(&self) -> bool {
        self.suspects >= self.room.max(64)
    }

    /// Counts a sleep that was cancelled, and whose timer is still here.
    pub(in crate::runtime) fn suspect(&mut self) {
        self.suspects += 1;
    }

    /// Takes out the timers that `is_stale` gives up, so that cancelled ones do not pile up.
    pub(in crate::runtime) fn sweep(&mut self, is_stale: impl Fn(&Alarm) -> bool) -> Vec<Alarm> {
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
        // A sweep looks at all, so as many must come before the next.
        self.room = self.suspects + left;
        stale
    }

    /// Returns the earliest deadline, dropping timers at the front that `is_stale` gives up.
    pub(in crate::runtime) fn next_deadline(
        &mut self,
        is_stale: impl Fn(&Alarm) -> bool,
    ) -> Option<Nanos> {
        loop {
            let first = self.due.first_entry()?;
            let alarm = match first.get() {
                Due::One(alarm) => Some(alarm),
                Due::Many(alarms) => alarms.front(),
            };
            if alarm.is_some_and(|alarm| !is_stale(alarm)) {
                return Some(*first.key());
            }
            let alarm = pop(first);
            self.suspects -= usize::from(alarm.as_ref().is_some_and(Alarm::is_call));
        }
    }

    /// Takes the first timer that is due at `now`.
    pub(in crate::runtime) fn pop_due(&mut self, now: Nanos) -> Option<Alarm> {
        let first = self.due.first_entry()?;
        if *first.key() > now {
            return None;
        }
        let alarm = pop(first);
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

/// Takes the first timer of a deadline, and the deadline with its last.
fn pop(mut due: OccupiedEntry<'_, Nanos, Due>) -> Option<Alarm> {
    match due.get_mut() {
        Due::Many(alarms) if alarms.len() > 1 => alarms.pop_front(),
        _ => due.remove().into_alarms().next(),
    }
}
