//! `interleave embed`: the HTML that shows a lesson, or a recording of a program, in an article.
//!
//! Between the tags is the run as a picture, which readers see without scripts and until the element
//! stands. A program is shown as a recording, which lies beside the article: no Python is in the page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use interleave::export::{self, PictureOptions, StillOptions, StillTheme, still_picture};
use interleave::timeline::Axis;

use crate::language::{Language, Tag};
use crate::run::{
    CommandError, FinishedRun, Format, MEMORY_MAX_MB, Output, Runnable, document, name_and_value,
    note,
};

/// The site in the lines, where none is given: an author puts the address of their own there.
const SITE: &str = "https://your.site/interleave";

/// The end of the name of a program's recording, which stands for the end of the program's name.
const RECORDING: &str = "recording.json";

/// The options of `embed`.
#[derive(Debug, Args)]
pub struct Options {
    /// A lesson's name from `interleave list`, or a Python file
    #[arg(value_name = "LESSON|FILE.py")]
    lesson: String,
    /// Set a parameter
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = name_and_value)]
    given: Vec<(String, String)>,
    /// Where the files of the page are
    #[arg(long, value_name = "URL", default_value = SITE)]
    site: String,
    /// Write NAME.html, and a program's recording, to this folder instead of printing the HTML
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// The colours: those of the page around it, light, or dark
    #[arg(long, value_enum, default_value_t)]
    theme: Theme,
    /// The width for which the picture is laid out, in pixels
    #[arg(long, default_value_t = 720, value_parser = clap::value_parser!(u32).range(240..=4_000))]
    width: u32,
    /// The language of the picture and of the element
    #[arg(long, value_enum)]
    lang: Option<Tag>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, ValueEnum)]
enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

/// Writes the HTML. The exit code is 0, also where the run raised an error, which is shown then; 2 if
/// there is no such lesson or file, or something cannot be written.
pub fn run(options: &Options) -> ExitCode {
    match write(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            note(&failure.to_string());
            ExitCode::from(2)
        }
    }
}

fn write(options: &Options) -> Result<(), CommandError> {
    let given = options.given.iter();
    let given = given.map(|(name, value)| (name.as_str(), value.as_str()));
    let runnable = Runnable::new(&options.lesson, given.clone())?.within_memory(MEMORY_MAX_MB);
    if let Some(folder) = &options.out {
        let unwritable = |error| CommandError::Unwritable(folder.clone(), error);
        fs::create_dir_all(folder).map_err(unwritable)?;
    }
    let finished = runnable.with_values(runnable.simulated(), given);
    let recording = match &runnable {
        Runnable::Lesson(_) => None,
        Runnable::Program(_) => Some(write_recording(options, &finished)?),
    };
    let html = html(options, &runnable, &finished, recording.as_deref());
    let Some(folder) = &options.out else {
        return Output::open(None)?.write(&html);
    };
    let name = Path::new(&options.lesson).with_extension("html");
    let path = folder.join(name.file_name().unwrap_or_default());
    Output::open(Some(&path))?.write(&html)
}

/// Writes the recording of a program, into the folder or beside the program. Returns the file's name.
fn write_recording(options: &Options, finished: &FinishedRun) -> Result<String, CommandError> {
    let beside = Path::new(&options.lesson).with_extension(RECORDING);
    let name = beside.file_name().unwrap_or_default();
    let path = match &options.out {
        Some(folder) => folder.join(name),
        None => beside.clone(),
    };
    let format = Format::File(export::Format::Json);
    let text = document(format, finished, &PictureOptions::default());
    Output::open(Some(&path))?.write(&text)?;
    let (path, name) = (path.display(), name.to_string_lossy());
    note(&format!(
        "{path} is the recording; put it beside the article"
    ));
    Ok(name.into_owned())
}

/// Writes the style that keeps the room, the tag with the picture in it, and the script.
fn html(
    options: &Options,
    runnable: &Runnable,
    finished: &FinishedRun,
    recording: Option<&str>,
) -> String {
    let mut attributes = Vec::new();
    match recording {
        Some(name) => attributes.push(("recording", percent_encoded(name))),
        None => attributes.push(("lesson", finished.summary.lesson.clone())),
    }
    let params = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(&finished.params)
        .finish();
    if recording.is_none() && !params.is_empty() {
        attributes.push(("params", params));
    }
    match options.theme {
        Theme::Auto => {}
        Theme::Light => attributes.push(("theme", "light".to_owned())),
        Theme::Dark => attributes.push(("theme", "dark".to_owned())),
    }
    if let Some(tag) = options.lang {
        attributes.push(("lang", tag.name().to_owned()));
    }
    if recording.is_none() {
        attributes.push(("autorun", String::new()));
    }
    let attributes: Vec<_> = attributes
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let picture = picture(options, runnable, finished);
    let script = format!("{}/define.js", options.site.trim_end_matches('/'));
    export::tag(&attributes, &picture, &script)
}

fn picture(options: &Options, runnable: &Runnable, finished: &FinishedRun) -> String {
    let language = Language::new(options.lang.unwrap_or_default());
    let title = runnable.title(&language);
    let label_texts = language.label_texts();
    finished.with_story(|story| {
        let shown = language.picture_summary(story.lane_count(), finished.summary.seconds);
        let description = match runnable {
            Runnable::Lesson(request) => {
                format!("{} {shown}", language.lesson_summary(request.lesson()))
            }
            Runnable::Program(_) => shown,
        };
        let options = StillOptions {
            width_px: options.width.into(),
            axis: Axis::Auto,
            theme: match options.theme {
                Theme::Auto => StillTheme::Page,
                Theme::Light => StillTheme::Light,
                Theme::Dark => StillTheme::Dark,
            },
            title: &title,
            description: &description,
            label_texts: &label_texts,
        };
        still_picture(story, &options)
    })
}

/// Writes a file's name as a part of an address.
fn percent_encoded(name: &str) -> String {
    // A name with a colon would be an address of its own.
    let encoded: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
    encoded.replace('+', "%20")
}
