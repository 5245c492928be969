//! Still pictures: a whole run without a pointer or a playhead, and the legend of its colours.

use crate::story::{StateKind, StoryView};

use super::labels::style;
use super::{
    Axis, Ink, LabelTexts, Picture, Progressive, Shape, View, lay_out, lay_out_on, text_width_px,
};

/// The height of a lane in a still picture.
const LANE_PX: f64 = 34.0;

/// The height of such a picture besides its lanes.
const FRAME_PX: f64 = 40.0;

/// The most rows for which a picture in an article is made higher; of more, those are shown that fit.
const ROWS_MAX: usize = 60;

/// Lays out a run for an article.
pub fn still(story: StoryView<'_>, width_px: f64, axis: Axis, label_texts: &LabelTexts) -> Picture {
    let rows = story.row_count();
    let height_px = FRAME_PX + LANE_PX * rows.min(ROWS_MAX) as f64;
    let mut picture = lay_out(story, &View::whole(width_px, height_px, axis, label_texts));
    if rows > ROWS_MAX {
        picture.height_px = height_px;
    }
    picture
}

/// Lays out a run with all its lanes, however low they get in a picture of this height, and goes on
/// with a progressive rendering.
pub fn with_all_lanes(
    story: StoryView<'_>,
    (width_px, height_max_px): (f64, f64),
    axis: Axis,
    label_texts: &LabelTexts,
    progressive: &mut Progressive,
) -> Picture {
    let height_px = FRAME_PX + LANE_PX * story.row_count() as f64;
    let mut view = View::whole(width_px, height_px.min(height_max_px), axis, label_texts);
    // The lowest rows with which all are seen.
    view.window.row_px = Some(0.0);
    lay_out_on(story, &view, progressive)
}

/// The space around the legend and between its entries, and the height of one of its lines.
const AROUND_PX: f64 = 12.0;
const BETWEEN_PX: f64 = 16.0;
const LINE_PX: f64 = 22.0;

/// The width of a sample, and the distance from its left edge to its name.
const SAMPLE_PX: f64 = 16.0;
const NAME_PX: f64 = 22.0;

/// Adds what the colours mean below a picture.
pub fn add_legend(
    picture: &mut Picture,
    story: StoryView<'_>,
    width_px: f64,
    label_texts: &LabelTexts,
) {
    let mut x_px = AROUND_PX;
    let mut y_px = picture.height_px + LINE_PX / 2.0;
    for kind in story.state_kinds() {
        let name = label_texts.legend(*kind);
        let entry_px = NAME_PX + text_width_px(&name);
        if x_px > AROUND_PX && x_px + entry_px > width_px - AROUND_PX {
            (x_px, y_px) = (AROUND_PX, y_px + LINE_PX);
        }
        picture.shapes.push(sample(*kind, x_px, y_px));
        picture
            .shapes
            .push(Shape::text(x_px + NAME_PX, y_px, name, Ink::Muted));
        x_px += entry_px + BETWEEN_PX;
    }
    picture.height_px = y_px + LINE_PX / 2.0 + AROUND_PX;
}

/// Draws a kind of states as its bars are drawn.
fn sample(kind: StateKind, x_px: f64, y_px: f64) -> Shape {
    let (ink, _, pattern) = style(kind);
    let height_px = match kind {
        StateKind::Ready => 5.0,
        StateKind::Idle => 2.0,
        _ => 12.0,
    };
    Shape::Rect {
        x_px,
        y_px: y_px - height_px / 2.0,
        width_px: SAMPLE_PX,
        height_px,
        radius_px: height_px.min(6.0) / 2.0,
        ink,
        pattern,
    }
}
