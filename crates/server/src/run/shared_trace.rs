//! The trace of a program, which the watchdog can take while the program is stuck in a step.
//!
//! A program of Python's may be inside of a function of the interpreter's that never returns. Then the
//! thread of the program writes nothing any more, and another thread has to write what was recorded.

use std::mem;
use std::sync::{Arc, PoisonError, RwLock, RwLockWriteGuard};

use interleave::runtime::{Event, Nanos, Observer};
use interleave::trace::{Trace, TraceRecorder};

/// A trace that a run writes. Clones are the same trace.
#[derive(Clone, Debug, Default)]
pub(super) struct SharedTrace(Arc<RwLock<Trace>>);

impl SharedTrace {
    /// Takes the trace out, for those who read the trace of a run that is over.
    pub(super) fn recorder(&self) -> TraceRecorder {
        mem::take(&mut *self.lock()).into()
    }

    /// Takes the trace out for good: the thread of the program stops at the next event that it has to record.
    pub(super) fn freeze(&self) -> Trace {
        let mut trace = self.lock();
        let taken = mem::take(&mut *trace);
        mem::forget(trace);
        taken
    }

    fn lock(&self) -> RwLockWriteGuard<'_, Trace> {
        // Recording panics nowhere that would leave half an event.
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Observer for SharedTrace {
    fn observe(&mut self, at: Nanos, event: Event<'_>) {
        self.lock().observe(at, event);
    }

    fn len(&self) -> u64 {
        let trace = self.0.read().unwrap_or_else(PoisonError::into_inner);
        trace.len() as u64
    }
}
