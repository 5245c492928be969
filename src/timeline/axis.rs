//! The axis: the columns of stretched moments, and labels of time that do not touch.

use crate::runtime::Nanos;
use crate::story::{Moment, StoryBuilder};

use super::ink::Ink;
use super::rows::row_layout::AXIS_PX;
use super::scale::{Axis, Scale};
use super::shape::Shape;
use super::text::text_width_px;
use super::view::View;

/// The space between two labels.
const GAP_PX: f64 = 10.0;

/// Draws the columns and the labels. `bottom_px` is where the columns end.
pub(super) fn axis_shapes(
    builder: &StoryBuilder,
    scale: &Scale,
    view: &View<'_>,
    bottom_px: f64,
) -> Vec<Shape> {
    match scale.axis {
        Axis::Time => time_shapes(builder, scale, view, bottom_px),
        _ => moment_shapes(builder, scale, view, bottom_px),
    }
}

fn moment_shapes(
    builder: &StoryBuilder,
    scale: &Scale,
    view: &View<'_>,
    bottom_px: f64,
) -> Vec<Shape> {
    let (left_px, right_px) = (scale.plot.left_px, view.width_px);
    let shown = builder
        .moments
        .partition_point(|moment| view.shows(moment.time));
    let moments = &builder.moments[..shown];
    let first = moments.partition_point(|moment| scale.column(moment).1 < left_px - 0.01);
    let end = moments.partition_point(|moment| scale.column(moment).0 <= right_px);
    let moments = &moments[first..end.max(first)];
    let mut shapes = columns(moments, scale, view, bottom_px);
    let mut rest = moments;
    while let Some(moment) = rest.first() {
        let from_px = scale.column(moment).0;
        let text = view.label_texts.seconds(moment.time.seconds());
        let width_px = text_width_px(&text);
        let is_seen = from_px >= left_px - 0.01 && from_px + width_px <= right_px;
        let free_from_px = if is_seen {
            shapes.push(label(from_px, text));
            from_px + width_px + GAP_PX
        } else {
            from_px
        };
        let next = rest.partition_point(|moment| scale.column(moment).0 < free_from_px);
        rest = &rest[next.max(1)..];
    }
    shapes
}

/// Draws the columns of moments: a single one where there are more moments than pixels.
fn columns(moments: &[Moment], scale: &Scale, view: &View<'_>, bottom_px: f64) -> Vec<Shape> {
    let (left_px, right_px) = (scale.plot.left_px - 4.0, view.width_px);
    let column = |(from_px, to_px): (f64, f64)| {
        let from_px = from_px.max(left_px);
        let corner_px = (from_px - 3.0, AXIS_PX - 6.0);
        let width_px = to_px.min(right_px) - from_px + 6.0;
        let size_px = (width_px, bottom_px - AXIS_PX + 6.0);
        Shape::rect(corner_px, size_px, 6.0, Ink::Column)
    };
    match (moments.first(), moments.last()) {
        (Some(first), Some(last)) if moments.len() as f64 > right_px => {
            vec![column((scale.column(first).0, scale.column(last).1))]
        }
        _ => moments
            .iter()
            .map(|moment| column(scale.column(moment)))
            .collect(),
    }
}

fn time_shapes(
    builder: &StoryBuilder,
    scale: &Scale,
    view: &View<'_>,
    bottom_px: f64,
) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let end_s = builder
        .end
        .time
        .max(view.horizon.unwrap_or_default())
        .max(view.beside.map_or(Nanos::ZERO, |other| other.end.time))
        .seconds();
    let step_s = tick_step_s(scale.px_per_s);
    let left_px = scale.plot.left_px;
    let first = ((left_px - scale.left_px) / scale.px_per_s / step_s).ceil();
    for tick in 0..1000 {
        let time_s = (first + f64::from(tick)) * step_s;
        let x_px = scale.left_px + scale.px_per_s * time_s;
        if time_s > end_s || x_px > view.width_px {
            break;
        }
        shapes.push(Shape::line(
            (x_px, AXIS_PX - 6.0),
            (x_px, bottom_px),
            Ink::Line,
            1.0,
        ));
        let text = view.label_texts.seconds(time_s);
        if x_px + text_width_px(&text) <= view.width_px {
            shapes.push(label(x_px, text));
        }
    }
    shapes
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
    Shape::text(x_px, AXIS_PX - 17.0, text, Ink::Muted)
}
