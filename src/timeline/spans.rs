//! Spans as bars, one by one, and how tasks ended.

use crate::story::{Ending, Point, Row, Span, State};

use super::drawing::Drawing;
use super::interact::drag_handles;
use super::labels::{ending_text, label, style};
use super::layout::SIGN_PX;
use super::picture::Bar;
use super::{Ink, Mark, Shape, text_width_px};

impl Drawing<'_> {
    /// Draws the spans of a row, and among the endings how its task ended.
    pub(super) fn row(
        &self,
        index: usize,
        row: &Row<'_>,
        (shapes, endings, bars): (&mut Vec<Shape>, &mut Vec<Shape>, &mut Vec<Bar>),
    ) {
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
            self.ending(index, at, ending, endings);
        }
    }

    /// Returns the edges of the seen part of a span, which is wide enough to be seen.
    fn edges(&self, lane: usize, span: &Span) -> (f64, f64) {
        let left_px = self.scale.plot.left_px;
        let from_px = self.scale.x_from_point(span.from).max(left_px);
        let to = span.to.filter(|to| self.view.shows(to.time));
        let to_px = self.scale.x_from_point(to.unwrap_or(self.present));
        let is_running = span.state == State::Running;
        let width_min_px = if is_running { 2.0 } else { 0.0 };
        let to_px = to_px.max(from_px + width_min_px);
        // A span goes on beyond the edge of the picture, but for what zooming makes endless.
        let edges_px = (from_px, to_px.min(self.view.width_px + 100.0));
        let bar = (lane, span.number);
        let transition = self.view.transition;
        transition.map_or(edges_px, |transition| transition.edges(bar, edges_px))
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
        let (ink, text_ink, pattern) = style(span.state.kind());
        let bar_px = self.rows.bar_px();
        let height_px = match span.state {
            State::Ready(_) => (bar_px * 0.4).round(),
            State::Idle => 2.0,
            State::Running | State::Blocking | State::Working(_) => bar_px,
            _ => (bar_px * 0.86).round(),
        };
        let y_px = self.rows.y_from_lane(lane);
        // A line of ground between neighbours, where there is room for one.
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
        if let Some(handles) = self.view.drag_handles
            && let Some((_, _, end_px)) = handles.of((lane, row), span, &self.scale)
        {
            shapes.push(handles.shape((lane, span), (end_px, y_px), bar_px));
            room_px -= drag_handles::ROOM_PX;
        }
        if bar_px >= 12.0
            && let Some(text) = label(self.story, self.view.label_texts, span, room_px)
        {
            shapes.push(Shape::text(from_px + 8.0, y_px, text, text_ink));
        }
    }

    fn outline(&self, lane: usize, (from_px, to_px): (f64, f64), shapes: &mut Vec<Shape>) {
        let y_px = self.rows.y_from_lane(lane) + self.rows.bar_px() / 2.0 + 2.0;
        shapes.push(Shape::line((from_px, y_px), (to_px, y_px), Ink::Hover, 2.0));
    }

    fn ending(&self, lane: usize, at: Point, ending: Ending<'_>, shapes: &mut Vec<Shape>) {
        let (mark, ink) = match ending {
            Ending::Returned(_) => (Mark::Check, Ink::Returned),
            Ending::Raised(_) => (Mark::Cross, Ink::Failed),
            Ending::Cancelled => (Mark::Stop, Ink::Cancelled),
        };
        let (end_px, y_px) = (self.scale.x_from_point(at), self.rows.y_from_lane(lane));
        let x_px = end_px + SIGN_PX;
        if !self.scale.is_in_plot(end_px) || x_px > self.view.width_px {
            return;
        }
        let at_px = (x_px, y_px);
        shapes.push(Shape::Mark { at_px, mark, ink });
        let text = ending_text(ending, self.view.label_texts);
        let text_x_px = x_px + SIGN_PX;
        // The whole text or none: half a value teaches nothing, and the facts of the span have it.
        if !text.is_empty() && text_x_px + text_width_px(&text) <= self.view.width_px {
            shapes.push(Shape::text(text_x_px, y_px, text, ink));
        }
    }
}
