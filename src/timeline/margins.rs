//! Margins: the room around a run, and how far its axis reaches.
//!
//! Two pictures with the same margins have the same scale, so that they can be compared.

use crate::story::Point;

use super::window::Plot;

/// The room around a run, and how far its axis reaches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// The room for the names of the tasks.
    pub names_px: f64,
    /// The room for the marks of tasks that end with the run.
    pub right_px: f64,
    /// Where the axis ends.
    pub end: Point,
}

impl Margins {
    /// Returns margins that are enough for both.
    pub fn with(self, other: Margins) -> Margins {
        let (one, two) = (self.end, other.end);
        Margins {
            names_px: self.names_px.max(other.names_px),
            right_px: self.right_px.max(other.right_px),
            end: Point {
                time: one.time.max(two.time),
                order: one.order.max(two.order),
            },
        }
    }

    pub(super) fn plot(&self, width_px: f64) -> Plot {
        Plot {
            left_px: self.names_px + 18.0,
            right_px: width_px - self.right_px,
        }
    }
}
