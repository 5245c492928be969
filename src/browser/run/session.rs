//! A session: one run of a lesson in a page, with its record.
//!
//! It goes on here, on the thread of the page, or in a worker. What reads its story and draws it
//! does not see which.

use wasm_bindgen::JsValue;

use super::local_run::LocalRun;
use super::worker_run::WorkerRun;
use crate::browser::border::{Summary, plain};
use crate::runtime::Nanos;
use crate::story::StoryView;
use crate::trace::{Trace, TraceRecorder};

/// A run that goes on, or is over. Dropping it ends the run.
pub(in crate::browser) enum Session {
    /// A run on the thread of the page.
    Local(LocalRun),
    /// A run in a worker, or one that was recorded.
    Worker(Box<WorkerRun>),
}

impl Session {
    /// Stops the run where it is.
    pub(super) fn stop(&mut self) {
        match self {
            Session::Local(run) => run.stop(),
            Session::Worker(run) => run.stop(),
        }
    }

    /// Says whether the run goes on.
    pub(super) fn is_running(&self) -> bool {
        match self {
            Session::Local(run) => run.is_running(),
            Session::Worker(run) => run.is_running(),
        }
    }

    /// Returns the present of a live run; none once it is over, and for a simulated one.
    pub(super) fn present(&self) -> Option<Nanos> {
        match self {
            Session::Local(run) => run.present(),
            Session::Worker(_) => None,
        }
    }

    /// Returns the record.
    pub(super) fn recorder(&self) -> &TraceRecorder {
        match self {
            Session::Local(run) => run.recorder(),
            Session::Worker(run) => run.recorder(),
        }
    }

    /// Looks at the record.
    pub(in crate::browser) fn read<R>(&self, look: impl FnOnce(&Trace) -> R) -> R {
        self.recorder().read(look)
    }

    /// Says whether there is anything in the record beyond what was read when the run was stopped.
    pub(super) fn is_cut(&self) -> bool {
        matches!(self, Session::Worker(run) if run.is_stopped())
    }

    /// Sums the run up, once it is over.
    pub(super) fn summary(&self, story: StoryView<'_>) -> Option<JsValue> {
        match self {
            Session::Local(run) => Some(plain(&Summary::of(story, run.end()?))),
            Session::Worker(run) => run.summary(story),
        }
    }
}
