//! The subcommand `run`: from its options to its exit code.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};
use interleave::export::PictureOptions;
use interleave::runtime::{Event, Outcome};
use interleave::{lessons::find, timeline};
use url::Url;

use super::format::{self, Format};
use super::output::{self, Output};
use super::recording::{self, read_recording};
use super::runnable::Runnable;
use super::{command_error::CommandError, finished_run::FinishedRun, python_file::PythonFile};
use crate::language::{Language, Tag};

/// The options of `run`.
#[derive(Debug, Args)]
pub struct Options {
    /// A lesson's name from `interleave list`, a Python file, or a recording
    #[arg(value_name = "LESSON|FILE.py|FILE.json")]
    lesson: String,
    /// Set a parameter
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = name_and_value)]
    given: Vec<(String, String)>,
    /// Use the real clock, and fetch real pages without a proxy
    #[arg(long)]
    live: bool,
    /// With --live: let a Python file fetch from an address on this machine or its network, too
    #[arg(long, value_name = "URL", requires = "live")]
    reach: Vec<Url>,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write to a file instead of the standard output
    #[arg(long)]
    out: Option<PathBuf>,
    /// The colours of a picture
    #[arg(long, value_enum, default_value_t)]
    theme: Theme,
    /// The width of a picture in pixels
    #[arg(long, default_value_t = 860, value_parser = clap::value_parser!(u32).range(240..=10_000))]
    width: u32,
    /// The language of a picture
    #[arg(long, value_enum, default_value_t)]
    lang: Tag,
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
        Ok(finished) => exit_code(&finished.outcome),
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
    let given = options.given.iter();
    let given = given.map(|(name, value)| (name.as_str(), value.as_str()));
    let runnable = Runnable::new(&options.lesson, given.clone())?.reaching(&options.reach);
    let output = Output::open(options.out.as_deref())?;
    let shows_at_once = options.live && options.format == Format::Text && options.out.is_none();
    let finished = match (options.live, shows_at_once) {
        (false, _) => runnable.simulated(),
        (true, true) => runnable.live(print_event)?,
        (true, false) => runnable.live(|_| {})?,
    };
    let finished = runnable.with_values(finished, given);
    let notes = format::notes(&finished, shows_at_once);
    let document = match shows_at_once {
        true => format::wall_time(&finished),
        false => {
            let picture = picture_options(options, |language| runnable.title(language));
            format::document(options.format, &finished, &picture)
        }
    };
    output.write(&document)?;
    notes.iter().for_each(|text| output::note(text));
    Ok(finished)
}

/// Writes a recording in a format, as if the run had ended now.
fn convert_recording(options: &Options) -> Result<FinishedRun, CommandError> {
    if options.live || !options.given.is_empty() {
        return Err(CommandError::Over);
    }
    let finished = read_recording(&options.lesson)?;
    let output = Output::open(options.out.as_deref())?;
    let name = &finished.summary.lesson;
    let picture = picture_options(options, |language| match find(name) {
        Ok(lesson) => language.lesson_title(lesson),
        Err(_) => PythonFile::name_of(name),
    });
    output.write(&format::document(options.format, &finished, &picture))?;
    let notes = format::notes(&finished, false);
    notes.iter().for_each(|text| output::note(text));
    Ok(finished)
}

fn picture_options(options: &Options, title: impl Fn(&Language) -> String) -> PictureOptions {
    let language = Language::new(options.lang);
    let theme = match options.theme {
        Theme::Light => timeline::Theme::Light,
        Theme::Dark => timeline::Theme::Dark,
    };
    PictureOptions {
        theme,
        width_px: options.width.into(),
        title: title(&language),
        label_texts: language.label_texts(),
        ..PictureOptions::default()
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

fn exit_code(outcome: &Outcome) -> ExitCode {
    ExitCode::from(match outcome {
        Outcome::Finished => 0,
        Outcome::Raised(_) => 1,
        Outcome::Limit(_) => 3,
        // The shell's code for a program that Ctrl-C ended: 128 plus the number of SIGINT.
        Outcome::Stopped => 130,
    })
}

pub(crate) fn name_and_value(text: &str) -> Result<(String, String), &'static str> {
    let (name, value) = text
        .split_once('=')
        .ok_or("give a name and a value, like urls=url_1,url_2")?;
    Ok((name.trim().to_owned(), value.to_owned()))
}
