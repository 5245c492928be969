//! Timers of the run's first moment, and of those before: the program may set timers in the past, and
//! these fire by their deadlines, too.
//!
//! The runtime's deadlines begin with the start of the run. All timers that would come due before, or
//! just then, share one table: whichever of them the runtime lets fire first, the earliest is called.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::VecDeque;
use std::rc::Rc;

use interleave::runtime::EventLoop;

/// What a timer does.
type Call = Box<dyn FnOnce(&Rc<EventLoop>)>;

/// A timer: its deadline in seconds, whether it still waits, and what it does.
pub(super) struct Due {
    pub(super) seconds: f64,
    pub(super) is_cancelled: Rc<std::cell::Cell<bool>>,
    pub(super) call: Call,
}

#[derive(Default)]
pub(in crate::asyncio) struct DueNow(RefCell<VecDeque<Due>>);

impl DueNow {
    /// Adds a timer, after those with the same deadline.
    pub(super) fn push(&self, due: Due) {
        let mut all = self.0.borrow_mut();
        let is_before = |known: &Due| known.seconds.total_cmp(&due.seconds) != Ordering::Greater;
        let at = all.partition_point(is_before);
        all.insert(at, due);
    }

    /// Takes the earliest timer that was not cancelled.
    pub(super) fn pop(&self) -> Option<Due> {
        let mut all = self.0.borrow_mut();
        loop {
            let due = all.pop_front()?;
            if !due.is_cancelled.get() {
                return Some(due);
            }
        }
    }

    pub(in crate::asyncio) fn clear(&self) {
        let all = self.0.take();
        drop(all);
    }
}
