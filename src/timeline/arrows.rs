//! Arrows from causes to their effects.

use crate::story::{Arrow, ArrowKind, Party, Point};

use super::layout::Drawing;
use super::shape::{Ink, Shape};

/// Up to this many arrows are all drawn; of more, only those near the playhead and the pointer.
const ARROWS_MAX: usize = 12;

impl Drawing<'_> {
    /// Draws the arrows that are wanted now.
    pub(super) fn arrows(&self, shapes: &mut Vec<Shape>) {
        let arrows = &self.story.arrows;
        let visible = self.rows.visible(self.view.height_px);
        let is_seen = |party: Party| visible.contains(&self.story.row_of(party));
        let all = arrows.len() <= ARROWS_MAX;
        for arrow in arrows {
            let near = all || self.is_near(arrow);
            if near && self.view.shows(arrow.to_at.time) && is_seen(arrow.from) | is_seen(arrow.to)
            {
                self.arrow(arrow, shapes);
            }
        }
    }

    /// Says whether an arrow is near the playhead or belongs to what is under the pointer.
    fn is_near(&self, arrow: &Arrow) -> bool {
        let playhead = self.view.playhead.is_some_and(|playhead| {
            arrow.to_at.time == playhead.time && (arrow.to_at.order - playhead.order).abs() <= 1.0
        });
        let hover = self.view.hover.is_some_and(|(lane, number)| {
            let row = self.story.row(lane);
            let span = row.and_then(|row| row.spans().get(number));
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
        let side = if from < to { 1.0 } else { -1.0 };
        let from_y_px = self.rows.y_from_lane(from) + side * half_px;
        let to_y_px = self.rows.y_from_lane(to) - side * (half_px * 0.5 + 2.0);
        let (ink, is_dashed) = match arrow.kind {
            ArrowKind::Spawned => (Ink::Arrow, false),
            ArrowKind::Woke => (Ink::Returned, false),
            ArrowKind::HandedOver => (Ink::FetchingText, false),
            ArrowKind::Cancelled => (Ink::Cancelled, true),
        };
        shapes.push(Shape::Arrow {
            from_px: (self.scale.x_from_point(arrow.from_at), from_y_px),
            to_px: (self.scale.x_from_point(arrow.to_at), to_y_px),
            ink,
            is_dashed,
        });
    }
}
