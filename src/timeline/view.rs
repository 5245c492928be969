//! The view: what of a story is looked at, and how.

use crate::runtime::Nanos;
use crate::story::{Link, Point};

use super::interact::drag_handles::DragHandles;
use super::interact::transition::Transition;
use super::label_texts::LabelTexts;
use super::margins::Margins;
use super::rows::collapsed_rows::CollapsedRows;
use super::scale::{Axis, Scale};
use super::window::Window;

/// What of a story is looked at, and how.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The width of the picture.
    pub width_px: f64,
    /// The height that is seen at once.
    pub height_px: f64,
    /// What part of the picture is seen.
    pub window: Window,
    /// What the horizontal direction means.
    pub axis: Axis,
    /// Where the playhead stands, if there is one.
    pub playhead: Option<Point>,
    /// The moment after which nothing is shown: the present of a live run.
    pub horizon: Option<Nanos>,
    /// The span under the pointer: its lane, and its number in the lane.
    pub hover: Option<(usize, usize)>,
    /// The span that is selected, in the same manner.
    pub selected: Option<(usize, usize)>,
    /// The critical path, if it is to be lit; else empty.
    pub path: &'a [Link],
    /// The margins of another picture, beside which this one is seen on the same scale.
    pub beside: Option<Margins>,
    /// What is folded away, if anything is.
    pub folds: Option<&'a CollapsedRows>,
    /// Which ends of sleeps can be dragged; none, where nothing can.
    pub grips: Option<DragHandles<'a>>,
    /// The scale while something is dragged, in place of the one that fits.
    pub held: Option<Scale>,
    /// The way of the bars to their places, while they are on it.
    pub slide: Option<&'a Transition>,
    /// The words of the labels.
    pub words: &'a LabelTexts,
}

impl<'a> View<'a> {
    /// Looks at a whole run, as nobody points at it.
    #[must_use]
    pub fn whole(width_px: f64, height_px: f64, axis: Axis, words: &'a LabelTexts) -> View<'a> {
        View {
            width_px,
            height_px,
            window: Window::WHOLE,
            axis,
            playhead: None,
            horizon: None,
            hover: None,
            selected: None,
            path: &[],
            beside: None,
            folds: None,
            grips: None,
            held: None,
            slide: None,
            words,
        }
    }
}

impl View<'_> {
    /// Says whether a moment is shown.
    pub(super) fn shows(&self, time: Nanos) -> bool {
        self.horizon.is_none_or(|horizon| time <= horizon)
    }
}
