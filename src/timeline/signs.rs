//! Signs in lanes: where a task asked another to stop, where a cancellation or an error is raised.

use std::ops::Range;

use crate::story::{Ending, Sign, SignKind};

use super::drawing::Drawing;
use super::mark::Mark;
use super::palette::Ink;
use super::shape::Shape;
use super::text::text_width_px;

/// Up to this many signs in the window are all drawn; of more, those around the playhead.
const SIGNS_MAX: usize = 400;

/// Signs of one kind in one lane that follow each other are at least so far apart.
const APART_PX: f64 = 4.0;

/// The least room between bars into which a word fits.
const WORD_PX: f64 = 16.0;

impl Drawing<'_> {
    /// Draws the signs that are seen.
    pub(super) fn signs(&self, shapes: &mut Vec<Shape>) {
        let mut before = (None, 0.0);
        for sign in self.shown_signs().filter_map(|it| self.story.sign(it)) {
            let x_px = self.scale.x_from_point(sign.at);
            let row = sign.task.0 as usize;
            let is_beside = !self.scale.is_in_plot(x_px) || x_px > self.view.width_px;
            let like = Some((sign.kind, sign.task));
            let is_drawn = before.0 == like && x_px - before.1 < APART_PX;
            let is_shown = self.is_shown(row) && self.view.shows(sign.at.time);
            if is_shown && !is_beside && !is_drawn {
                before = (like, x_px);
                self.sign(&sign, row, x_px, shapes);
            }
        }
    }

    fn shown_signs(&self) -> Range<usize> {
        let point = |x_px| self.scale.point_from_x(self.story.builder(), x_px);
        let (left, right) = (self.scale.plot.left_px, self.view.width_px);
        let seen = self.story.signs_between(point(left), point(right));
        if seen.len() <= SIGNS_MAX {
            return seen;
        }
        let Some((from, to)) = self.around_playhead(2.0, 2.0) else {
            return 0..0;
        };
        let near = self.story.signs_between(from, to);
        near.start..near.end.min(near.start + SIGNS_MAX)
    }

    fn sign(&self, sign: &Sign, row: usize, x_px: f64, shapes: &mut Vec<Shape>) {
        let (mark, ink) = match sign.kind {
            SignKind::Asked => (Mark::Asked, Ink::Cancelled),
            SignKind::Delivered => (Mark::Delivered, Ink::Cancelled),
            SignKind::Refused => (Mark::Refused, Ink::Cancelled),
            SignKind::Raised => (Mark::Raised, Ink::Failed),
        };
        let y_px = self.rows.y_from_lane(row);
        let at_px = (x_px, y_px);
        shapes.push(Shape::Mark { at_px, mark, ink });
        if sign.kind == SignKind::Raised {
            self.error_name(sign, at_px, shapes);
        }
    }

    /// Writes the name of an error above the bar, if there is room between the bars.
    fn error_name(&self, sign: &Sign, (x_px, y_px): (f64, f64), shapes: &mut Vec<Shape>) {
        let raiser = sign.other.and_then(|task| self.story.lane(task));
        let Some((_, Ending::Raised(error))) = raiser.and_then(|lane| lane.ending()) else {
            return;
        };
        let name = error.split('(').next().unwrap_or(error);
        let name_px = text_width_px(name);
        let right_px = x_px + 8.0;
        let fits = right_px + name_px <= self.view.width_px;
        let x_px = if fits { right_px } else { x_px - 8.0 - name_px };
        if self.rows.row_px - self.rows.bar_px() >= WORD_PX && self.scale.is_in_plot(x_px) {
            let y_px = y_px - self.rows.bar_px() / 2.0 - 8.0;
            shapes.push(Shape::text(x_px, y_px, name.to_string(), Ink::Failed));
        }
    }
}
