//! How a run is written: in which format, in which language, and where.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use same_file::is_same_file;

use super::command::Options;
use super::command_error::CommandError;
use super::finished_run::FinishedRun;
use super::format;
use super::output::{self, Output};
use super::runnable::Runnable;
use crate::language::Language;

/// Writes one run, whichever thread ends it.
pub(super) struct Writing {
    options: Options,
    /// The title of a picture.
    title: String,
    /// Taken by who writes.
    output: Mutex<Option<Output>>,
}

impl Writing {
    /// Opens the output before the run, so that no run is made in vain.
    /// Errors: [`CommandError`] if the output cannot be opened, or is what runs.
    pub(super) fn new(options: &Options, runnable: &Runnable) -> Result<Self, CommandError> {
        let output = open(options)?;
        Ok(Self {
            options: options.clone(),
            title: runnable.title(&Language::new(options.lang)),
            output: Mutex::new(Some(output)),
        })
    }

    /// Writes the run, and what is to be said of it.
    /// Errors: [`CommandError`] if the run cannot be written.
    pub(super) fn write(&self, finished: FinishedRun) -> Result<FinishedRun, CommandError> {
        let options = &self.options;
        let shows_at_once = options.shows_at_once();
        let notes = format::notes(&finished, shows_at_once);
        let document = match shows_at_once {
            true => format::wall_time(&finished),
            false => {
                let picture = options.picture(self.title.clone());
                format::document(options.format, &finished, &picture)
            }
        };
        let mut output = self.output.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(output) = output.take() {
            output.write(&document)?;
        }
        notes.iter().for_each(|text| output::note(text));
        Ok(finished)
    }
}

/// Opens the output.
/// Errors: [`CommandError`] if it cannot be opened, or if it is what the command reads: also under another
/// name, and through a link.
pub(super) fn open(options: &Options) -> Result<Output, CommandError> {
    let out = options.out.as_deref();
    if let Some(out) = out
        && is_same_file(out, Path::new(&options.lesson)).unwrap_or(false)
    {
        return Err(CommandError::Overwrites(out.to_path_buf()));
    }
    Output::open(out)
}
