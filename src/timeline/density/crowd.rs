//! Density: how much of each state there is, where spans are too narrow or rows too low to be
//! drawn one by one.
//!
//! Rows are taken together in *bands* and pixels in *columns*. In each of these cells the states
//! share the place by the time that the band's tasks spend in them, exactly: a span gives each
//! column just the width that it has there. A long span costs no more than a short one, since it
//! is noted at its ends.

use std::ops::Range;

use crate::story::{Point, Span, StoryView};

use crate::timeline::density::bands::Piece;
use crate::timeline::density::columns::{COLUMN_PX, Columns};
use crate::timeline::rows::row_layout::Rows;
use crate::timeline::scale::Scale;

/// The density of some bands, being filled row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    pub(in crate::timeline) scale: Scale,
    pub(in crate::timeline) rows: Rows,
    /// The row of which it shows what is folded away; none for the bands of all rows.
    pub(in crate::timeline) below: Option<usize>,
    /// Where that ends which goes on.
    present: Point,
    /// The bands that are seen.
    pub(in crate::timeline) bands: Range<usize>,
    pub(in crate::timeline) left_px: f64,
    pub(in crate::timeline) column_count: usize,
    /// The columns of each band; none before anything was filled in.
    pub(in crate::timeline) filled: Vec<Columns>,
    /// The place of the next row to be added; of what is folded away its number.
    next: usize,
}

impl Density {
    /// Makes the density of what is seen, with nothing filled in.
    pub(in crate::timeline) fn new(
        scale: Scale,
        rows: Rows,
        size_px: (f64, f64),
        present: Point,
    ) -> Density {
        let bands = rows.visible_bands(size_px.1);
        let next = rows.rows_of(bands.start).start;
        Density::of(None, bands, next, (scale, rows, size_px.0, present))
    }

    /// Makes the density of what is folded away below a row, in one band.
    pub(in crate::timeline) fn below(
        row: usize,
        scale: Scale,
        rows: Rows,
        width_px: f64,
        present: Point,
    ) -> Density {
        Density::of(Some(row), 0..1, 0, (scale, rows, width_px, present))
    }

    fn of(
        below: Option<usize>,
        bands: Range<usize>,
        next: usize,
        (scale, rows, width_px, present): (Scale, Rows, f64, Point),
    ) -> Density {
        let left_px = scale.plot.left_px;
        let column_count = ((width_px - left_px) / COLUMN_PX).ceil().max(1.0) as usize;
        Density {
            scale,
            rows,
            below,
            present,
            filled: Vec::new(),
            bands,
            left_px,
            column_count,
            next,
        }
    }

    /// Says whether it is of another view.
    pub(in crate::timeline) fn is_of(&self, other: &Density) -> bool {
        self.scale == other.scale
            && self.below == other.below
            && self.rows == other.rows
            && self.bands == other.bands
            && self.present == other.present
            && self.column_count == other.column_count
    }

    /// Says whether all rows are filled in.
    pub fn is_whole(&self) -> bool {
        self.next_row().is_none()
    }

    /// Returns the next row to be filled in, and the number of its band among those that are seen.
    fn next_row(&self) -> Option<(usize, usize)> {
        match self.below {
            Some(row) => Some((self.rows.next_below(row, self.next)?, 0)),
            None if self.next >= self.rows.rows_of(self.bands.end).start => None,
            None => {
                let band = self.rows.band_of(self.next) - self.bands.start;
                Some((self.rows.row_at(self.next), band))
            }
        }
    }

    /// Fills in rows until about so many spans were added.
    pub(in crate::timeline) fn fill(&mut self, story: StoryView<'_>, most: usize) {
        let (scale, present) = (self.scale, self.present);
        let left = story.events_by(scale.point_from_x(story.builder(), self.left_px));
        let right_px = self.right_px();
        let (mut added, mut near) = (0, 0);
        while added < most
            && let Some((number, band)) = self.next_row()
        {
            let columns = &mut self.filled[band];
            if let Some(row) = story.row(number) {
                added += 1;
                let is_timed = scale.px_per_step == 0.0;
                near = row.each_since(left, near, is_timed, &mut |span: Span| {
                    let from_px = scale.x_from_point(span.from);
                    if from_px > right_px || span.from > present {
                        return false;
                    }
                    let to = span.to.filter(|to| *to <= present);
                    let to_px = scale.x_from_point(to.unwrap_or(present));
                    columns.add(span.state.kind(), from_px, to_px);
                    added += 1;
                    true
                });
            }
            self.next = if self.below.is_some() {
                number
            } else {
                self.next
            } + 1;
        }
    }

    /// Returns the first band that is not worked out.
    pub(in crate::timeline) fn whole_bands(&self) -> usize {
        if self.is_whole() {
            self.bands.end
        } else {
            self.rows.band_of(self.next)
        }
    }

    /// Returns the right edge of the last column.
    pub(in crate::timeline) fn right_px(&self) -> f64 {
        self.left_px + self.column_count as f64 * COLUMN_PX
    }

    /// Returns the top of the first band's bar.
    pub(in crate::timeline) fn top_px(&self) -> f64 {
        self.rows.y_from_band(self.bands.start) - self.bar_px() / 2.0
    }

    /// Returns the height of a band.
    pub(in crate::timeline) fn band_px(&self) -> f64 {
        self.rows.band_px()
    }

    /// Returns the height of a bar.
    pub(in crate::timeline) fn bar_px(&self) -> f64 {
        self.rows.bar_px()
    }

    /// Adds the pieces of a band.
    pub(in crate::timeline) fn add_pieces(&self, band: usize, pieces: &mut Vec<Piece>) {
        let rows = match self.below {
            Some(row) => self.rows.collapsed_below(row).unwrap_or(0),
            None => self.rows.rows_of(band).len(),
        };
        self.filled[band - self.bands.start].add_pieces(rows.max(1), pieces);
    }
}
