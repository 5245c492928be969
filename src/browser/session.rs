//! A session: one run of a lesson in a page, with its record.
//!
//! It goes on here, on the thread of the page, or away, in a worker. Who tells and draws it does
//! not see which.

use wasm_bindgen::JsValue;

use super::answers::summary;
use super::away::Away;
use super::here::Here;
use crate::runtime::Nanos;
use crate::story::StoryBuilder;
use crate::trace::{Trace, TraceRecorder};

/// A run that goes on, or is over. Dropping it ends the run.
pub(super) enum Session {
    /// A run on the thread of the page.
    Here(Here),
    /// A run in a worker.
    Away(Box<Away>),
}

impl Session {
    /// Stops the run where it is.
    pub(super) fn stop(&mut self) {
        match self {
            Session::Here(here) => here.stop(),
            Session::Away(away) => away.stop(),
        }
    }

    /// Says whether the run goes on.
    pub(super) fn is_running(&self) -> bool {
        match self {
            Session::Here(here) => here.is_running(),
            Session::Away(away) => away.is_running(),
        }
    }

    /// Returns the present of a live run; none once it is over, and for a simulated one.
    pub(super) fn present(&self) -> Option<Nanos> {
        match self {
            Session::Here(here) => here.present(),
            Session::Away(_) => None,
        }
    }

    /// Returns the record.
    pub(super) fn recorder(&self) -> &TraceRecorder {
        match self {
            Session::Here(here) => here.recorder(),
            Session::Away(away) => away.recorder(),
        }
    }

    /// Looks at the record.
    pub(super) fn read<R>(&self, look: impl FnOnce(&Trace) -> R) -> R {
        self.recorder().read(look)
    }

    /// Says whether there is anything to tell beyond what was told when the run was stopped.
    pub(super) fn is_cut(&self) -> bool {
        matches!(self, Session::Away(away) if away.is_stopped())
    }

    /// Sums up how the run ended, once it is over.
    pub(super) fn summary(&self, builder: &StoryBuilder) -> Option<JsValue> {
        match self {
            Session::Here(here) => Some(summary(&here.summary()?)),
            Session::Away(away) => away.summary(builder),
        }
    }
}
