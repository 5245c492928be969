//! A run that is over, written down.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use clap::ValueEnum;
use interleave::{
    export::{self, chrome_trace, svg},
    runtime::{Event, Outcome},
    timeline::{Axis, LabelTexts, Palette, Theme, still},
    trace::codec,
};

use super::played::Played;

/// In which form a run is written.
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

/// How a picture looks.
pub(super) struct Look {
    pub(super) theme: Theme,
    pub(super) width_px: f64,
    /// What screen readers say of it.
    pub(super) title: String,
    pub(super) words: LabelTexts,
}

/// Writes a run in a format.
pub(super) fn document(format: Format, played: &Played, look: &Look) -> String {
    match format {
        Format::Text => text(played),
        Format::Json => json(played),
        Format::ChromeTrace => played.look(chrome_trace),
        Format::Svg => picture(played, look),
    }
}

/// Writes the last line of the text.
pub(super) fn wall_time(played: &Played) -> String {
    format!("Wall time: {:.2} s\n", played.summary.seconds)
}

/// Returns what is said of a run besides: errors that the loop logged, if they were not shown at
/// once, and why the run did not finish.
pub(super) fn notes(played: &Played, shown_at_once: bool) -> Vec<String> {
    let mut notes = match shown_at_once {
        true => Vec::new(),
        false => texts(played, |event| match event {
            Event::Logged { text, .. } => Some(text),
            _ => None,
        }),
    };
    notes.extend(match &played.outcome {
        Outcome::Finished => None,
        Outcome::Raised(_) if played.is_told => None,
        Outcome::Raised(error) => Some(error.to_string()),
        Outcome::Limit(limit) => Some(limit.to_string()),
        Outcome::Stopped => Some(format!(
            "the run was stopped after {:.2} s",
            played.summary.seconds
        )),
    });
    notes
}

fn text(played: &Played) -> String {
    let printed = texts(played, |event| match event {
        Event::Printed { text, .. } => Some(text),
        _ => None,
    });
    let printed: String = printed.into_iter().map(|line| line + "\n").collect();
    printed + &wall_time(played)
}

/// Picks texts out of the trace. The story would not do: it tells a step when it has ended, and
/// a run that is stopped may leave one that has printed and not ended.
fn texts(played: &Played, pick: impl for<'a> Fn(Event<'a>) -> Option<&'a str>) -> Vec<String> {
    played.recorder.read(|trace| {
        let picked = trace.events().filter_map(|(_, event)| pick(event));
        picked.map(str::to_owned).collect()
    })
}

/// Writes the document from which [`recorded`](super::recorded) reads a run.
pub(super) fn json(played: &Played) -> String {
    let bytes = played.recorder.read(codec::encode);
    let recording = BASE64.encode(bytes);
    played.look(|story| export::json(story, &played.summary, &played.params, &recording))
}

fn picture(played: &Played, look: &Look) -> String {
    let picture = played.look(|story| still(story, look.width_px, Axis::Auto, &look.words));
    let palette = Palette::new(look.theme);
    svg(&picture, look.width_px, &palette, &look.title)
}
