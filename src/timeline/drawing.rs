//! A story while it is drawn: what every part of a picture is given.

use crate::story::{Point, Row, StoryView};

use super::rows::row_layout::Rows;
use super::scale::Scale;
use super::view::View;

/// More spans than these are not drawn one by one.
const SPANS_MAX: usize = 2000;

/// A story being drawn.
pub(super) struct Drawing<'a> {
    pub(super) story: StoryView<'a>,
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
        numbers.filter_map(|number| Some((number, self.story.row(number)?)))
    }

    /// Says whether a row can be seen.
    pub(super) fn is_shown(&self, row: usize) -> bool {
        !self.rows.is_hidden(row) && self.rows.is_seen(row, self.view.height_px)
    }

    /// Says whether there are more spans to be seen than can be drawn one by one.
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
