//! Laying out a story: lanes, spans, marks, arrows and the playhead.

use crate::story::{Point, StoryView};

use super::axis::axis_shapes;
use super::density::crowd::Density;
use super::density::progressive::Progressive;
use super::drawing::Drawing;
use super::ink::Ink;
use super::margins::Margins;
use super::picture::Picture;
use super::rows::collapsed_rows::CollapsedRows;
use super::rows::queue_strips::levels_px;
use super::rows::row_layout::{AXIS_PX, Rows};
use super::scale::{Axis, Scale};
use super::shape::{Pattern, Shape};
use super::view::View;

/// Lays out a story.
#[must_use]
pub fn lay_out(story: StoryView<'_>, view: &View<'_>) -> Picture {
    lay_out_on(story, view, &mut Progressive::exact())
}

/// Lays out a story on what is sketched already, and sketches on.
#[must_use]
pub fn lay_out_on(story: StoryView<'_>, view: &View<'_>, sketch: &mut Progressive) -> Picture {
    let hidden = view.folds.map(CollapsedRows::hidden).unwrap_or_default();
    let margins = Margins::of(story, view, &hidden);
    let shared = view.beside.map_or(margins, |other| margins.with(other));
    let axis = match view.axis {
        // What is compared is compared by time.
        Axis::Auto if view.beside.is_some() => Axis::Time,
        axis => axis,
    };
    let plot = shared.plot(view.width_px);
    let fitted = || Scale::fit(axis, shared.end, plot).seen(view.window);
    let scale = view.held.unwrap_or_else(fitted);
    let heights_px = (AXIS_PX + levels_px(story, view), view.height_px);
    let rows = Rows::fit(story.row_count(), hidden, heights_px, view.window);
    let bottom_px = rows.bottom_px() + 4.0;

    let present = Point {
        time: view.horizon.unwrap_or(margins.end.time),
        order: margins.end.order,
    };
    let drawing = Drawing {
        story,
        view,
        present,
        scale,
        rows,
        left: story.events_by(scale.point_from_x(story.builder(), plot.left_px)),
    };
    sketch.begin();
    let mut shapes = axis_shapes(story.builder(), &scale, view, bottom_px);
    drawing.blocked_shades(bottom_px, &mut shapes);
    drawing.path(&mut shapes);
    drawing.levels(&mut shapes);
    let mut bars = Vec::new();
    if drawing.is_crowded() {
        let size_px = (view.width_px, view.height_px);
        let density = Density::new(scale, drawing.rows.clone(), size_px, present);
        shapes.push(sketch.shape(story, density));
    } else {
        for (number, row) in drawing.visible() {
            drawing.row(number, &row, (&mut shapes, &mut bars));
        }
        drawing.arrows(&mut shapes);
        drawing.signs(&mut shapes);
    }
    drawing.folded(sketch, &mut shapes);
    drawing.names(&mut shapes);
    drawing.playhead(bottom_px, &mut shapes);
    Picture {
        shapes,
        height_px: drawing.rows.height_px(),
        scale,
        margins,
        rows: drawing.rows,
        bars,
    }
}

impl Drawing<'_> {
    /// Shades the stretches in which one task stopped the loop, across all lanes.
    fn blocked_shades(&self, bottom_px: f64, shapes: &mut Vec<Shape>) {
        for (from, to) in self
            .story
            .blocks()
            .filter(|(from, _)| self.view.shows(from.time))
        {
            let to = Point {
                time: self.view.horizon.unwrap_or(to.time).min(to.time),
                ..to
            };
            let (left_px, right_px) = (self.scale.plot.left_px, self.view.width_px);
            let from_px = self.scale.x_from_point(from).max(left_px);
            let to_px = self.scale.x_from_point(to).min(right_px);
            if from_px >= to_px {
                continue;
            }
            shapes.push(Shape::Rect {
                x_px: from_px,
                y_px: AXIS_PX - 6.0,
                width_px: to_px - from_px,
                height_px: bottom_px - AXIS_PX + 6.0,
                radius_px: 6.0,
                ink: Ink::BlockedShade,
                pattern: Pattern::Plain,
            });
        }
    }

    fn playhead(&self, bottom_px: f64, shapes: &mut Vec<Shape>) {
        let Some(playhead) = self.view.playhead else {
            return;
        };
        let x_px = self.scale.x_from_point(playhead);
        if !self.scale.is_in_plot(x_px) || x_px > self.view.width_px {
            return;
        }
        let top_px = AXIS_PX - 6.0;
        shapes.push(Shape::Line {
            from_px: (x_px, top_px),
            to_px: (x_px, bottom_px),
            ink: Ink::Playhead,
            width_px: 1.5,
        });
        shapes.push(Shape::Dot {
            at_px: (x_px, top_px),
            radius_px: 5.0,
            ink: Ink::Playhead,
        });
    }
}
