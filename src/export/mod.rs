//! A run as files that others read.
//!
//! [`svg`] is the picture, [`chrome_trace()`] what trace viewers open, and [`json()`] the run itself, which
//! can be shown again. [`still_picture()`] is the picture for the place between an element's tags, and [`tag()`]
//! the lines around it. Each is a text that depends on the run alone. [`Format`] lists them, for the page
//! and for the command: a further format is a file here, its variant, and its name in each language.

mod chrome_trace;
mod counters;
mod exported_run;
mod path_data;
mod recorded;
mod still_picture;
mod svg;
mod tag;

pub use chrome_trace::{chrome_trace, chrome_trace_part};
pub use exported_run::{ExportedRun, PictureOptions, RecordedProgram};
pub use recorded::{is_summed_up, json, json_events};
pub use still_picture::{StillOptions, StillTheme, still_picture};
pub use svg::svg;
pub use tag::tag;

use serde::Serialize;

/// A format of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(all(target_arch = "wasm32", feature = "page"), derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// A picture: [`svg`].
    Svg,
    /// A trace for trace viewers: [`chrome_trace()`].
    ChromeTrace,
    /// The run itself: [`json()`].
    Json,
}

/// What is said of a format.
#[derive(Clone, Copy, Debug)]
pub struct FormatNames {
    /// The format's name, in lower case: of the command's option, and in the keys of messages.
    pub name: &'static str,
    /// The end of its files' names, without the first dot.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What it is, for the command's help.
    pub about: &'static str,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Format; 3] = [Format::Svg, Format::ChromeTrace, Format::Json];

    /// Returns what is said of the format.
    #[must_use]
    pub const fn names(self) -> FormatNames {
        let (name, extension, media_type, about) = match self {
            Format::Svg => ("svg", "svg", "image/svg+xml", "The timeline as a picture"),
            Format::ChromeTrace => (
                "chrome-trace",
                "trace.json",
                "application/json",
                "A trace that trace viewers open",
            ),
            Format::Json => (
                "json",
                "json",
                "application/json",
                "The summary with the trace, which `run` and the page show again",
            ),
        };
        FormatNames {
            name,
            extension,
            media_type,
            about,
        }
    }

    /// Returns the format of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL
            .into_iter()
            .find(|format| format.names().name == name)
    }

    /// Writes a part of a run's file, by its number from 0; none after the last. A long run has many, so
    /// that a page can look up in between.
    #[must_use]
    pub fn part(self, run: &ExportedRun<'_>, number: usize) -> Option<String> {
        match self {
            Format::Svg => svg::part(run, number),
            Format::ChromeTrace => chrome_trace_part(run.story, number),
            Format::Json => recorded::part(run, number),
        }
    }

    /// Writes a run's whole file.
    #[must_use]
    pub fn whole(self, run: &ExportedRun<'_>) -> String {
        (0..).map_while(|number| self.part(run, number)).collect()
    }
}
