//! The errors of the subcommand `run`.

use std::{io, path::PathBuf};

use interleave::lessons::{LessonError, ParameterError};
use interleave_proxy::TlsError;
use thiserror::Error;

use crate::origins::OriginError;

/// A reason why a run could not be made, or could not be written.
#[derive(Debug, Error)]
pub enum CommandError {
    /// There is no such lesson.
    #[error(transparent)]
    Lesson(#[from] LessonError),
    /// A Python program that cannot be read.
    #[error("{0} cannot be read ({1}); give a Python file, or a lesson from `interleave list`")]
    Unreadable(PathBuf, io::Error),
    /// A recording that cannot be read.
    #[error("{0} cannot be read ({1}); give a file that `--format json` wrote")]
    UnreadableRun(PathBuf, io::Error),
    /// A file that is no recording, or a damaged one.
    #[error("{0} is not a recording ({1}); give a file that `--format json` wrote")]
    NoRun(PathBuf, String),
    /// Values or a clock for a recording, in which nothing can be changed.
    #[error(
        "a recording is shown as it was recorded; leave out --set and --live, or give the lesson"
    )]
    Over,
    /// An invalid value for a Python program.
    #[error("{0}: {1}")]
    ProgramParameter(String, String),
    /// Invalid values, each with its sentence.
    #[error("{}", lines(.0))]
    Parameters(Vec<ParameterError>),
    /// The demo site could not be started.
    #[error("the demo site could not be started: {0}")]
    Demo(#[from] OriginError),
    /// TLS could not be set up.
    #[error("TLS could not be set up ({0}); build the command again")]
    Tls(#[from] TlsError),
    /// The system gives no timers or no network.
    #[error("the system gives no timers or no network ({0}); try again later")]
    System(io::Error),
    /// The file cannot be written.
    #[error("{0} cannot be written ({1}); choose another file with --out")]
    Unwritable(PathBuf, io::Error),
    /// The output is what the command reads.
    #[error("{0} is what runs, and would be overwritten; choose another file with --out")]
    Overwrites(PathBuf),
    /// The standard output cannot be written.
    #[error("the standard output cannot be written ({0}); choose a file with --out")]
    Output(io::Error),
}

fn lines(errors: &[ParameterError]) -> String {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    lines.join("\n")
}
