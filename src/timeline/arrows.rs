//! Arrows from causes to their effects.

use std::ops::Range;

use crate::story::{Arrow, ArrowKind, Party, Point};

use super::drawing::Drawing;
use super::ink::Ink;
use super::shape::Shape;

/// Up to this many arrows are all drawn; of more, only those near the playhead and the pointer.
const ARROWS_MAX: usize = 12;

impl Drawing<'_> {
    /// Draws the arrows that are wanted now.
    pub(super) fn arrows(&self, shapes: &mut Vec<Shape>) {
        let is_seen = |party: Party| {
            let row = self.story.row_of(party);
            self.rows.is_seen(row, self.view.height_px)
        };
        let mut before = None;
        let mut draw = |arrow: Arrow| {
            let ends = [arrow.from, arrow.to].map(|party| Some(party).filter(|end| is_seen(*end)));
            let x_px = self.scale.x_from_point(arrow.to_at);
            let is_beside = !self.scale.is_in_plot(x_px) || x_px > self.view.width_px;
            if ends == [None, None] || is_beside || !self.view.shows(arrow.to_at.time) {
                return;
            }
            if arrow.kind == ArrowKind::Woke && self.story.repeats_another(&arrow) {
                return;
            }
            // Of arrows that leave the window side by side one is seen, though there be a million.
            let place = (self.scale.x_from_point(arrow.to_at) * 4.0).round();
            let leaving = ends.contains(&None).then_some((ends, place, arrow.kind));
            if leaving.is_none() || leaving != before {
                self.arrow(&arrow, shapes);
            }
            before = leaving;
        };
        if self.story.arrow_count() <= ARROWS_MAX {
            return self.story.arrows().for_each(draw);
        }
        // Arrows are in the order in which things happened: those of a time are side by side.
        let mut parts = [self.by_playhead(), self.by_hover()];
        if parts[1].start < parts[0].start {
            parts.swap(0, 1);
        }
        let [first, second] = parts;
        let second = second.start.max(first.end)..second.end.max(first.end);
        for numbers in [first, second] {
            for arrow in numbers.filter_map(|number| self.story.arrow(number)) {
                if self.is_near(&arrow) {
                    draw(arrow);
                }
            }
        }
    }

    /// Returns the arrows of some steps around the playhead: one may be asked to stop a few before it
    /// hears of it.
    fn by_playhead(&self) -> Range<usize> {
        let Some(Point { time, order }) = self.view.playhead else {
            return 0..0;
        };
        let point = |order| Point { time, order };
        self.between(point(order - 8.0), point(order + 2.0))
    }

    /// Returns the arrows of the time of the span that is under the pointer.
    fn by_hover(&self) -> Range<usize> {
        let hover = self.view.hover;
        let span = hover.and_then(|(row, number)| self.story.row(row)?.span(number));
        match span.and_then(|span| Some((span.from, span.to?))) {
            Some((from, to)) => self.between(from, to),
            None => 0..0,
        }
    }

    fn between(&self, from: Point, to: Point) -> Range<usize> {
        let first = self.story.arrows_before(from, false);
        let end = self.story.arrows_before(to, true);
        first..end.max(first)
    }

    /// Says whether an arrow is near the playhead or belongs to what is under the pointer.
    fn is_near(&self, arrow: &Arrow) -> bool {
        let playhead = self.view.playhead.is_some_and(|playhead| {
            let is_by =
                |at: Point| at.time == playhead.time && (at.order - playhead.order).abs() <= 1.0;
            is_by(arrow.to_at) || is_by(arrow.from_at)
        });
        let hover = self.view.hover.is_some_and(|(lane, number)| {
            let row = self.story.row(lane);
            let span = row.and_then(|row| row.span(number));
            let ends = |at: Point| {
                span.is_some_and(|span| at >= span.from && span.to.is_some_and(|to| at <= to))
            };
            (self.story.row_of(arrow.to) == lane && ends(arrow.to_at))
                || (self.story.row_of(arrow.from) == lane && ends(arrow.from_at))
        });
        playhead || hover
    }

    fn arrow(&self, arrow: &Arrow, shapes: &mut Vec<Shape>) {
        let (from, to) = (self.story.row_of(arrow.from), self.story.row_of(arrow.to));
        let half_px = self.rows.bar_px() / 2.0;
        let (from_y_px, to_y_px) = (self.rows.y_from_lane(from), self.rows.y_from_lane(to));
        // What happens inside of a fold is not seen.
        if from_y_px == to_y_px && from != to {
            return;
        }
        let side = if from < to { 1.0 } else { -1.0 };
        let from_y_px = from_y_px + side * half_px;
        let to_y_px = to_y_px - side * (half_px * 0.5 + 2.0);
        let (ink, is_dashed) = match arrow.kind {
            ArrowKind::Spawned => (Ink::Arrow, false),
            ArrowKind::Woke => (Ink::Returned, false),
            ArrowKind::HandedOver => (Ink::FetchingText, false),
            ArrowKind::Cancelled => (Ink::Cancelled, true),
            ArrowKind::RaisedInto => (Ink::Failed, false),
        };
        shapes.push(Shape::Arrow {
            from_px: (self.scale.x_from_point(arrow.from_at), from_y_px),
            to_px: (self.scale.x_from_point(arrow.to_at), to_y_px),
            ink,
            is_dashed,
        });
    }
}
