//! Bands: a shape that says how much of each state there is, in columns of pixels.

use crate::story::StateKind;

use crate::timeline::palette::Ink;

/// How many kinds of states there are.
pub const STATE_KINDS: usize = StateKind::ALL.len();

/// The widths of the states in a cell, by kind, as shares of the cell. What is left of 1 is
/// ground: there the tasks are not born yet, or over.
pub type Shares = [f32; STATE_KINDS];

/// A piece of a band: columns side by side in which there is the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// How many columns they are.
    pub column_count: usize,
    /// What is in each.
    pub shares: Shares,
}

/// How much of each state there is, in bands of rows and columns of pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// The left edge of the first column.
    pub x_px: f64,
    /// The top edge of the first band's bar.
    pub y_px: f64,
    /// The width of a column.
    pub column_px: f64,
    /// From one band to the next.
    pub band_px: f64,
    /// The height of a bar.
    pub bar_px: f64,
    /// How many columns a band has.
    pub column_count: usize,
    /// What is in the columns, from left to right, band after band. No piece is of two bands.
    pub pieces: Vec<Piece>,
}

/// A part of a bar that has one colour, from its left and top edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stripe {
    pub(crate) x_px: f64,
    pub(crate) y_px: f64,
    pub(crate) width_px: f64,
    pub(crate) height_px: f64,
    pub(crate) kind: StateKind,
}

impl Bands {
    /// Returns what is in each column, band after band.
    pub fn cells(&self) -> impl Iterator<Item = &Shares> {
        let pieces = self.pieces.iter();
        pieces.flat_map(|piece| std::iter::repeat_n(&piece.shares, piece.column_count))
    }

    /// Returns the bars as stripes: the states lie on each other, and like columns are one.
    pub(crate) fn stripes(&self) -> Vec<Stripe> {
        let mut stripes = Vec::new();
        let (mut band, mut first) = (0, 0);
        let mut pieces = self.pieces.iter().peekable();
        while let Some(piece) = pieces.next() {
            let mut end = first + piece.column_count;
            // What changes little by little changes: each is compared with the first.
            while end < self.column_count
                && let Some(next) = pieces.next_if(|next| alike(&piece.shares, &next.shares))
            {
                end += next.column_count;
            }
            let top_px = self.y_px + band as f64 * self.band_px;
            let mut below_px = top_px + self.bar_px;
            for kind in StateKind::ALL {
                let height_px = self.bar_px * f64::from(piece.shares[kind as usize]);
                below_px -= height_px;
                if height_px > 0.05 {
                    stripes.push(Stripe {
                        x_px: self.x_px + first as f64 * self.column_px,
                        y_px: below_px,
                        width_px: (end - first) as f64 * self.column_px,
                        height_px,
                        kind,
                    });
                }
            }
            first = end;
            if first >= self.column_count {
                (band, first) = (band + 1, 0);
            }
        }
        stripes
    }
}

/// Returns whether the eye sees no difference between two cells.
fn alike(one: &Shares, other: &Shares) -> bool {
    let mut pairs = one.iter().zip(other);
    pairs.all(|(one, other)| (one - other).abs() < 1.0 / 128.0)
}

impl Stripe {
    /// Returns its left top corner and its size.
    pub(crate) fn place_px(&self) -> ((f64, f64), (f64, f64)) {
        let corner_px = (self.x_px, self.y_px);
        (corner_px, (self.width_px, self.height_px))
    }

    /// Returns its colour, without a pattern.
    pub(crate) fn ink(&self) -> Ink {
        Ink::of_state(self.kind, true)
    }
}
