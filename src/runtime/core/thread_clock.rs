//! The clock of a simulated thread, and how many jobs are not over.
//!
//! The loop knows no more than this of threads: their jobs are in
//! [`Executor`](crate::runtime::Executor).

use crate::runtime::{Nanos, ThreadId};

/// How many jobs are not over.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::runtime) struct Jobs {
    /// Jobs of the default executor, for which the loop waits when it closes.
    pub(in crate::runtime) of_loop: u32,
    /// Jobs of other executors, for which the program waits when it ends.
    pub(in crate::runtime) of_others: u32,
}

impl Jobs {
    /// Returns how many jobs are not over in all.
    pub(super) fn all(self) -> u32 {
        self.of_loop + self.of_others
    }
}

/// The thread whose job runs, and its clock.
#[derive(Clone, Copy, Debug)]
pub(super) struct Running {
    pub(super) id: ThreadId,
    pub(super) began: Nanos,
    pub(super) elapsed: Nanos,
}

impl Running {
    /// Returns the present moment of the thread.
    pub(super) fn now(self) -> Nanos {
        self.began.after(self.elapsed)
    }
}
