//! A sketch: the densities of a crowded picture, worked out over several frames.
//!
//! A frame has a few milliseconds, and a million spans take longer. So a frame adds what it can,
//! and the next goes on.

use crate::story::Told;

use super::bands::Bands;
use super::density::{COLUMN_PX, Density};
use super::shape::Shape;

/// The part of a frame's spans that the first frame of a view works out.
const FIRST_PART: usize = 3;

/// The densities of a picture, as far as they are worked out.
#[derive(Clone, Debug)]
pub struct Sketch {
    /// Those of the picture that is drawn.
    known: Vec<Density>,
    /// Those of the picture before, as far as they were not asked for again.
    before: Vec<Density>,
    /// How many spans are added at a time.
    most: usize,
}

impl Sketch {
    /// Makes a sketch that is worked out at once.
    #[must_use]
    pub fn exact() -> Sketch {
        Sketch::in_parts(usize::MAX)
    }

    /// Makes a sketch to which so many spans are added at a time.
    #[must_use]
    pub fn in_parts(most: usize) -> Sketch {
        Sketch {
            known: Vec::new(),
            before: Vec::new(),
            most,
        }
    }

    /// Says whether there is something left to be worked out.
    #[must_use]
    pub fn is_rough(&self) -> bool {
        self.known.iter().any(|known| !known.is_whole())
    }

    /// Begins another picture.
    pub(super) fn begin(&mut self) {
        self.before = std::mem::take(&mut self.known);
    }

    /// Works a density on, from where it was left if the picture before had the same, and returns
    /// how its bands look.
    pub(super) fn bands(&mut self, told: Told<'_>, fresh: Density) -> Bands {
        let known = self.before.iter().position(|known| known.is_of(&fresh));
        let known = known.map(|known| self.before.swap_remove(known));
        // What is seen now may be left in the next frame, by whoever moves along.
        let most = if known.is_some() {
            self.most
        } else {
            self.most.div_ceil(FIRST_PART)
        };
        let mut density = known.unwrap_or(fresh);
        density.fill(told, most);
        let shown = Bands {
            x_px: density.left_px,
            y_px: density.top_px(),
            column_px: COLUMN_PX,
            band_px: density.band_px(),
            bar_px: density.bar_px(),
            column_count: density.column_count,
            cells: density.all_shares(told),
        };
        self.known.push(density);
        shown
    }

    /// Works a density on, and returns its shape.
    pub(super) fn shape(&mut self, told: Told<'_>, fresh: Density) -> Shape {
        Shape::Density(self.bands(told, fresh))
    }
}
