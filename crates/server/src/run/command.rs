//! The subcommand: from its options to its exit code.

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use clap::{Args, ValueEnum};
use interleave::{
    lessons::find,
    runtime::{Event, Outcome},
    timeline,
};

use super::{
    failure::Failure,
    format::{self, Format, Look},
    interrupt::Interrupt,
    live::live,
    output::{self, Output},
    played::Played,
    python::PythonFile,
    recorded::{self, recorded},
    request::Request,
    simulated::simulated,
};
use crate::language::{Language, Tag};

/// What `run` may be told.
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

/// Runs a lesson; gives the exit code that tells how it ended.
pub fn run(options: &Options) -> ExitCode {
    match play(options) {
        Ok(played) => exit_code(&played.outcome),
        Err(failure) => {
            output::note(&failure.to_string());
            ExitCode::from(2)
        }
    }
}

fn play(options: &Options) -> Result<Played, Failure> {
    if recorded::is_named(&options.lesson) {
        return show_again(options);
    }
    let given = options.given.iter();
    let given = given.map(|(name, value)| (name.as_str(), value.as_str()));
    let asked = Asked::new(&options.lesson, given.clone())?;
    let output = Output::open(options.out.as_deref())?;
    let shows_at_once = options.live && options.format == Format::Text && options.out.is_none();
    let played = match (options.live, shows_at_once) {
        (false, _) => asked.simulated(),
        (true, true) => asked.live(show)?,
        (true, false) => asked.live(|_| {})?,
    };
    let played = match &asked {
        Asked::Lesson(request) => played.with(request.changed()),
        Asked::Program(_) => played.with(given),
    };
    let notes = format::notes(&played, shows_at_once);
    let document = match shows_at_once {
        true => format::wall_time(&played),
        false => {
            let look = look(options, |language| asked.title(language));
            format::document(options.format, &played, &look)
        }
    };
    output.put(&document)?;
    notes.iter().for_each(|text| output::note(text));
    Ok(played)
}

/// Writes a recorded run as if it had been played now.
fn show_again(options: &Options) -> Result<Played, Failure> {
    if options.live || !options.given.is_empty() {
        return Err(Failure::Over);
    }
    let played = recorded(&options.lesson)?;
    let output = Output::open(options.out.as_deref())?;
    let name = &played.summary.lesson;
    let look = look(options, |language| match find(name) {
        Ok(lesson) => language.lesson_title(lesson),
        Err(_) => PythonFile::name_of(name),
    });
    output.put(&format::document(options.format, &played, &look))?;
    let notes = format::notes(&played, false);
    notes.iter().for_each(|text| output::note(text));
    Ok(played)
}

/// What is to be run.
enum Asked {
    Lesson(Request),
    Program(PythonFile),
}

impl Asked {
    fn new<'a>(
        name: &str,
        given: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Failure> {
        if !PythonFile::is_named(name) {
            return Request::new(name, given).map(Self::Lesson);
        }
        PythonFile::read(name, given).map(Self::Program)
    }

    fn simulated(&self) -> Played {
        match self {
            Self::Lesson(request) => simulated(request),
            Self::Program(program) => program.simulated(),
        }
    }

    fn live(&self, watch: impl FnMut(Event<'_>) + 'static) -> Result<Played, Failure> {
        let interrupt = interrupted_by_the_keyboard();
        match self {
            Self::Lesson(request) => live(request, interrupt, watch),
            Self::Program(program) => program.live(interrupt, watch),
        }
    }

    fn title(&self, language: &Language) -> String {
        match self {
            Self::Lesson(request) => language.lesson_title(request.lesson()),
            Self::Program(program) => program.name(),
        }
    }
}

fn look(options: &Options, title: impl Fn(&Language) -> String) -> Look {
    let language = Language::new(options.lang);
    let theme = match options.theme {
        Theme::Light => timeline::Theme::Light,
        Theme::Dark => timeline::Theme::Dark,
    };
    Look {
        theme,
        width_px: options.width.into(),
        title: title(&language),
        words: language.words(),
    }
}

/// Shows what the program prints while it runs.
fn show(event: Event<'_>) {
    match event {
        // Somebody who reads no further may still want the run.
        Event::Printed { text, .. } => drop(output::print(&format!("{text}\n"))),
        Event::Logged { text, .. } => output::note(text),
        _ => {}
    }
}

fn interrupted_by_the_keyboard() -> Arc<Interrupt> {
    let interrupt = Arc::new(Interrupt::default());
    let raised = interrupt.clone();
    // Without a handler Ctrl-C ends the command by itself.
    let _ = ctrlc::set_handler(move || raised.raise());
    interrupt
}

fn exit_code(outcome: &Outcome) -> ExitCode {
    ExitCode::from(match outcome {
        Outcome::Finished => 0,
        Outcome::Raised(_) => 1,
        Outcome::Limit(_) => 3,
        // As a shell says of a program that Ctrl-C ended: 128 and the number of SIGINT.
        Outcome::Stopped => 130,
    })
}

fn name_and_value(text: &str) -> Result<(String, String), &'static str> {
    let (name, value) = text
        .split_once('=')
        .ok_or("give a name and a value, like urls=url_1,url_2")?;
    Ok((name.trim().to_owned(), value.to_owned()))
}
