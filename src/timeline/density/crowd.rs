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
    pub(crate) scale: Scale,
    pub(crate) rows: Rows,
    /// The row whose collapsed lanes are shown; none for the bands of all rows.
    pub(crate) below: Option<usize>,
    /// Where spans end that go on.
    present: Point,
    pub(crate) bands: Range<usize>,
    pub(crate) left_px: f64,
    pub(crate) column_count: usize,
    /// The columns of each band; none before anything was filled in.
    pub(crate) filled: Vec<Columns>,
    /// The position of the next row to be added; of a collapsed lane its number.
    next: usize,
}

impl Density {
    /// Makes the density of all rows, or of the lanes collapsed `below` one, with nothing filled in.
    pub(crate) fn new(
        below: Option<usize>,
        scale: Scale,
        rows: Rows,
        (width_px, height_px): (f64, f64),
        present: Point,
    ) -> Density {
        let bands = match below {
            Some(_) => 0..1,
            None => rows.visible_bands(height_px),
        };
        let next = below.map_or(rows.rows_of(bands.start).start, |_| 0);
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

    pub(crate) fn is_of(&self, other: &Density) -> bool {
        self.scale == other.scale
            && self.below == other.below
            && self.rows == other.rows
            && self.bands == other.bands
            && self.present == other.present
            && self.column_count == other.column_count
    }

    /// Returns whether all rows are filled in.
    pub fn is_whole(&self) -> bool {
        self.next_row().is_none()
    }

    /// Returns the next row to be filled in, and the number of its band among those that are seen.
    fn next_row(&self) -> Option<(usize, usize)> {
        match self.below {
            Some(row) => Some((self.rows.hidden.next_under(row, self.next)?, 0)),
            None if self.next >= self.rows.rows_of(self.bands.end).start => None,
            None => {
                let band = self.rows.band_of(self.next) - self.bands.start;
                Some((self.rows.row_at(self.next), band))
            }
        }
    }

    /// Fills in rows until about so many spans were added.
    pub(crate) fn fill(&mut self, story: StoryView<'_>, most: usize) {
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
            self.next = 1 + self.below.map_or(self.next, |_| number);
        }
    }

    /// Returns the first band drawn by the pyramid: no collapsed lanes, which its groups scatter.
    pub(crate) fn whole_bands(&self) -> usize {
        if self.below.is_some() || self.is_whole() {
            self.bands.end
        } else {
            self.rows.band_of(self.next)
        }
    }

    pub(crate) fn right_px(&self) -> f64 {
        self.left_px + self.column_count as f64 * COLUMN_PX
    }

    pub(crate) fn top_px(&self) -> f64 {
        self.rows.y_from_band(self.bands.start) - self.rows.bar_px() / 2.0
    }

    /// Adds the pieces of a band.
    pub(crate) fn add_pieces(&self, band: usize, pieces: &mut Vec<Piece>) {
        let rows = match self.below {
            Some(row) => self.rows.hidden.count_under(row).unwrap_or(0),
            None => self.rows.rows_of(band).len(),
        };
        self.filled[band - self.bands.start].add_pieces(rows.max(1), pieces);
    }
}
