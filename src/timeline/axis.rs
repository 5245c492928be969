//! The axis: the columns of stretched moments, and labels of time that do not touch.

use crate::runtime::Nanos;
use crate::story::Moment;

use super::drawing::Drawing;
use super::rows::row_layout::AXIS_PX;
use super::{Axis, Ink, Shape, text_width_px};

/// The space between two labels.
const GAP_PX: f64 = 10.0;

impl Drawing<'_> {
    /// Draws the columns of the axis, which end at `bottom_px`, and its labels.
    pub(super) fn axis(&self, bottom_px: f64) -> Vec<Shape> {
        match self.scale.axis {
            Axis::Time => self.ticks(bottom_px),
            _ => self.moments(bottom_px),
        }
    }

    fn moments(&self, bottom_px: f64) -> Vec<Shape> {
        let column = |moment: &Moment| self.scale.column(moment);
        let (left_px, right_px) = (self.scale.plot.left_px, self.view.width_px);
        let moments = self.story.moments();
        let shown = moments.partition_point(|moment| self.view.shows(moment.time));
        let moments = &moments[..shown];
        let first = moments.partition_point(|moment| column(moment).1 < left_px - 0.01);
        let end = moments.partition_point(|moment| column(moment).0 <= right_px);
        let moments = &moments[first..end.max(first)];
        let mut shapes = self.columns(moments, bottom_px);
        let mut rest = moments;
        while let Some(moment) = rest.first() {
            let from_px = column(moment).0;
            let text = self.view.label_texts.seconds(moment.time.seconds());
            let to_px = from_px + text_width_px(&text);
            let mut free_from_px = from_px;
            if from_px >= left_px - 0.01 && to_px <= right_px {
                shapes.push(label(from_px, text));
                free_from_px = to_px + GAP_PX;
            }
            let next = rest.partition_point(|moment| column(moment).0 < free_from_px);
            rest = &rest[next.max(1)..];
        }
        shapes
    }

    /// Draws the columns of moments: a single one where there are more moments than pixels.
    fn columns(&self, moments: &[Moment], bottom_px: f64) -> Vec<Shape> {
        let (left_px, right_px) = (self.scale.plot.left_px - 4.0, self.view.width_px);
        let edges = |moment| self.scale.column(moment);
        let column = |(from_px, to_px): (f64, f64)| {
            let from_px = from_px.max(left_px);
            let corner_px = (from_px - 3.0, AXIS_PX - 6.0);
            let width_px = to_px.min(right_px) - from_px + 6.0;
            let size_px = (width_px, bottom_px - AXIS_PX + 6.0);
            Shape::rect(corner_px, size_px, 6.0, Ink::Column)
        };
        match moments {
            [first, .., last] if moments.len() as f64 > right_px => {
                vec![column((edges(first).0, edges(last).1))]
            }
            _ => moments.iter().map(edges).map(column).collect(),
        }
    }

    fn ticks(&self, bottom_px: f64) -> Vec<Shape> {
        let (view, scale) = (self.view, self.scale);
        let mut shapes = Vec::new();
        let beside = view.beside.map_or(Nanos::ZERO, |other| other.end.time);
        let own = self.story.end().time.max(view.horizon.unwrap_or_default());
        let end_s = own.max(beside).seconds();
        let step_s = tick_step_s(scale.px_per_s);
        let first = ((scale.plot.left_px - scale.left_px) / scale.px_per_s / step_s).ceil();
        for tick in 0..1000 {
            let time_s = (first + f64::from(tick)) * step_s;
            let x_px = scale.left_px + scale.px_per_s * time_s;
            if time_s > end_s || x_px > view.width_px {
                break;
            }
            let (top, bottom) = ((x_px, AXIS_PX - 6.0), (x_px, bottom_px));
            shapes.push(Shape::line(top, bottom, Ink::Line, 1.0));
            let text = view.label_texts.seconds(time_s);
            if x_px + text_width_px(&text) <= view.width_px {
                shapes.push(label(x_px, text));
            }
        }
        shapes
    }
}

/// Returns a step between ticks, of 1, 2 or 5 times a power of ten, that leaves room for labels.
fn tick_step_s(px_per_s: f64) -> f64 {
    let wanted_s = 76.0 / px_per_s.max(1e-9);
    let mut power = 1e-9;
    while power * 10.0 < wanted_s {
        power *= 10.0;
    }
    let mut factors = [1.0, 2.0, 5.0].into_iter();
    let factor = factors.find(|factor| factor * power >= wanted_s);
    factor.unwrap_or(10.0) * power
}

fn label(x_px: f64, text: String) -> Shape {
    Shape::text(x_px, AXIS_PX - 17.0, text, Ink::Muted)
}
