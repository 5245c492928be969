//! `interleave run`: a lesson on this machine, without a browser.
//!
//! The way of a run, and the order to read in:
//! 1. The command reads its options.
//! 2. [`LessonRequest`] finds the lesson, and refuses invalid values. [`PythonFile`] reads a
//!    program instead.
//! 3. [`simulated`] or [`live`] plays it to its end. The page's driver, clock, network and parser of
//!    pages each have a counterpart here. [`read_recording`] reads a finished run instead.
//! 4. The [`FinishedRun`] is written in a format, to the standard output or to a file.
//!
//! Exit codes: 0 the lesson finished, 1 the lesson raised an error, 2 the command was used wrongly,
//! 3 the run hit a limit, 130 the run was stopped.

mod command;

mod command_error;
mod lesson_request;

mod program_parameters;
mod python_file;
mod runnable;

mod readable_files;
mod recording;

mod finished_run;
mod html_parser;

mod direct_fetch;
mod interrupt;
mod live;
mod watchdog;

mod cut;
mod memory;
mod shared_trace;
mod writing;

mod format;
mod output;

pub use command::{Options, run};
pub use command_error::CommandError;
pub use finished_run::FinishedRun;
pub use html_parser::ScraperHtml;
pub use interrupt::Interrupt;
pub use lesson_request::{LessonRequest, simulated};
pub use live::live;
pub use python_file::PythonFile;
pub use recording::{read_recording, recording_of};

pub(crate) use command::name_and_value;
pub(crate) use format::{Format, document};
pub(crate) use memory::MEMORY_MAX_MB;
pub(crate) use output::{Output, note, print_document};
pub(crate) use runnable::Runnable;
