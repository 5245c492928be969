//! Laying out a story: lanes, spans, marks, arrows and the playhead.

use crate::story::{Ending, Point, Row, Span, State, Told};

use super::axis::axis_shapes;
use super::density::Density;
use super::folds::Folds;
use super::grips;
use super::labels::{ending_text, label, look};
use super::levels::levels_px;
use super::margins::Margins;
use super::mark::Mark;
use super::rows::{AXIS_PX, Rows};
use super::scale::{Axis, Scale};
use super::shape::{Ink, Pattern, Shape};
use super::sketch::Sketch;
use super::slide::Bar;
use super::text::text_width_px;
use super::view::View;

/// A picture: its shapes, and what is needed to find things in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What to paint, in order.
    pub shapes: Vec<Shape>,
    /// How high the picture is with all its lanes.
    pub height_px: f64,
    /// The mapping between points and pixels.
    pub scale: Scale,
    /// The room that this run needs, beside another or not.
    pub margins: Margins,
    pub(super) rows: Rows,
    /// The bars that were drawn one by one, in order.
    pub(super) bars: Vec<Bar>,
}

impl Picture {
    /// Returns the height of a row.
    #[must_use]
    pub fn row_px(&self) -> f64 {
        self.rows.row_px
    }

    /// Returns the middle of a row.
    #[must_use]
    pub fn row_y_px(&self, row: usize) -> f64 {
        self.rows.y_from_lane(row)
    }
}

/// More spans than these are not drawn one by one.
const SPANS_MAX: usize = 2000;

/// Lays out a story.
#[must_use]
pub fn lay_out(told: Told<'_>, view: &View<'_>) -> Picture {
    lay_out_on(told, view, &mut Sketch::exact())
}

/// Lays out a story on what is sketched already, and sketches on.
#[must_use]
pub fn lay_out_on(told: Told<'_>, view: &View<'_>, sketch: &mut Sketch) -> Picture {
    let hidden = view.folds.map(Folds::hidden).unwrap_or_default();
    let margins = Margins::of(told, view, &hidden);
    let shared = view.beside.map_or(margins, |other| margins.with(other));
    let axis = match view.axis {
        // What is compared is compared by time.
        Axis::Auto if view.beside.is_some() => Axis::Time,
        axis => axis,
    };
    let plot = shared.plot(view.width_px);
    let fitted = || Scale::fit(axis, shared.end, plot).seen(view.window);
    let scale = view.held.unwrap_or_else(fitted);
    let heights_px = (AXIS_PX + levels_px(told, view), view.height_px);
    let rows = Rows::fit(told.row_count(), hidden, heights_px, view.window);
    let bottom_px = rows.bottom_px() + 4.0;

    let present = Point {
        time: view.horizon.unwrap_or(margins.end.time),
        order: margins.end.order,
    };
    let drawing = Drawing {
        told,
        view,
        present,
        scale,
        rows,
        left: told.events_by(scale.point_from_x(told.story(), plot.left_px)),
    };
    sketch.begin();
    let mut shapes = axis_shapes(told.story(), &scale, view, bottom_px);
    drawing.blocked_shades(bottom_px, &mut shapes);
    drawing.path(&mut shapes);
    drawing.levels(&mut shapes);
    let mut bars = Vec::new();
    if drawing.is_crowded() {
        let size_px = (view.width_px, view.height_px);
        let density = Density::new(scale, drawing.rows.clone(), size_px, present);
        shapes.push(sketch.shape(told, density));
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

/// A story being drawn.
pub(super) struct Drawing<'a> {
    pub(super) told: Told<'a>,
    pub(super) view: &'a View<'a>,
    /// Where that ends which goes on.
    pub(super) present: Point,
    pub(super) scale: Scale,
    pub(super) rows: Rows,
    /// How many events are left of the plot.
    pub(super) left: usize,
}

impl Drawing<'_> {
    /// Returns the rows that can be seen, with their numbers.
    pub(super) fn visible(&self) -> impl Iterator<Item = (usize, Row<'_>)> {
        let numbers = self.rows.seen(self.view.height_px);
        numbers.filter_map(|number| Some((number, self.told.row(number)?)))
    }

    /// Says whether a row can be seen.
    pub(super) fn is_shown(&self, row: usize) -> bool {
        !self.rows.is_hidden(row) && self.rows.is_seen(row, self.view.height_px)
    }

    /// Says whether there are more spans to be seen than can be drawn one by one.
    fn is_crowded(&self) -> bool {
        if self.rows.per_band > 1 {
            return true;
        }
        let story = self.told.story();
        let right = self.scale.point_from_x(story, self.view.width_px);
        let right = self.told.events_by(right);
        let mut rows = self.visible();
        let mut spans = 0;
        rows.any(|(_, row)| {
            spans += row.count_between(self.left, right);
            spans > SPANS_MAX
        })
    }

    fn row(&self, index: usize, row: &Row<'_>, (shapes, bars): (&mut Vec<Shape>, &mut Vec<Bar>)) {
        for span in row.spans_since(self.left) {
            let is_right = self.scale.x_from_point(span.from) > self.view.width_px;
            if is_right || !self.view.shows(span.from.time) {
                break;
            }
            let edges_px = self.edges(index, &span);
            bars.push(((index, span.number), edges_px));
            self.span((index, row), &span, edges_px, shapes);
            let is_marked = |marked| marked == Some((index, span.number));
            if is_marked(self.view.hover) || is_marked(self.view.selected) {
                self.outline(index, edges_px, shapes);
            }
        }
        if let Row::Task(lane) = row
            && let Some((at, ending)) = lane.ending()
            && self.view.shows(at.time)
        {
            self.ending(index, at, ending, shapes);
        }
    }

    /// Returns the edges of what is seen of a span, at least as wide as can be seen.
    fn edges(&self, lane: usize, span: &Span) -> (f64, f64) {
        let left_px = self.scale.plot.left_px;
        let from_px = self.scale.x_from_point(span.from).max(left_px);
        let to = span
            .to
            .filter(|to| self.view.shows(to.time))
            .unwrap_or(self.present);
        let to_px = self.scale.x_from_point(to);
        let width_min_px = if span.state == State::Running {
            2.0
        } else {
            0.0
        };
        let to_px = to_px.max(from_px + width_min_px);
        // A span goes on beyond the edge of the picture, but for what zooming makes endless.
        let edges_px = (from_px, to_px.min(self.view.width_px + 100.0));
        let slide = self.view.slide;
        slide.map_or(edges_px, |slide| slide.edges((lane, span.number), edges_px))
    }

    fn span(
        &self,
        (lane, row): (usize, &Row<'_>),
        span: &Span,
        (from_px, to_px): (f64, f64),
        shapes: &mut Vec<Shape>,
    ) {
        if to_px - from_px < 0.5 {
            return;
        }
        let (ink, text_ink, pattern) = look(span.state);
        let bar_px = self.rows.bar_px();
        let height_px = match span.state {
            State::Ready(_) => (bar_px * 0.4).round(),
            State::Idle => 2.0,
            State::Running | State::Blocking | State::Working(_) => bar_px,
            _ => (bar_px * 0.86).round(),
        };
        let y_px = self.rows.y_from_lane(lane);
        // A hair of ground between neighbours, where there is room for it.
        let gap_px = if to_px - from_px > 6.0 { 1.0 } else { 0.0 };
        shapes.push(Shape::Rect {
            x_px: from_px + gap_px,
            y_px: y_px - height_px / 2.0,
            width_px: to_px - from_px - 2.0 * gap_px,
            height_px,
            radius_px: (height_px / 2.0).min(4.0).min((to_px - from_px) / 2.0),
            ink,
            pattern,
        });
        let mut room_px = to_px - from_px - 16.0;
        if let Some(grips) = self.view.grips
            && let Some((_, _, end_px)) = grips.of((lane, row), span, &self.scale)
        {
            shapes.push(grips.shape((lane, span), (end_px, y_px), bar_px));
            room_px -= grips::ROOM_PX;
        }
        if let Some(text) =
            label(self.told, self.view.words, span, room_px).filter(|_| bar_px >= 12.0)
        {
            shapes.push(Shape::Text {
                x_px: from_px + 8.0,
                y_px,
                text,
                ink: text_ink,
            });
        }
    }

    fn outline(&self, lane: usize, (from_px, to_px): (f64, f64), shapes: &mut Vec<Shape>) {
        let y_px = self.rows.y_from_lane(lane) + self.rows.bar_px() / 2.0 + 2.0;
        shapes.push(Shape::Line {
            from_px: (from_px, y_px),
            to_px: (to_px, y_px),
            ink: Ink::Hover,
            width_px: 2.0,
        });
    }

    fn ending(&self, lane: usize, at: Point, ending: Ending<'_>, shapes: &mut Vec<Shape>) {
        let (mark, ink) = match ending {
            Ending::Returned(_) => (Mark::Check, Ink::Returned),
            Ending::Raised(_) => (Mark::Cross, Ink::Failed),
            Ending::Cancelled => (Mark::Stop, Ink::Cancelled),
        };
        let (x_px, y_px) = (
            self.scale.x_from_point(at) + 12.0,
            self.rows.y_from_lane(lane),
        );
        if !self.scale.is_in_plot(x_px - 12.0) || x_px > self.view.width_px {
            return;
        }
        shapes.push(Shape::Mark {
            at_px: (x_px, y_px),
            mark,
            ink,
        });
        let text = ending_text(ending, self.view.words);
        let text_x_px = x_px + 12.0;
        // Whole or not at all: half a value teaches nothing, and the facts of the span tell it.
        if !text.is_empty() && text_x_px + text_width_px(&text) <= self.view.width_px {
            shapes.push(Shape::Text {
                x_px: text_x_px,
                y_px,
                text,
                ink,
            });
        }
    }

    /// Shades the stretches in which one task stopped the loop, across all lanes.
    fn blocked_shades(&self, bottom_px: f64, shapes: &mut Vec<Shape>) {
        for (from, to) in self
            .told
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
