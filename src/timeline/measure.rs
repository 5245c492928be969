//! Measuring: the room that a run needs around it.

use crate::runtime::Nanos;
use crate::story::{Point, StoryView};

use super::labels::ending_text;
use super::rows::collapsed_rows::Hidden;
use super::rows::names::{counted, name_x_px};
use super::rows::queue_strips::strip_texts;
use super::{Margins, View, text_width_px};

/// The space right of the run, for the marks of tasks that end with it.
const RIGHT_PX: f64 = 32.0;

/// The most of the width that the texts beside those marks may take.
const ENDINGS_SHARE_MAX: f64 = 0.18;

impl Margins {
    /// Returns what a run needs.
    pub(super) fn of(story: StoryView<'_>, view: &View<'_>, hidden: &Hidden) -> Margins {
        Margins {
            names_px: names_px(story, view, hidden),
            right_px: right_px(story, view),
            end: shown_end(story, view),
        }
    }
}

/// Returns how much room the names of the tasks get, with the numbers of collapsed lanes.
fn names_px(story: StoryView<'_>, view: &View<'_>, hidden: &Hidden) -> f64 {
    let mut widest_px: f64 = 40.0;
    let mut add = |text: &str, more_px: f64| {
        widest_px = widest_px.max(text_width_px(text) + more_px);
    };
    for lane in story.lanes().take(200) {
        let mut more_px = (name_x_px(story, &lane) - 6.0).max(0.0);
        if let Some(count) = hidden.count_under(lane.task.0 as usize) {
            more_px += text_width_px(&counted(count));
        }
        add(lane.name(), more_px);
    }
    for thread in story.threads() {
        add(thread.name(), 0.0);
    }
    for [name, most] in strip_texts(story, view) {
        add(&name, 0.0);
        add(&most, 0.0);
    }
    let share = if view.width_px < 520.0 { 0.26 } else { 0.2 };
    widest_px.min(view.width_px * share)
}

/// Returns how much room is kept for the endings of the tasks that end with the run.
fn right_px(story: StoryView<'_>, view: &View<'_>) -> f64 {
    let last = story.lanes().take(200).filter_map(|lane| {
        let (at, ending) = lane.ending()?;
        (at.time == story.end().time).then(|| text_width_px(&ending_text(ending, view.label_texts)))
    });
    let widest_px = last.fold(0.0, f64::max);
    if widest_px > view.width_px * ENDINGS_SHARE_MAX {
        RIGHT_PX
    } else {
        RIGHT_PX + widest_px
    }
}

/// Returns where the picture ends: with the run, or with the present of a live one.
fn shown_end(story: StoryView<'_>, view: &View<'_>) -> Point {
    let Some(horizon) = view.horizon else {
        return story.end();
    };
    // At least a second, so that a run that has just started is not stretched over the page.
    let time = horizon.max(Nanos::from_seconds(1.0));
    let mut moments = story.moments().iter().rev();
    let last = moments.find(|moment| moment.time <= horizon);
    let order = last.map_or(1.0, |moment| moment.to);
    Point { time, order }
}
