//! The formats in which a finished run is written.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use clap::ValueEnum;
use interleave::{
    export::{self, chrome_trace, svg},
    runtime::{Event, Outcome},
    timeline::{Axis, LabelTexts, Palette, Theme, still},
    trace::codec,
};

use super::finished_run::FinishedRun;

/// The format in which a run is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// What the program printed, and the wall time
    #[default]
    Text,
    /// The summary with the trace, which `run` and the page show again
    Json,
    /// A trace that trace viewers open
    ChromeTrace,
    /// The timeline as a picture
    Svg,
}

/// The options of a picture.
pub(super) struct PictureOptions {
    pub(super) theme: Theme,
    pub(super) width_px: f64,
    /// The title, for screen readers.
    pub(super) title: String,
    pub(super) label_texts: LabelTexts,
}

/// Writes a run in a format.
pub(super) fn document(format: Format, finished: &FinishedRun, picture: &PictureOptions) -> String {
    match format {
        Format::Text => text(finished),
        Format::Json => json(finished),
        Format::ChromeTrace => finished.with_story(chrome_trace),
        Format::Svg => svg_document(finished, picture),
    }
}

/// Writes the last line of the text.
pub(super) fn wall_time(finished: &FinishedRun) -> String {
    format!("Wall time: {:.2} s\n", finished.summary.seconds)
}

/// Returns the lines about a run for the standard error: errors that the loop logged, if they were
/// not shown at once, and why the run did not finish.
pub(super) fn notes(finished: &FinishedRun, shown_at_once: bool) -> Vec<String> {
    let mut notes = match shown_at_once {
        true => Vec::new(),
        false => texts(finished, |event| match event {
            Event::Logged { text, .. } => Some(text),
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

/// Writes the document that [`read_recording`](super::read_recording) reads.
pub(super) fn json(finished: &FinishedRun) -> String {
    let bytes = finished.recorder.read(codec::encode);
    let recording = BASE64.encode(bytes);
    finished
        .with_story(|story| export::json(story, &finished.summary, &finished.params, &recording))
}

fn svg_document(finished: &FinishedRun, picture: &PictureOptions) -> String {
    let shapes = finished
        .with_story(|story| still(story, picture.width_px, Axis::Auto, &picture.label_texts));
    let palette = Palette::new(picture.theme);
    svg(&shapes, picture.width_px, &palette, &picture.title)
}
