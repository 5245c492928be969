//! Progressive rendering: the densities of a crowded picture, computed over several frames.
//!
//! A frame has a few milliseconds, and a million spans take longer. So a frame adds what it can,
//! and the next goes on.

use crate::story::StoryView;

use crate::timeline::density::bands::Bands;
use crate::timeline::density::columns::{COLUMN_PX, Columns};
use crate::timeline::density::crowd::Density;

/// The part of a frame's spans that are added in the first frame of a view.
const FIRST_PART: usize = 32;

/// The densities of a picture, as far as they are computed.
#[derive(Clone, Debug)]
pub struct Progressive {
    /// The densities of the picture, in the order in which they are drawn.
    known: Vec<Density>,
    /// How many were drawn of the picture that is drawn now.
    drawn: usize,
    /// How many spans are added at a time.
    most: usize,
    /// Columns of views that are gone, for those to come: to empty them is less than to make others.
    spare: Vec<Columns>,
}

impl Progressive {
    /// Makes a rendering that is computed at once.
    pub fn exact() -> Progressive {
        Progressive::in_parts(usize::MAX)
    }

    /// Makes a rendering to which so many spans are added at a time.
    pub fn in_parts(most: usize) -> Progressive {
        Progressive {
            known: Vec::new(),
            drawn: 0,
            most,
            spare: Vec::new(),
        }
    }

    /// Returns whether something is left to be computed.
    pub fn is_rough(&self) -> bool {
        let mut drawn = self.known.iter().take(self.drawn);
        drawn.any(|known| !known.is_whole())
    }

    pub(crate) fn begin(&mut self) {
        // What the last picture did not draw is not needed.
        self.forget(self.drawn);
        self.drawn = 0;
    }

    fn forget(&mut self, place: usize) {
        while self.known.len() > place
            && let Some(mut gone) = self.known.pop()
        {
            self.spare.append(&mut gone.filled);
        }
    }

    /// Continues a density where it was left, if the picture before had the same in its place, and
    /// returns its bands.
    pub(crate) fn bands(&mut self, story: StoryView<'_>, fresh: Density) -> Bands {
        let place = self.drawn;
        self.drawn += 1;
        let known = self.known.get(place);
        let is_known = known.is_some_and(|known| known.is_of(&fresh));
        // A reader who moves along may have left this view by the next frame.
        let mut most = self.most;
        if !is_known {
            self.forget(place);
            self.known.push(fresh);
            most = most.div_ceil(FIRST_PART);
        }
        let density = &mut self.known[place];
        let (left_px, column_count) = (density.left_px, density.column_count);
        let spare = &mut self.spare;
        let mut empty = || {
            let gone = spare.pop();
            let renewed = gone.and_then(|columns| columns.renewed(left_px, column_count));
            renewed.unwrap_or_else(|| Columns::new(left_px, column_count))
        };
        density.filled.resize_with(density.bands.len(), &mut empty);
        density.fill(story, most);
        let (pieces, mut rough) = density.all_pieces(story, &mut empty);
        let bands = Bands {
            x_px: left_px,
            y_px: density.top_px(),
            column_px: COLUMN_PX,
            band_px: density.rows.band_px(),
            bar_px: density.rows.bar_px(),
            column_count,
            pieces,
        };
        self.spare.append(&mut rough);
        bands
    }
}
