//! A session: one run of a lesson in a page, with its record.
//!
//! It goes on here, on the thread of the page, or in a worker. What reads its story and draws it
//! does not see which.

use wasm_bindgen::JsValue;

use crate::runtime::Nanos;
use crate::story::StoryView;
use crate::trace::TraceRecorder;

/// A run that goes on, or is over. Dropping it ends the run.
pub(in crate::browser) trait Session {
    /// Stops the run where it is.
    fn stop(&mut self);

    /// Says whether the run goes on.
    fn is_running(&self) -> bool;

    /// Returns the present of a live run; none once it is over, and for a simulated one.
    fn present(&self) -> Option<Nanos> {
        None
    }

    /// Returns the record.
    fn recorder(&self) -> &TraceRecorder;

    /// Says whether the run was stopped where its story had come to, whatever else is in the record.
    fn is_cut(&self) -> bool {
        false
    }

    /// Takes the part of the record that follows, of a run in a worker, and behind the last one how
    /// the run ended. Returns whether it is one.
    fn take_part(&mut self, _part: &[u8], _ending: JsValue) -> bool {
        false
    }

    /// Sums the run up, once it is over.
    fn summary(&self, story: StoryView<'_>) -> Option<JsValue>;
}
