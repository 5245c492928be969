//! The playhead: where it stands, and how it moves when a run is played. An owner of the playground.

use wasm_bindgen::prelude::*;

use crate::browser::run::ShownRun;
use crate::story::{Point, StoryBuilder};
use crate::timeline::{Axis, Plot, Scale};

/// How long a step is shown at speed 1, if the run has few.
const DWELL_S_MAX: f64 = 0.4;

/// How long all steps of a run are shown together at speed 1, at most.
const DWELL_SUM_S_MAX: f64 = 8.0;

/// Where the playhead is to stand when a run takes the place of another.
#[wasm_bindgen]
#[derive(Clone, Copy, PartialEq)]
pub enum PlayheadAfter {
    /// At the end.
    AtEnd,
    /// Where it stood, if that was not at the end.
    Kept,
}

/// Where the playhead stands.
#[derive(Default)]
pub(super) struct Playhead {
    at: Point,
    /// The stop to which it was brought, if it was brought to one.
    stop: Option<usize>,
    /// Whether it was moved from the end, at which it stays otherwise while the story grows.
    is_moved: bool,
    /// Where it is to stand again once the story is read, in a run that has taken the place of another.
    kept: Option<Point>,
}

impl Playhead {
    pub(super) fn at(&self) -> Point {
        self.at
    }

    pub(super) fn go_to(&mut self, point: Point) {
        (self.at, self.is_moved) = (point, true);
    }

    /// Moves to the end, and stays there while the story grows.
    pub(super) fn go_to_end(&mut self, end: Point) {
        *self = Playhead {
            at: end,
            kept: self.kept,
            ..Playhead::default()
        };
    }

    pub(super) fn go_to_stop(&mut self, run: &ShownRun, number: usize) {
        if let Some(stop) = run.look(|story| story.stop(number)) {
            self.go_to(stop.at);
            self.stop = Some(number);
        }
    }

    pub(super) fn step(&mut self, run: &ShownRun, by: isize) {
        let number = run.look(|story| story.stop_after(self.at, self.stop, by));
        self.go_to_stop(run, number);
    }

    /// Takes another run.
    pub(super) fn restart(&mut self, after: PlayheadAfter) {
        let is_kept = after == PlayheadAfter::Kept && self.is_moved;
        self.kept = is_kept.then_some(self.at);
        self.stop = None;
        self.is_moved = is_kept;
    }

    /// Stays where it is, whatever was to be.
    pub(super) fn stay(&mut self) {
        self.kept = None;
    }

    /// Takes over that the story was read on, up to an end.
    pub(super) fn keep_up(&mut self, run: &ShownRun, end: Point, is_behind: bool) {
        let builder = run.builder();
        if !self.is_moved {
            let by = |present| builder.at_time(present).at_time(present);
            self.at = run.present().map_or(end, by);
        } else if let Some(before) = self.kept.take_if(|_| !is_behind) {
            self.at = kept(builder, before);
        }
    }

    pub(super) fn stop_number(&self, run: &ShownRun) -> usize {
        run.look(|story| story.stop_at(self.at, self.stop))
    }

    /// Returns how many console lines were printed by now.
    pub(super) fn printed(&self, run: &ShownRun) -> usize {
        run.look(|story| {
            let stop = self.stop.and_then(|number| story.stop(number));
            match stop.filter(|_| self.stop == Some(story.stop_at(self.at, self.stop))) {
                Some(stop) => story.lines_before(stop.end),
                None => story.lines_by(self.at),
            }
        })
    }
}

/// Returns the way of the playhead as a scale: its "pixels" are seconds of playing.
///
/// Between moments time passes as it is; each step of a moment is shown for a while, since
/// otherwise it would not be seen.
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

/// Returns where a playhead is in a run that has taken the place of another: at the same moment, and
/// within it after as many steps.
fn kept(builder: &StoryBuilder, before: Point) -> Point {
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
