//! A recorder whose events are also shown while the run goes on.

use std::sync::Arc;

use interleave::{
    runtime::{Event, Nanos, Observer},
    trace::TraceRecorder,
};

use super::interrupt::Interrupt;

/// Records events, and calls a function with each event as it happens.
///
/// A step cannot be stopped in its middle. The events between the stop and the end of the step are
/// neither recorded nor shown: for the reader the run ended when it was stopped.
pub(super) struct WatchedRecorder<W> {
    pub(super) recorder: TraceRecorder,
    pub(super) interrupt: Arc<Interrupt>,
    pub(super) watch: W,
}

impl<W: FnMut(Event<'_>)> Observer for WatchedRecorder<W> {
    fn observe(&mut self, at: Nanos, event: Event<'_>) {
        if !self.interrupt.is_raised() {
            self.recorder.observe(at, event);
            (self.watch)(event);
        }
    }

    fn len(&self) -> u64 {
        self.recorder.len()
    }
}
