//! Arrows from causes to their effects.

use std::ops::Range;

use crate::story::{Arrow, ArrowKind, Party, Point};

use super::drawing::Drawing;
use super::palette::Ink;
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

    /// Returns the arrows of some steps around the playhead: a request may arrive a few steps later.
    fn by_playhead(&self) -> Range<usize> {
        let around = self.around_playhead(8.0, 2.0);
        around.map_or(0..0, |(from, to)| self.story.arrows_between(from, to))
    }

    fn by_hover(&self) -> Range<usize> {
        match self.hovered() {
            Some((_, (from, to))) => self.story.arrows_between(from, to),
            None => 0..0,
        }
    }

    /// Returns the row of the span that is under the pointer, and the ends of the span.
    fn hovered(&self) -> Option<(usize, (Point, Point))> {
        let (row, number) = self.view.hover?;
        let span = self.story.row(row)?.span(number)?;
        Some((row, (span.from, span.to?)))
    }

    /// Returns whether an arrow is near the playhead or belongs to what is under the pointer.
    fn is_near(&self, arrow: &Arrow) -> bool {
        let ends = [(arrow.to, arrow.to_at), (arrow.from, arrow.from_at)];
        let playhead = self.view.playhead.is_some_and(|playhead| {
            let is_by = |order: f64| (order - playhead.order).abs() <= 1.0;
            ends.iter()
                .any(|(_, at)| at.time == playhead.time && is_by(at.order))
        });
        let is_in = |(from, to): (Point, Point), at| from <= at && at <= to;
        playhead
            || self.hovered().is_some_and(|(row, span)| {
                let mut ends = ends.into_iter();
                ends.any(|(party, at)| self.story.row_of(party) == row && is_in(span, at))
            })
    }

    fn arrow(&self, arrow: &Arrow, shapes: &mut Vec<Shape>) {
        let (from, to) = (self.story.row_of(arrow.from), self.story.row_of(arrow.to));
        let half_px = self.rows.bar_px() / 2.0;
        let (from_y_px, to_y_px) = (self.rows.y_from_lane(from), self.rows.y_from_lane(to));
        // What happens among collapsed lanes is not seen.
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
