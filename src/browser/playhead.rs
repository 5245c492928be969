//! The playhead: where it stands, and how it moves, also together with that of a run that is compared. An
//! owner of the playground.

use wasm_bindgen::prelude::*;

use crate::browser::run::ShownRun;
use crate::story::{Point, StoryBuilder};
use crate::timeline::{Walk, WalkPosition};

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
    /// For how long playing has been at that stop, in seconds at speed 1.
    rested_s: f64,
    /// How often it was moved: by that another playhead sees that it is to follow.
    moves: u32,
    /// Whether it was moved from the end, at which it stays otherwise while the story grows.
    is_moved: bool,
    /// Where it is to stand again once the story is read, in a run that has taken the place of another.
    kept: Option<Point>,
}

impl Playhead {
    pub(super) fn at(&self) -> Point {
        self.at
    }

    pub(super) fn moves(&self) -> u32 {
        self.moves
    }

    pub(super) fn go_to(&mut self, point: Point) {
        (self.at, self.is_moved) = (point, true);
        self.forget_stop();
    }

    /// Moves to the end, and stays there while the story grows.
    pub(super) fn go_to_end(&mut self, end: Point) {
        (self.at, self.is_moved) = (end, false);
        self.forget_stop();
    }

    /// Moves to a point at which a stop is shown, by its number: that of several at one point.
    pub(super) fn go_to_stop(&mut self, point: Point, number: usize) {
        self.go_to(point);
        self.stop = Some(number);
    }

    fn forget_stop(&mut self) {
        (self.stop, self.rested_s) = (None, 0.0);
        self.moves = self.moves.wrapping_add(1);
    }

    /// Takes another run.
    pub(super) fn restart(&mut self, after: PlayheadAfter) {
        let is_kept = after == PlayheadAfter::Kept && self.is_moved;
        self.kept = is_kept.then_some(self.at);
        self.is_moved = is_kept;
        self.forget_stop();
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
            let at = run.present().map_or(end, by);
            if at != self.at {
                self.go_to_end(at);
            }
        } else if let Some(before) = self.kept.take_if(|_| !is_behind) {
            self.at = kept(builder, before);
        }
    }

    pub(super) fn stop_number(&self, run: &ShownRun) -> usize {
        run.look(|story| {
            // A stop of a wait that took no time is taken back.
            let known = self.stop.filter(|number| *number < story.stop_count());
            known.unwrap_or_else(|| story.stop_number(self.at))
        })
    }

    /// Returns how many console lines were printed by now.
    pub(super) fn printed(&self, run: &ShownRun) -> usize {
        run.look(
            |story| match self.stop.and_then(|number| story.stop(number)) {
                Some(stop) => story.lines_before(stop.end),
                None => story.lines_by(self.at),
            },
        )
    }
}

/// The playheads of two runs that are compared, or that of one beside a run without stops.
pub(super) struct Pair<'a> {
    pub(super) runs: [&'a ShownRun; 2],
    pub(super) playheads: [&'a mut Playhead; 2],
}

impl Pair<'_> {
    /// Moves by a number of stops of both runs, forward or back.
    pub(super) fn step(&mut self, by: i32) {
        let from = self.position();
        let to = self.walk(|walk| walk.moved(from, by));
        self.go_to(to);
    }

    /// Plays on for some seconds at speed 1. Returns whether there is more to be played.
    pub(super) fn play(&mut self, seconds: f64) -> bool {
        let from = self.position();
        let to = self.walk(|walk| walk.played(from, seconds));
        to.inspect(|to| self.go_to(*to)).is_some()
    }

    /// Returns the run whose stop is shown: 0 or 1.
    pub(super) fn shown(&self) -> usize {
        let at = self.position();
        self.walk(|walk| walk.shown(at))
    }

    /// Brings the second playhead to the time of the first.
    pub(super) fn lead(&mut self) {
        let (stop, time) = (
            self.playheads[0].stop_number(self.runs[0]),
            self.playheads[0].at.time,
        );
        let to = self.walk(|walk| walk.at(stop, time));
        let [_, two] = self.walk(|walk| walk.points(to));
        self.playheads[1].go_to_stop(Point { time, ..two }, to.stops[1]);
    }

    fn go_to(&mut self, to: WalkPosition) {
        let [one, two] = self.walk(|walk| walk.points(to));
        self.playheads[0].go_to_stop(one, to.stops[0]);
        self.playheads[1].go_to_stop(two, to.stops[1]);
        self.playheads[0].rested_s = to.rested_s;
    }

    fn position(&self) -> WalkPosition {
        WalkPosition {
            stops: [0, 1].map(|run: usize| self.playheads[run].stop_number(self.runs[run])),
            rested_s: self.playheads[0].rested_s,
        }
    }

    fn walk<R>(&self, look: impl FnOnce(Walk<'_>) -> R) -> R {
        let [one, two] = self.runs;
        one.look(|one| two.look(|two| look(Walk::new(one, two))))
    }
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
