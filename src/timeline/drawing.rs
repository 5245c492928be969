//! A story while it is drawn: what every part of a picture is given, and the shapes that most draw.

use crate::story::{Point, Row, StoryView};

use super::rows::row_layout::Rows;
use super::{Ink, Pattern, Scale, Shape, View};

/// More spans than these are not drawn one by one.
const SPANS_MAX: usize = 2000;

/// A story being drawn.
pub(super) struct Drawing<'a> {
    pub(super) story: StoryView<'a>,
    pub(super) view: &'a View<'a>,
    /// Where the spans end that go on.
    pub(super) present: Point,
    pub(super) scale: Scale,
    pub(super) rows: Rows,
    /// How many events are left of the plot.
    pub(super) left: usize,
}

impl Shape {
    /// Makes a text from its left edge and its middle line.
    pub(super) fn text(x_px: f64, y_px: f64, text: String, ink: Ink) -> Shape {
        Shape::Text {
            x_px,
            y_px,
            text,
            ink,
        }
    }

    /// Makes a straight line.
    pub(super) fn line(from_px: (f64, f64), to_px: (f64, f64), ink: Ink, width_px: f64) -> Shape {
        Shape::Line {
            from_px,
            to_px,
            ink,
            width_px,
        }
    }

    /// Makes an evenly filled rectangle from its left and top edges, and its width and height.
    pub(super) fn rect(
        (x_px, y_px): (f64, f64),
        (width_px, height_px): (f64, f64),
        radius_px: f64,
        ink: Ink,
    ) -> Shape {
        Shape::Rect {
            x_px,
            y_px,
            width_px,
            height_px,
            radius_px,
            ink,
            pattern: Pattern::Plain,
        }
    }
}

impl Drawing<'_> {
    pub(super) fn visible(&self) -> impl Iterator<Item = (usize, Row<'_>)> {
        let numbers = self.rows.seen(self.view.height_px);
        numbers.filter_map(|number| Some((number, self.story.row(number)?)))
    }

    pub(super) fn is_shown(&self, row: usize) -> bool {
        self.rows.hidden.owner_of(row).is_none() && self.rows.is_seen(row, self.view.height_px)
    }

    /// Returns the points some steps before the playhead and behind it, in its moment.
    pub(super) fn around_playhead(&self, before: f64, behind: f64) -> Option<(Point, Point)> {
        let Point { time, order } = self.view.playhead?;
        let point = |order| Point { time, order };
        Some((point(order - before), point(order + behind)))
    }

    /// Returns whether more spans can be seen than are drawn one by one.
    pub(super) fn is_crowded(&self) -> bool {
        if self.rows.per_band > 1 {
            return true;
        }
        let builder = self.story.builder();
        let right = self.scale.point_from_x(builder, self.view.width_px);
        let right = self.story.events_by(right);
        let mut rows = self.visible();
        let mut spans = 0;
        rows.any(|(_, row)| {
            spans += row.count_between(self.left, right);
            spans > SPANS_MAX
        })
    }
}
