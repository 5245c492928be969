//! The axis: columns of opened moments, and labels of time that do not touch.

use crate::runtime::Nanos;
use crate::story::{Point, Story};

use super::rows::AXIS_PX;
use super::scale::{Axis, Scale};
use super::shape::{Ink, Pattern, Shape};
use super::text::text_width_px;
use super::view::View;

/// The space between two labels.
const GAP_PX: f64 = 10.0;

/// Draws the columns and the labels. `bottom_px` is where the columns end.
pub(super) fn axis_shapes(
    story: &Story,
    scale: &Scale,
    view: &View<'_>,
    bottom_px: f64,
) -> Vec<Shape> {
    match scale.axis {
        Axis::Time => time_shapes(story, scale, view, bottom_px),
        _ => moment_shapes(story, scale, view, bottom_px),
    }
}

fn moment_shapes(story: &Story, scale: &Scale, view: &View<'_>, bottom_px: f64) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut free_from_px = f64::MIN;
    for moment in story
        .moments
        .iter()
        .filter(|moment| view.shows(moment.time))
    {
        let (from_px, to_px) = scale.column(moment);
        shapes.push(Shape::Rect {
            x_px: from_px - 3.0,
            y_px: AXIS_PX - 6.0,
            width_px: to_px - from_px + 6.0,
            height_px: bottom_px - AXIS_PX + 6.0,
            radius_px: 6.0,
            ink: Ink::Column,
            pattern: Pattern::Plain,
        });
        let text = view.words.seconds(moment.time.seconds());
        let width_px = text_width_px(&text);
        if from_px >= free_from_px && from_px + width_px <= view.width_px {
            free_from_px = from_px + width_px + GAP_PX;
            shapes.push(label(from_px, text));
        }
    }
    shapes
}

fn time_shapes(story: &Story, scale: &Scale, view: &View<'_>, bottom_px: f64) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let end_s = story
        .end
        .time
        .max(view.horizon.unwrap_or_default())
        .seconds();
    let step_s = tick_step_s(scale.px_per_s);
    let mut tick = 0_u32;
    loop {
        let time_s = f64::from(tick) * step_s;
        if time_s > end_s || tick > 1000 {
            return shapes;
        }
        let x_px = scale.x_from_point(Point {
            time: Nanos::from_seconds(time_s),
            order: 0.0,
        });
        shapes.push(Shape::Line {
            from_px: (x_px, AXIS_PX - 6.0),
            to_px: (x_px, bottom_px),
            ink: Ink::Line,
            width_px: 1.0,
        });
        let text = view.words.seconds(time_s);
        if x_px + text_width_px(&text) <= view.width_px {
            shapes.push(label(x_px, text));
        }
        tick += 1;
    }
}

/// Returns a step between ticks, of 1, 2 or 5 times a power of ten, that leaves room for labels.
fn tick_step_s(px_per_s: f64) -> f64 {
    let wanted_s = 76.0 / px_per_s.max(1e-9);
    let mut power = 1e-9;
    while power * 10.0 < wanted_s {
        power *= 10.0;
    }
    let factors = [1.0, 2.0, 5.0, 10.0];
    let factor = factors
        .into_iter()
        .find(|factor| factor * power >= wanted_s)
        .unwrap_or(10.0);
    factor * power
}

fn label(x_px: f64, text: String) -> Shape {
    Shape::Text {
        x_px,
        y_px: AXIS_PX - 17.0,
        text,
        ink: Ink::Muted,
    }
}
