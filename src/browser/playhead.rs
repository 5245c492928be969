//! The playhead: where it stands, and how it moves when a run is played.

use super::playground::Playground;
use crate::story::{Point, StoryBuilder};
use crate::timeline::{Axis, Plot, Scale};

/// How long a step is shown at speed 1, if the run has few.
const DWELL_S_MAX: f64 = 0.4;

/// How long all steps of a run are shown together at speed 1, at most.
const DWELL_SUM_S_MAX: f64 = 8.0;

/// Returns the way of the playhead as a scale: its "pixels" are seconds of playing.
///
/// Between moments time passes as it is; each step of a moment is shown for a while, since
/// otherwise nobody would see it.
fn way(builder: &StoryBuilder) -> Scale {
    let dwell_s = (DWELL_SUM_S_MAX / builder.end.order.max(1.0)).min(DWELL_S_MAX);
    let plot = Plot {
        left_px: 0.0,
        right_px: 0.0,
    };
    Scale {
        axis: Axis::Elastic,
        plot,
        left_px: 0.0,
        px_per_s: 1.0,
        px_per_step: dwell_s,
    }
}

/// Returns where the playhead is after playing on for some seconds.
pub(super) fn advanced(builder: &StoryBuilder, from: Point, seconds: f64) -> Point {
    let way = way(builder);
    way.point_from_x(builder, way.x_from_point(from) + seconds)
}

impl Playground {
    /// Moves the playhead to a stop, by its number.
    pub(super) fn step_to(&mut self, number: usize) {
        if let Some(stop) = self.look(|story| story.stop(number)) {
            self.go_to(stop.at);
            self.stop = Some(number);
        }
    }
}

/// Returns where a playhead is in a run that has taken the place of another: at the same moment, and
/// within it after as many steps.
pub(super) fn kept(builder: &StoryBuilder, before: Point) -> Point {
    let at = builder.at_time(before.time);
    let moment = builder
        .moments
        .iter()
        .rev()
        .find(|moment| moment.time <= at.time);
    match moment.filter(|moment| moment.time == before.time) {
        Some(moment) => Point {
            order: before.order.min(moment.to).max(moment.from),
            ..at
        },
        None => at,
    }
}
