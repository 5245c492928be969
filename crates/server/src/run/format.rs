//! A run that is over, written down.

use clap::ValueEnum;
use interleave::{
    export::{chrome_trace, svg},
    runtime::{Event, Outcome},
    story::Summary,
    timeline::{Axis, Palette, Theme, View, Words, lay_out},
};
use serde::Serialize;

use super::{event::Entry, played::Played};

/// In which form a run is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// What the program printed, and the wall time
    #[default]
    Text,
    /// The summary with the trace
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
    pub(super) words: Words,
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

/// The JSON document: the summary's fields, and `trace`.
#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    summary: &'a Summary,
    trace: Vec<Entry<'a>>,
}

fn json(played: &Played) -> String {
    played.recorder.read(|trace| {
        let whole = Whole {
            summary: &played.summary,
            trace: trace.events().map(Entry::from).collect(),
        };
        let json = serde_json::to_string_pretty(&whole);
        // Texts, numbers and lists of them can always be written.
        json.unwrap_or_default() + "\n"
    })
}

/// The height of a lane in a picture that stands in an article.
const LANE_PX: f64 = 34.0;

/// The height of a picture besides its lanes.
const FRAME_PX: f64 = 40.0;

/// The most rows for which a picture is made high; of more it shows those that fit.
const ROWS_MAX: usize = 60;

fn picture(played: &Played, look: &Look) -> String {
    let rows = played.look(|told| told.row_count());
    let height_px = FRAME_PX + LANE_PX * rows.min(ROWS_MAX) as f64;
    let view = View::whole(look.width_px, height_px, Axis::Auto, &look.words);
    let mut picture = played.look(|told| lay_out(told, &view));
    if rows > ROWS_MAX {
        picture.height_px = view.height_px;
    }
    svg(
        &picture,
        look.width_px,
        &Palette::new(look.theme),
        &look.title,
    )
}
