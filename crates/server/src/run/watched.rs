//! A record that somebody watches while it grows.

use std::sync::Arc;

use interleave::{
    runtime::{Event, Nanos, Observer},
    trace::TraceRecorder,
};

use super::interrupt::Interrupt;

/// Records events, and shows each to a watcher as it happens.
///
/// A step cannot be stopped in its middle. What a run that was asked to stop does until the end
/// of its step is neither recorded nor shown: for the reader it ended when it was stopped.
pub(super) struct Watched<W> {
    pub(super) recorder: TraceRecorder,
    pub(super) interrupt: Arc<Interrupt>,
    pub(super) watch: W,
}

impl<W: FnMut(Event<'_>)> Observer for Watched<W> {
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
