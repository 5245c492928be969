//! A run that is cut off: the program never comes back, so another thread ends the command.

use std::fmt;
use std::process;
use std::sync::Arc;

use interleave::runtime::{Limit, Outcome};

use super::command::exit_code_of;
use super::finished_run::FinishedRun;
use super::format;
use super::output;

/// Why a run is cut off.
#[derive(Clone, Copy, Debug)]
pub(super) enum Why {
    Limit(Limit),
    Stopped,
}

impl Why {
    pub(super) fn limit(self) -> Option<Limit> {
        match self {
            Self::Limit(limit) => Some(limit),
            Self::Stopped => None,
        }
    }

    pub(super) fn outcome(self) -> Outcome {
        match self {
            Self::Limit(limit) => Outcome::Limit(limit),
            Self::Stopped => Outcome::Stopped,
        }
    }
}

/// What is done with a run that is cut off, before the command ends.
#[derive(Clone)]
pub(super) struct AtCut(Arc<dyn Fn(FinishedRun) + Send + Sync>);

impl AtCut {
    pub(super) fn new(write: impl Fn(FinishedRun) + Send + Sync + 'static) -> Self {
        Self(Arc::new(write))
    }

    /// Ends the command.
    pub(super) fn end(&self, run: FinishedRun) -> ! {
        let code = exit_code_of(&run.outcome);
        (self.0)(run);
        process::exit(code.into())
    }
}

impl Default for AtCut {
    /// Says why the run ended, and nothing else.
    fn default() -> Self {
        Self::new(|run| {
            let notes = format::notes(&run, true);
            notes.iter().for_each(|text| output::note(text));
        })
    }
}

impl fmt::Debug for AtCut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AtCut")
    }
}
