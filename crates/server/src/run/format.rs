//! The formats in which a finished run is written.

use clap::ValueEnum;
use clap::builder::PossibleValue;
use interleave::export::{self, ExportedRun, PictureOptions};
use interleave::runtime::{Event, Outcome};

use super::finished_run::FinishedRun;

/// The format in which a run is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// What the program printed, and the wall time.
    #[default]
    Text,
    /// A file that others read.
    File(export::Format),
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Format; export::Format::ALL.len() + 1] = {
            let mut all = [Format::Text; export::Format::ALL.len() + 1];
            let mut number = 1;
            while number < all.len() {
                all[number] = Format::File(export::Format::ALL[number - 1]);
                number += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, about) = match self {
            Format::Text => ("text", "What the program printed, and the wall time"),
            Format::File(format) => (format.names().name, format.names().about),
        };
        Some(PossibleValue::new(name).help(about))
    }
}

/// Writes a run in a format.
pub(crate) fn document(format: Format, finished: &FinishedRun, picture: &PictureOptions) -> String {
    match format {
        Format::Text => text(finished),
        Format::File(format) => finished.with_story(|story| {
            format.whole(&ExportedRun {
                story,
                summary: &finished.summary,
                params: &finished.params,
                program: finished.program.as_ref(),
                picture,
            })
        }),
    }
}

/// Writes the last line of the text.
pub(super) fn wall_time(finished: &FinishedRun) -> String {
    format!("Wall time: {:.2} s\n", finished.summary.seconds)
}

/// Returns the lines about a run for the standard error: errors that the loop logged and what was
/// warned of, if they were not shown at once, and why the run did not finish.
pub(super) fn notes(finished: &FinishedRun, shown_at_once: bool) -> Vec<String> {
    let mut notes = match shown_at_once {
        true => Vec::new(),
        false => texts(finished, |event| match event {
            Event::Logged { text, .. } => Some(text),
            Event::Warned { text, .. } if !finished.is_error_shown => Some(text),
            _ => None,
        }),
    };
    notes.extend(match &finished.outcome {
        Outcome::Finished => None,
        Outcome::Raised(_) if finished.is_error_shown => None,
        Outcome::Raised(error) => Some(error.to_string()),
        Outcome::Limit(limit) => Some(limit.to_string()),
        Outcome::Stopped => Some(format!(
            "the run was stopped after {:.2} s",
            finished.summary.seconds
        )),
    });
    notes
}

fn text(finished: &FinishedRun) -> String {
    let printed = texts(finished, |event| match event {
        Event::Printed { text, .. } => Some(text),
        _ => None,
    });
    let printed: String = printed.into_iter().map(|line| line + "\n").collect();
    printed + &wall_time(finished)
}

/// Picks texts out of the trace. The story contains only steps that have ended, and a stopped run
/// may have printed in a step that has not ended.
fn texts(
    finished: &FinishedRun,
    pick: impl for<'a> Fn(Event<'a>) -> Option<&'a str>,
) -> Vec<String> {
    finished.recorder.read(|trace| {
        let picked = trace.events().filter_map(|(_, event)| pick(event));
        picked.map(str::to_owned).collect()
    })
}
