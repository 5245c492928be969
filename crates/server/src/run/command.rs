//! The subcommand `run`: from its options to its exit code.

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use clap::{Args, ValueEnum};
use interleave::export::PictureOptions;
use interleave::runtime::{Error, Event, Nanos, Outcome};
use interleave::{lessons::find, timeline};
use url::Url;

use super::format::{self, Format};
use super::memory::MEMORY_MAX_MB;
use super::output;
use super::readable_files::Reading;
use super::recording::{self, read_recording};
use super::runnable::Runnable;
use super::writing::{self, Writing};
use super::{command_error::CommandError, finished_run::FinishedRun, python_file::PythonFile};
use crate::language::{Language, Tag};

/// The options of `run`.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// A lesson's name from `interleave list`, a Python file, or a recording
    #[arg(value_name = "LESSON|FILE.py|FILE.json")]
    pub(super) lesson: String,
    /// Set a parameter
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = name_and_value)]
    given: Vec<(String, String)>,
    /// Use the real clock, and fetch real pages without a proxy
    #[arg(long)]
    pub(super) live: bool,
    /// With --live: let a Python file fetch from an address on this machine or its network, too
    #[arg(long, value_name = "URL", requires = "live")]
    reach: Vec<Url>,
    /// Let a Python file read the files beside it, and below
    #[arg(long)]
    allow_read: bool,
    /// How long a Python file's messages to its own servers are on their way, in milliseconds
    #[arg(long, value_name = "MS", default_value_t = 1.0, value_parser = milliseconds)]
    latency: f64,
    /// How much memory a Python file may have, with the command itself, in megabytes
    #[arg(long, value_name = "MB", default_value_t = MEMORY_MAX_MB, value_parser = clap::value_parser!(u64).range(64..=1_000_000))]
    memory: u64,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// Write to a file instead of the standard output
    #[arg(long)]
    pub(super) out: Option<PathBuf>,
    /// The colours of a picture
    #[arg(long, value_enum, default_value_t)]
    theme: Theme,
    /// The width of a picture in pixels
    #[arg(long, default_value_t = 860, value_parser = clap::value_parser!(u32).range(240..=10_000))]
    width: u32,
    /// The language of a picture
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Tag,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Theme {
    #[default]
    Light,
    Dark,
}

/// Runs a lesson. The exit code says how the run ended.
pub fn run(options: &Options) -> ExitCode {
    match play(options) {
        Ok(finished) => exit_code_of(&finished.outcome).into(),
        Err(failure) => {
            output::note(&failure.to_string());
            ExitCode::from(2)
        }
    }
}

fn play(options: &Options) -> Result<FinishedRun, CommandError> {
    if recording::is_named(&options.lesson) {
        return convert_recording(options);
    }
    let runnable = Runnable::new(&options.lesson, options.given())?
        .reaching(&options.reach)
        .with_latency(Nanos::from_seconds(options.latency / 1000.0))
        .with_reading(options.reading())
        .within_memory(options.memory);
    let writing = Arc::new(Writing::new(options, &runnable)?);
    let at_cut = writing.clone();
    let given = options.given.clone();
    let runnable = runnable.cut_with(move |finished| {
        if let Err(failure) = at_cut.write(finished.with(given.iter().cloned())) {
            output::note(&failure.to_string());
        }
    });
    let finished = match (options.live, options.shows_at_once()) {
        (false, _) => runnable.simulated(),
        (true, true) => runnable.live(print_event)?,
        (true, false) => runnable.live(|_| {})?,
    };
    writing.write(runnable.with_values(finished, options.given()))
}

/// Writes a recording in a format, as if the run had ended now.
fn convert_recording(options: &Options) -> Result<FinishedRun, CommandError> {
    if options.live || !options.given.is_empty() {
        return Err(CommandError::Over);
    }
    let finished = read_recording(&options.lesson)?;
    let output = writing::open(options)?;
    let name = &finished.summary.lesson;
    let picture = options.picture(match find(name) {
        Ok(lesson) => Language::new(options.lang).lesson_title(lesson),
        Err(_) => PythonFile::name_of(name),
    });
    output.write(&format::document(options.format, &finished, &picture))?;
    let notes = format::notes(&finished, false);
    notes.iter().for_each(|text| output::note(text));
    Ok(finished)
}

impl Options {
    /// Returns the names and values that were given.
    pub(super) fn given(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        let given = self.given.iter();
        given.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    fn reading(&self) -> Reading {
        match self.allow_read {
            true => Reading::Allowed,
            false => Reading::Refused,
        }
    }

    /// Says whether the program's lines are shown while it runs.
    pub(super) fn shows_at_once(&self) -> bool {
        self.live && self.format == Format::Text && self.out.is_none()
    }

    pub(super) fn picture(&self, title: String) -> PictureOptions {
        let theme = match self.theme {
            Theme::Light => timeline::Theme::Light,
            Theme::Dark => timeline::Theme::Dark,
        };
        PictureOptions {
            theme,
            width_px: self.width.into(),
            title,
            label_texts: Language::new(self.lang).label_texts(),
            ..PictureOptions::default()
        }
    }
}

/// Prints the program's output while the program runs.
fn print_event(event: Event<'_>) {
    match event {
        // A closed standard output does not end the run.
        Event::Printed { text, .. } => drop(output::print(&format!("{text}\n"))),
        Event::Logged { text, .. } | Event::Warned { text, .. } => output::note(text),
        _ => {}
    }
}

/// The shell's code for a program that Ctrl-C ended: 128 plus the number of SIGINT.
const INTERRUPTED: u8 = 130;

/// Returns the exit code that says how a run ended.
pub(super) fn exit_code_of(outcome: &Outcome) -> u8 {
    match outcome {
        Outcome::Finished => 0,
        Outcome::Raised(error) if error.is_kind("KeyboardInterrupt") => INTERRUPTED,
        Outcome::Raised(error) => system_exit(error).unwrap_or(1),
        Outcome::Limit(_) => 3,
        Outcome::Stopped => INTERRUPTED,
    }
}

fn milliseconds(text: &str) -> Result<f64, &'static str> {
    let number = text.parse().ok();
    let number = number.filter(|number| (0.0..=60_000.0).contains(number));
    number.ok_or("give milliseconds from 0 to 60000, like 1 or 0.5")
}

/// The code that a program gave to `sys.exit`, of which the system takes the last eight bits.
fn system_exit(error: &Error) -> Option<u8> {
    match error {
        Error::Raised(raised) if raised.kind == "SystemExit" => {
            raised.message.parse::<i64>().ok().map(|code| code as u8)
        }
        _ => None,
    }
}

pub(crate) fn name_and_value(text: &str) -> Result<(String, String), &'static str> {
    let (name, value) = text
        .split_once('=')
        .ok_or("give a name and a value, like urls=url_1,url_2")?;
    Ok((name.trim().to_owned(), value.to_owned()))
}
