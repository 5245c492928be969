//! The observer of a run that writes a trace, which others read while the run goes on.

use std::cell::RefCell;
use std::rc::Rc;

use super::columns::Trace;
use crate::runtime::{Event, Nanos, Observer};

/// A trace that a run writes. Clones are the same trace: the run has one, its readers have others.
#[derive(Clone, Debug, Default)]
pub struct TraceRecorder(Rc<RefCell<Trace>>);

impl TraceRecorder {
    /// Reads the trace. The run must not take a turn inside of `look`.
    pub fn read<R>(&self, look: impl FnOnce(&Trace) -> R) -> R {
        look(&self.0.borrow())
    }

    /// Changes the trace, to add what another run recorded. No reader may read inside of `add`.
    pub fn add<R>(&self, add: impl FnOnce(&mut Trace) -> R) -> R {
        add(&mut self.0.borrow_mut())
    }
}

impl From<Trace> for TraceRecorder {
    /// Continues a trace that has events already.
    fn from(trace: Trace) -> TraceRecorder {
        TraceRecorder(Rc::new(RefCell::new(trace)))
    }
}

impl Observer for TraceRecorder {
    fn observe(&mut self, at: Nanos, event: Event<'_>) {
        self.0.borrow_mut().observe(at, event);
    }

    fn len(&self) -> u64 {
        self.0.borrow().len() as u64
    }
}
