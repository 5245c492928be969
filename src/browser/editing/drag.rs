//! An end of a sleep that is dragged. While it is, the scale stays: so the end follows the pointer.

use crate::lessons::DragSolver;
use crate::runtime::Nanos;
use crate::story::Point;
use crate::timeline::Scale;

/// How far beyond the end of the plot an end is dragged as elsewhere.
const BEYOND_PX: f64 = 20.0;

/// By how much time shrinks in a frame while an end is dragged beyond the picture.
const SHRINK: f64 = 0.985;

/// An end of a sleep that is dragged.
pub(super) struct Drag {
    pub(super) solver: DragSolver,
    /// The scale of the picture, which stays.
    pub(super) scale: Scale,
    /// From the end of the sleep to the pointer.
    offset_px: f64,
}

impl Drag {
    /// Takes the end of a sleep, which is at `end_px`, at a place of the picture.
    pub(super) fn take(solver: DragSolver, scale: Scale, (end_px, x_px): (f64, f64)) -> Drag {
        let offset_px = x_px - end_px;
        Drag {
            solver,
            scale,
            offset_px,
        }
    }

    /// Shrinks time if the end is dragged beyond the picture, so that there is more of it.
    pub(super) fn shrink(&mut self, x_px: f64) {
        if self.is_beyond(x_px) {
            self.scale.px_per_s *= SHRINK;
        }
    }

    /// Returns the value that puts the end to a place. At most so many runs are made to find it.
    pub(super) fn value(&mut self, x_px: f64, runs: usize) -> Nanos {
        let scale = self.scale;
        let position = |time, steps| end_px(scale, time, steps);
        self.solver.value_at(x_px - self.offset_px, runs, position)
    }

    /// Says whether the value for a place may be another the next time: the end is beyond the picture,
    /// or the value is no more than likely.
    pub(super) fn goes_on(&self, x_px: f64) -> bool {
        !self.solver.is_sure || self.is_beyond(x_px)
    }

    fn is_beyond(&self, x_px: f64) -> bool {
        x_px - self.offset_px > self.scale.plot.right_px + BEYOND_PX
    }
}

/// Returns where a sleep ends that does so at a moment, after some steps.
pub(super) fn end_px(scale: Scale, time: Nanos, steps: u64) -> f64 {
    let order = steps as f64;
    scale.x_from_point(Point { time, order })
}
