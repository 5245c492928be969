//! A picture: what is painted, and what is needed to find things in the picture.

use super::rows::row_layout::Rows;
use super::{Margins, Scale, Shape};

/// A bar: its row, the number of its span in the row, and its edges in CSS pixels.
pub(crate) type Bar = ((usize, usize), (f64, f64));

/// A picture: its shapes, and what is needed to find things in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What to paint, in order.
    pub shapes: Vec<Shape>,
    /// How high the picture is with all its rows.
    pub height_px: f64,
    /// The mapping between points and pixels.
    pub scale: Scale,
    /// The room that this run needs, beside another picture or not.
    pub margins: Margins,
    /// Whether the spans are too many to be drawn one by one.
    pub is_crowd: bool,
    pub(super) rows: Rows,
    /// The bars that were drawn one by one, in order.
    pub(super) bars: Vec<Bar>,
}

impl Picture {
    /// Returns the height of a row.
    pub fn row_px(&self) -> f64 {
        self.rows.row_px
    }

    /// Returns the row that is seen `by` rows below a row, or above it if `by` is negative.
    pub fn row_beside(&self, row: usize, by: isize) -> usize {
        self.rows.beside(row, by)
    }

    /// Returns the middle of a row.
    pub fn row_y_px(&self, row: usize) -> f64 {
        self.rows.y_from_lane(row)
    }
}
