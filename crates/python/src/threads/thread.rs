//! A thread, and how it is woken.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use interleave::runtime::{Nanos, ThreadId};

use super::stack::Stack;

/// The number of a program's main thread.
pub(crate) const MAIN: u64 = 1;

/// How often a thread may sleep without length at one moment, and how long such a sleep is then.
const NAPS_MAX: u32 = 100;
const NAP: Nanos = Nanos(1_000_000);

/// Why a thread goes on after a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Woken {
    /// Another thread has woken it.
    ByOther,
    /// The wait's time is over.
    ByTime,
}

/// A thread of a program.
pub(crate) struct Thread {
    /// `threading.get_ident()`.
    pub(super) number: u64,
    /// The thread in the trace; none of the main thread.
    pub(super) id: Option<ThreadId>,
    /// None of the main thread, and before the thread has begun.
    pub(super) stack: OnceCell<Rc<Stack>>,
    /// Which of its waits is the present one, counted from one; even numbers are none.
    wait: Cell<u64>,
    woken: Cell<Option<Woken>>,
    /// Whether its next sleep without length does not give control away: the first one in a job of a
    /// pool, which otherwise would be over later than one without any.
    pub(super) skips_sleep: Cell<bool>,
    /// At which moment, and how often, it has slept without length.
    naps: Cell<(Nanos, u32)>,
}

/// A wait of a thread, which another thread may end.
#[derive(Clone)]
pub(crate) struct Wait {
    pub(super) thread: Rc<Thread>,
    number: u64,
}

impl Thread {
    pub(super) fn new(number: u64, id: Option<ThreadId>) -> Rc<Thread> {
        Rc::new(Thread {
            number,
            id,
            stack: OnceCell::new(),
            wait: Cell::new(0),
            woken: Cell::new(None),
            skips_sleep: Cell::new(false),
            naps: Cell::default(),
        })
    }

    /// Returns how long a sleep without length lasts: a thread that waits for something in this way would
    /// keep the clock from moving.
    pub(super) fn nap(&self, now: Nanos) -> Nanos {
        let count = match self.naps.get() {
            (known, count) if known == now => count + 1,
            _ => 0,
        };
        self.naps.set((now, count));
        if count < NAPS_MAX { Nanos::ZERO } else { NAP }
    }

    /// Begins a wait.
    pub(super) fn begin_wait(self: &Rc<Self>) -> Wait {
        self.wait.set(self.wait.get() + 1);
        self.woken.set(None);
        Wait {
            thread: self.clone(),
            number: self.wait.get(),
        }
    }

    pub(super) fn end_wait(&self) -> Option<Woken> {
        self.wait.set(self.wait.get() + 1);
        self.woken.take()
    }

    pub(super) fn is_woken(&self) -> bool {
        self.woken.get().is_some()
    }
}

impl Wait {
    /// Ends the wait, unless it has ended. Returns whether the thread is to go on.
    pub(super) fn end(&self, why: Woken) -> bool {
        let ends = self.thread.wait.get() == self.number && !self.thread.is_woken();
        if ends {
            self.thread.woken.set(Some(why));
        }
        ends
    }

    pub(super) fn is(&self, other: &Wait) -> bool {
        Rc::ptr_eq(&self.thread, &other.thread) && self.number == other.number
    }
}
