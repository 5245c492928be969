//! The transition: the bars of an edited run move to their new positions little by little, so that
//! the eye can follow them.

use crate::timeline::picture::{Bar, Picture};

/// The bars of a picture while they move to those of the next.
#[derive(Clone, Debug)]
pub struct Transition {
    /// The bars before the edit, by row and number.
    before: Vec<Bar>,
    /// How much of the way is over, from 0 to 1.
    share: f64,
}

impl Transition {
    /// Starts where the bars of a picture are; none if the picture has no bars.
    pub fn start(picture: &Picture) -> Option<Transition> {
        let before = picture.bars.clone();
        (!before.is_empty()).then_some(Transition { before, share: 0.0 })
    }

    /// Moves the bars on: so much of the way is over now.
    pub fn go_to(&mut self, share: f64) {
        self.share = share;
    }

    /// Returns the edges of a bar on its way to `to_px`, where a bar is at once that is new.
    pub(crate) fn edges(&self, bar: (usize, usize), to_px: (f64, f64)) -> (f64, f64) {
        let Ok(known) = self.before.binary_search_by_key(&bar, |(bar, _)| *bar) else {
            return to_px;
        };
        let from_px = self.before[known].1;
        // Quick at first, and then ever slower.
        let left = (1.0 - self.share).powi(3);
        let between = |to_px: f64, from_px: f64| to_px + (from_px - to_px) * left;
        (between(to_px.0, from_px.0), between(to_px.1, from_px.1))
    }
}
