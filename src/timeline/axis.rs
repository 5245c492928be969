//! The axis: the columns of stretched moments, or the lines of times, below the labels.

use crate::runtime::Nanos;
use crate::story::Moment;

use super::axis_labels::{Labels, SPACINGS_PX, Tick, tick_step};
use super::drawing::Drawing;
use super::rows::row_layout::AXIS_PX;
use super::{Axis, Ink, Shape};

impl Drawing<'_> {
    /// Draws the columns of the axis, which end at `bottom_px`, and its labels.
    pub(super) fn axis(&self, bottom_px: f64) -> Vec<Shape> {
        match self.scale.axis {
            Axis::Time => self.times(bottom_px),
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
        let end = end.max(first);
        let mut shapes = self.columns(&moments[first..end], bottom_px);
        let labels = self.moment_labels(moments, first, end);
        shapes.extend(labels.placed.into_iter().map(label));
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

    fn times(&self, bottom_px: f64) -> Vec<Shape> {
        let (view, scale) = (self.view, self.scale);
        let beside = view.beside.map_or(Nanos::ZERO, |other| other.end.time);
        let own = self.story.end().time.max(view.horizon.unwrap_or_default());
        let range_s = (0.0, own.max(beside).seconds());
        let (mut labels, mut lines_px) = (Labels::default(), Vec::new());
        for spacing_px in SPACINGS_PX {
            labels = Labels::default();
            let step_s = tick_step(scale.px_per_s, spacing_px);
            let ticks = self.ticks(scale.left_px, scale.px_per_s, range_s, step_s);
            for (x_px, time) in &ticks {
                let text = view.label_texts.seconds(*time, 9);
                labels.place((*x_px, text), view.width_px);
            }
            lines_px = ticks.into_iter().map(|(x_px, _)| x_px).collect();
            if labels.are_enough() {
                break;
            }
            // Ticks that are nearer to each other have lines only where they have labels.
            lines_px = labels.placed.iter().map(|(x_px, _)| *x_px).collect();
        }
        let line = |x_px| {
            let (top, bottom) = ((x_px, AXIS_PX - 6.0), (x_px, bottom_px));
            Shape::line(top, bottom, Ink::Line, 1.0)
        };
        let lines = lines_px.into_iter().map(line);
        lines.chain(labels.placed.into_iter().map(label)).collect()
    }
}

fn label((x_px, text): Tick) -> Shape {
    Shape::text(x_px, AXIS_PX - 17.0, text, Ink::Muted)
}
