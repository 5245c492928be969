//! Bands: a shape that says how much of each state there is, in columns of pixels.

use crate::story::Look;

use super::shape::Ink;

/// How many families of states there are.
pub const LOOKS: usize = Look::ALL.len();

/// The widths of the states in a cell, by family, as shares of the cell. What is left of 1 is
/// ground: there the tasks are not born yet, or over.
pub type Shares = [f32; LOOKS];

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
    /// What is in each column, band after band.
    pub cells: Vec<Shares>,
}

/// A part of a bar that has one colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stripe {
    /// The left edge.
    pub x_px: f64,
    /// The top edge.
    pub y_px: f64,
    /// The width.
    pub width_px: f64,
    /// The height.
    pub height_px: f64,
    /// What it shows.
    pub look: Look,
}

impl Bands {
    /// Returns the bars as stripes: in each column the states lie on each other, each as high as
    /// its share, and columns that are alike are one.
    pub fn stripes(&self) -> impl Iterator<Item = Stripe> {
        let bands = self.cells.chunks(self.column_count.max(1)).enumerate();
        bands.flat_map(move |(band, cells)| {
            let top_px = self.y_px + band as f64 * self.band_px;
            let mut first = 0;
            runs(cells).flat_map(move |run| {
                let x_px = self.x_px + first as f64 * self.column_px;
                first += run.len();
                let width_px = run.len() as f64 * self.column_px;
                let mut below_px = top_px + self.bar_px;
                Look::ALL.into_iter().filter_map(move |look| {
                    let height_px = self.bar_px * f64::from(run[0][look as usize]);
                    below_px -= height_px;
                    (height_px > 0.05).then_some(Stripe {
                        x_px,
                        y_px: below_px,
                        width_px,
                        height_px,
                        look,
                    })
                })
            })
        })
    }
}

/// Parts cells into runs that look like their first: what changes little by little changes.
fn runs(mut rest: &[Shares]) -> impl Iterator<Item = &[Shares]> {
    std::iter::from_fn(move || {
        let first = rest.first()?;
        let other = rest.iter().position(|cell| !alike(first, cell));
        let (run, others) = rest.split_at(other.unwrap_or(rest.len()));
        rest = others;
        Some(run)
    })
}

/// Says whether the eye sees no difference between two cells.
fn alike(one: &Shares, other: &Shares) -> bool {
    one.iter()
        .zip(other)
        .all(|(one, other)| (one - other).abs() < 1.0 / 128.0)
}

/// Returns the colour of a family where there is no room for patterns: what goes on is strong, and
/// what waits for it pale.
fn ink_of(look: Look) -> Ink {
    match look {
        Look::Running => Ink::Running,
        Look::Ready => Ink::Ready,
        Look::Sleeping => Ink::SleepingText,
        Look::Waiting => Ink::Waiting,
        Look::Fetching => Ink::FetchingText,
        Look::Blocking => Ink::BlockingText,
        Look::Working => Ink::WorkingText,
        Look::Idle => Ink::Line,
    }
}

impl Stripe {
    /// Returns its colour.
    #[must_use]
    pub fn ink(&self) -> Ink {
        ink_of(self.look)
    }
}
