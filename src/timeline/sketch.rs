//! A sketch: the density of a crowded picture, worked out over several frames.
//!
//! A frame has a few milliseconds, and a million spans take longer. So a frame adds what it can,
//! the next goes on, and what is not worked out yet is taken from the overview of the trace.

use crate::story::Told;

use super::bands::Bands;
use super::density::{COLUMN_PX, Density};
use super::shape::Shape;

/// The part of a frame's spans that the first frame of a view works out.
const FIRST_PART: usize = 3;

/// The density of a crowded picture, as far as it is worked out.
#[derive(Clone, Debug)]
pub struct Sketch {
    density: Option<Density>,
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
            density: None,
            most,
        }
    }

    /// Says whether there is something left to be worked out.
    #[must_use]
    pub fn is_rough(&self) -> bool {
        self.density.as_ref().is_some_and(|known| !known.is_whole())
    }

    pub(super) fn forget(&mut self) {
        self.density = None;
    }

    /// Works a density on, from where it was left if it is of the same view, and returns its shape.
    pub(super) fn shape(&mut self, told: Told<'_>, fresh: Density) -> Shape {
        let known = self.density.take().filter(|known| known.is_of(&fresh));
        // What is seen now may be left in the next frame, by whoever moves along.
        let most = if known.is_some() {
            self.most
        } else {
            self.most.div_ceil(FIRST_PART)
        };
        let mut density = known.unwrap_or(fresh);
        density.fill(told, most);
        let shape = Shape::Density(Bands {
            x_px: density.left_px,
            y_px: density.top_px(),
            column_px: COLUMN_PX,
            band_px: density.band_px(),
            bar_px: density.bar_px(),
            column_count: density.column_count,
            cells: density.all_shares(told),
        });
        self.density = Some(density);
        shape
    }
}
