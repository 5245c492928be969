//! From points to pixels and back.
//!
//! One line serves all three axes: `x = left + px_per_s · time + px_per_step · order`. The *time*
//! axis gives steps no width, the *order* axis gives time none, and the *elastic* axis gives both
//! some: between moments the axis is true to time, and each moment is stretched to a column in which
//! every step has its slot.

use crate::runtime::Nanos;
use crate::story::{Moment, Point, StoryBuilder};

use super::{Plot, Window};

/// What the horizontal direction means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Axis {
    /// Elastic if the steps fit, time if there are too many.
    #[default]
    Auto,
    /// Time, with each moment stretched so that its steps are seen in order.
    Elastic,
    /// Time alone.
    Time,
    /// The order of steps alone.
    Order,
}

/// The widest and the narrowest slot of a step on an elastic axis.
const SLOT_PX: (f64, f64) = (7.0, 26.0);

/// The most of the width that stretched moments may take from time.
const STRETCHED_SHARE_MAX: f64 = 0.5;

/// How many nanoseconds a plot shows at least.
const SEEN_NS: f64 = 8.0;

/// A mapping between points and pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The axis that was chosen; never `Auto`.
    pub axis: Axis,
    /// Where the run is drawn.
    pub plot: Plot,
    /// Where the run starts.
    pub left_px: f64,
    /// The width of a second.
    pub px_per_s: f64,
    /// The width of a step.
    pub px_per_step: f64,
}

impl Scale {
    /// Fits a run that ends at `end` into a plot.
    pub fn fit(axis: Axis, end: Point, plot: Plot) -> Scale {
        let width = plot.width_px();
        let (time, order) = (end.time.seconds(), end.order);
        let slot = (width * STRETCHED_SHARE_MAX / order.max(1.0)).min(SLOT_PX.1);
        let axis = match axis {
            Axis::Auto if slot < SLOT_PX.0 => Axis::Time,
            Axis::Auto => Axis::Elastic,
            // A run that takes no time is nothing but order.
            Axis::Time if time == 0.0 => Axis::Order,
            axis => axis,
        };
        let px_per_step = match axis {
            Axis::Time => 0.0,
            Axis::Order => width / order.max(1.0),
            _ if time == 0.0 => (width / order.max(1.0)).min(3.0 * SLOT_PX.1),
            _ => slot,
        };
        let px_per_s = match axis {
            Axis::Order => 0.0,
            _ if time == 0.0 => 0.0,
            _ => (width - px_per_step * order) / time,
        };
        // A window is within the run, which may be narrower than the plot if it takes no time.
        let run_px = px_per_s * time + px_per_step * order;
        let plot = Plot {
            right_px: plot.right_px.min(plot.left_px + run_px.max(1.0)),
            ..plot
        };
        Scale {
            axis,
            plot,
            left_px: plot.left_px,
            px_per_s,
            px_per_step,
        }
    }

    /// Returns the scale as a window shows it.
    pub fn seen(self, window: Window) -> Scale {
        Scale {
            left_px: self.plot.left_px - window.pan_px,
            px_per_s: self.px_per_s * window.zoom,
            px_per_step: self.px_per_step * window.zoom,
            ..self
        }
    }

    /// Returns a window into which this one is to change, but not so close that the plot shows fewer than
    /// some nanoseconds: a run's clock knows none between them.
    pub fn no_closer(&self, before: Window, wanted: Window) -> Window {
        let ns_px = self.px_per_s * 1e-9 * (wanted.zoom / before.zoom);
        let most_px = self.plot.width_px() / SEEN_NS;
        if ns_px <= most_px {
            return wanted;
        }
        let middle_px = f64::midpoint(self.plot.left_px, self.plot.right_px);
        wanted.zoomed(self.plot, most_px / ns_px, middle_px)
    }

    pub(super) fn is_in_plot(&self, x_px: f64) -> bool {
        x_px >= self.plot.left_px - 0.01
    }

    /// Returns where a point is.
    pub fn x_from_point(&self, point: Point) -> f64 {
        self.left_px + self.px_per_s * point.time.seconds() + self.px_per_step * point.order
    }

    /// Returns the point at a position, within the run.
    pub fn point_from_x(&self, builder: &StoryBuilder, x_px: f64) -> Point {
        let moments = &builder.moments;
        let closed = moments.partition_point(|moment| self.column(moment).1 <= x_px);
        let before = closed.checked_sub(1).map_or(Point::default(), |last| {
            let Moment { time, to, .. } = moments[last];
            Point { time, order: to }
        });
        let Some(Moment { time, from, to }) = moments.get(closed).copied() else {
            return self.between(before, builder.end, x_px);
        };
        let [start, end] = [from, to].map(|order| Point { time, order });
        if x_px < self.x_from_point(start) {
            self.between(before, start, x_px)
        } else {
            self.between(start, end, x_px)
        }
    }

    /// Returns the point on the straight line from one to another whose position is `x_px`.
    fn between(&self, from: Point, to: Point, x_px: f64) -> Point {
        let (from_px, to_px) = (self.x_from_point(from), self.x_from_point(to));
        let share = if to_px > from_px {
            (x_px - from_px) / (to_px - from_px)
        } else {
            1.0
        };
        let share = share.clamp(0.0, 1.0);
        let time = from.time.seconds() + share * (to.time.seconds() - from.time.seconds());
        let order = from.order + share * (to.order - from.order);
        let time = match share {
            1.0 => to.time,
            _ => Nanos::from_seconds(time),
        };
        Point { time, order }
    }

    /// Returns the edges of a moment's column.
    pub fn column(&self, moment: &Moment) -> (f64, f64) {
        let Moment { time, from, to } = *moment;
        let x = |order| self.x_from_point(Point { time, order });
        (x(from), x(to))
    }
}
