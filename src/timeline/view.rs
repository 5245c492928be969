//! The view: what of a story is looked at, and how.

use crate::runtime::Nanos;
use crate::story::Point;

use super::scale::Axis;
use super::words::Words;

/// What of a story is looked at, and how.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The width of the picture.
    pub width_px: f64,
    /// The height that is seen at once.
    pub height_px: f64,
    /// How far it is scrolled down.
    pub scroll_px: f64,
    /// What the horizontal direction means.
    pub axis: Axis,
    /// Where the playhead stands, if there is one.
    pub playhead: Option<Point>,
    /// The moment after which nothing is shown: the present of a live run.
    pub horizon: Option<Nanos>,
    /// The span under the pointer: its lane, and its number in the lane.
    pub hover: Option<(usize, usize)>,
    /// The words of the labels.
    pub words: &'a Words,
}

impl View<'_> {
    /// Says whether a moment is shown.
    pub(super) fn shows(&self, time: Nanos) -> bool {
        self.horizon.is_none_or(|horizon| time <= horizon)
    }
}
