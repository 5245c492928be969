//! Laying out a story: the order in which the parts of a picture are drawn, and the playhead.

use crate::story::StoryView;

use super::density::crowd::Density;
use super::drawing::Drawing;
use super::label_texts::{Label, SECONDS};
use super::rows::queue_strips::strips_px;
use super::rows::row_layout::{AXIS_PX, Rows};
use super::{
    Axis, CollapsedRows, Ink, Margins, Picture, Progressive, Scale, Shape, View, text_width_px,
};

/// The height of the band in which collapsed lanes are seen, at least and at most.
const COLLAPSED_PX: (f64, f64) = (3.0, 8.0);

/// How far behind the end of a task its sign is.
pub(super) const SIGN_PX: f64 = 12.0;

/// From the end of a run to where it is said.
const DONE_PX: f64 = 30.0;

/// The space between that band and the next bar.
const APART_PX: f64 = 7.0;

/// Lays out a story.
pub fn lay_out(story: StoryView<'_>, view: &View<'_>) -> Picture {
    lay_out_on(story, view, &mut Progressive::exact())
}

/// Lays out a story, and goes on with a progressive rendering where spans are too many.
pub fn lay_out_on(story: StoryView<'_>, view: &View<'_>, progressive: &mut Progressive) -> Picture {
    let (drawing, margins) = Drawing::fit(story, view);
    let bottom_px = drawing.rows.bottom_px() + 4.0;
    progressive.begin();
    let mut shapes = drawing.axis(bottom_px);
    drawing.blocked_shades(bottom_px, &mut shapes);
    drawing.path(&mut shapes);
    drawing.pointed(&mut shapes);
    drawing.queue_strips(&mut shapes);
    let mut bars = Vec::new();
    let mut endings = Vec::new();
    let is_crowd = drawing.is_crowded();
    if is_crowd {
        let size_px = (view.width_px, view.height_px);
        let rows = drawing.rows.clone();
        let density = Density::new(None, drawing.scale, rows, size_px, drawing.present);
        shapes.push(Shape::Density(progressive.bands(story, density)));
    } else {
        for (number, row) in drawing.visible() {
            drawing.row(number, &row, (&mut shapes, &mut endings, &mut bars));
        }
        drawing.arrows(&mut shapes);
        drawing.signs(&mut shapes);
    }
    drawing.collapsed(progressive, &mut shapes);
    drawing.veil(bottom_px, &mut shapes, &mut endings);
    drawing.names(&mut shapes);
    drawing.done(&mut shapes);
    drawing.playhead(bottom_px, &mut shapes);
    // At the end of a run the playhead stands where this is said, and must not hide it.
    shapes.append(&mut endings);
    Picture {
        shapes,
        height_px: drawing.rows.height_px(),
        scale: drawing.scale,
        is_crowd,
        margins,
        rows: drawing.rows,
        bars,
    }
}

impl<'a> Drawing<'a> {
    /// Fits a story into a view. Returns the margins that the story needs, too.
    fn fit(story: StoryView<'a>, view: &'a View<'a>) -> (Drawing<'a>, Margins) {
        let hidden = view.collapsed.map(CollapsedRows::hidden);
        let hidden = hidden.unwrap_or_default();
        let margins = Margins::of(story, view, &hidden);
        let shared = view.beside.map_or(margins, |other| margins.with(other));
        let axis = match view.axis {
            // Pictures are compared by time.
            Axis::Auto if view.beside.is_some() => Axis::Time,
            axis => axis,
        };
        let plot = shared.plot(view.width_px);
        let fitted = || Scale::fit(axis, shared.end, plot).seen(view.window);
        let scale = view.held.unwrap_or_else(fitted);
        let heights_px = (AXIS_PX + strips_px(story, view), view.height_px);
        let drawing = Drawing {
            story,
            view,
            present: margins
                .end
                .at_time(view.horizon.unwrap_or(margins.end.time)),
            scale,
            rows: Rows::fit(story.row_count(), hidden, heights_px, view.window),
            left: story.events_by(scale.point_from_x(story.builder(), plot.left_px)),
        };
        (drawing, margins)
    }

    /// Shades the stretches in which one task blocked the loop, across all lanes.
    fn blocked_shades(&self, bottom_px: f64, shapes: &mut Vec<Shape>) {
        let blocks = self.story.blocks();
        for (from, to) in blocks.filter(|(from, _)| self.view.shows(from.time)) {
            let to = to.at_time(self.view.horizon.unwrap_or(to.time).min(to.time));
            let from_px = self.scale.x_from_point(from).max(self.scale.plot.left_px);
            let to_px = self.scale.x_from_point(to).min(self.view.width_px);
            if from_px < to_px {
                let corner_px = (from_px, AXIS_PX - 6.0);
                let size_px = (to_px - from_px, bottom_px - AXIS_PX + 6.0);
                shapes.push(Shape::rect(corner_px, size_px, 6.0, Ink::BlockedShade));
            }
        }
    }

    /// Draws collapsed lanes as a thin band below the bar of their row, where there is room.
    fn collapsed(&self, progressive: &mut Progressive, shapes: &mut Vec<Shape>) {
        let band_px = (self.rows.row_px - self.rows.bar_px() - APART_PX).min(COLLAPSED_PX.1);
        if band_px < COLLAPSED_PX.0 || self.rows.per_band > 1 {
            return;
        }
        for row in self.rows.seen(self.view.height_px) {
            if self.rows.hidden.count_under(row).is_none() {
                continue;
            }
            let (rows, size_px) = (self.rows.clone(), (self.view.width_px, band_px));
            let density = Density::new(Some(row), self.scale, rows, size_px, self.present);
            let mut bands = progressive.bands(self.story, density);
            bands.y_px = self.rows.y_from_lane(row) + self.rows.bar_px() / 2.0 + 2.0;
            (bands.band_px, bands.bar_px) = (band_px, band_px);
            shapes.push(Shape::Density(bands));
        }
    }

    /// Makes pale what is still to come when the playhead is where it is; its labels, and the handles that
    /// are dragged, stay as they are. Of the endings those are taken that are still to come.
    fn veil(&self, bottom_px: f64, shapes: &mut Vec<Shape>, endings: &mut Vec<Shape>) {
        let Some(playhead) = self.view.playhead.filter(|at| *at < self.story.end()) else {
            return;
        };
        let from_px = self.scale.x_from_point(playhead);
        let left_px = from_px.max(self.scale.plot.left_px);
        if left_px >= self.view.width_px {
            return;
        }
        let is_told = |shape: &Shape| match shape {
            Shape::Text { .. } => true,
            Shape::Rect { ink, .. } => {
                matches!(ink, Ink::SleepingText | Ink::BlockingText | Ink::Hover)
            }
            _ => false,
        };
        // What is said of an ending stands behind its sign, and that behind the end.
        let is_past = |shape: &Shape| match shape {
            Shape::Text { x_px, .. } => x_px - 2.0 * SIGN_PX <= from_px,
            Shape::Mark { at_px, .. } => at_px.0 - SIGN_PX <= from_px,
            _ => true,
        };
        let (told, rest): (Vec<_>, Vec<_>) = shapes.drain(..).partition(is_told);
        let (past, to_come): (Vec<_>, Vec<_>) = endings.drain(..).partition(is_past);
        shapes.extend(rest.into_iter().chain(to_come));
        endings.extend(past);
        let size_px = (self.view.width_px - left_px, bottom_px - AXIS_PX + 6.0);
        shapes.push(Shape::rect(
            (left_px, AXIS_PX - 6.0),
            size_px,
            0.0,
            Ink::Veil,
        ));
        shapes.extend(told);
    }

    /// Says when the run was over, where it is compared with a longer one and the playhead is behind its end.
    fn done(&self, shapes: &mut Vec<Shape>) {
        let (view, end) = (self.view, self.story.end());
        let is_past = view
            .playhead
            .is_some_and(|playhead| playhead.time > end.time);
        if view.beside.is_none() || !is_past {
            return;
        }
        let text = view
            .label_texts
            .label(Label::Done, SECONDS, &end.time.decimal(2));
        // Behind the mark of main, which ends with the run; or where that is out of sight.
        let x_px = (self.scale.x_from_point(end) + DONE_PX).max(self.scale.plot.left_px);
        if x_px + text_width_px(&text) > view.width_px {
            return;
        }
        let y_px = self.rows.y_from_lane(0).max(AXIS_PX + 12.0);
        shapes.push(Shape::text(x_px, y_px, text, Ink::Muted));
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
        let (at_px, radius_px, ink) = ((x_px, top_px), 5.0, Ink::Playhead);
        shapes.push(Shape::line(at_px, (x_px, bottom_px), ink, 1.5));
        shapes.push(Shape::Dot {
            at_px,
            radius_px,
            ink,
        });
    }
}
