//! The view: which part of a story a picture shows, and how.

use crate::runtime::Nanos;
use crate::story::{Link, Point};

use super::{Axis, CollapsedRows, DragHandles, LabelTexts, Margins, Scale, Transition, Window};

/// Which part of a story a picture shows, and how.
#[derive(Clone)]
pub struct View<'a> {
    /// The width of the picture.
    pub width_px: f64,
    /// The height that is seen at once.
    pub height_px: f64,
    /// Which part of the picture is seen.
    pub window: Window,
    /// What the horizontal direction means.
    pub axis: Axis,
    /// Where the playhead stands, if there is one.
    pub playhead: Option<Point>,
    /// The moment after which nothing is shown: the present of a live run.
    pub horizon: Option<Nanos>,
    /// The span under the pointer: its lane, and its number in the lane.
    pub hover: Option<(usize, usize)>,
    /// The span that is selected: its lane, and its number in the lane.
    pub selected: Option<(usize, usize)>,
    /// The critical path, if it is to be highlighted; else empty.
    pub path: &'a [Link],
    /// The spans of the lines of the program under the pointer, to be highlighted.
    pub pointed: &'a [Link],
    /// The margins of another picture, beside which this one is seen on the same scale.
    pub beside: Option<Margins>,
    /// Which rows are collapsed, if any are.
    pub collapsed: Option<&'a CollapsedRows>,
    /// Which ends of sleeps can be dragged, if any can.
    pub drag_handles: Option<DragHandles<'a>>,
    /// The scale while an end of a sleep is dragged, in place of the scale that fits.
    pub held: Option<Scale>,
    /// The transition of the bars to their positions, while it lasts.
    pub transition: Option<&'a Transition>,
    /// The texts of the labels.
    pub label_texts: &'a LabelTexts,
}

impl<'a> View<'a> {
    /// Shows a whole run without a pointer and without a playhead.
    pub fn whole(
        width_px: f64,
        height_px: f64,
        axis: Axis,
        label_texts: &'a LabelTexts,
    ) -> View<'a> {
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
            pointed: &[],
            beside: None,
            collapsed: None,
            drag_handles: None,
            held: None,
            transition: None,
            label_texts,
        }
    }

    /// Returns whether a moment is shown.
    pub(super) fn shows(&self, time: Nanos) -> bool {
        self.horizon.is_none_or(|horizon| time <= horizon)
    }
}
