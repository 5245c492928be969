//! From stop to stop: of one run, or of two that are compared and have one playhead.

use crate::support::{GIVEN, Played};
use interleave::lessons::catalogue;
use interleave::runtime::Nanos;
use interleave::story::{StoryBuilder, StoryView};
use interleave::timeline::{Walk, WalkPosition};
use interleave::trace::Trace;

const START: WalkPosition = WalkPosition {
    stops: [0, 0],
    rested_s: 0.0,
};

/// Walks along one run, as where nothing is compared.
fn alone<R>(played: &Played, look: impl FnOnce(Walk<'_>) -> R) -> R {
    let (builder, trace) = (StoryBuilder::default(), Trace::default());
    played.look(|story| look(Walk::new(story, builder.with(&trace))))
}

fn both<R>(one: &Played, two: &Played, look: impl FnOnce(Walk<'_>) -> R) -> R {
    one.look(|one| two.look(|two| look(Walk::new(one, two))))
}

/// Returns the positions from the start to the end, each a step from the one before.
fn positions(walk: Walk<'_>) -> Vec<WalkPosition> {
    let next = |from: &WalkPosition| Some(walk.moved(*from, 1)).filter(|to| to != from);
    std::iter::successors(Some(START), next).collect()
}

fn all() -> Vec<Played> {
    let lessons = catalogue().iter().map(Played::of);
    let given = GIVEN
        .iter()
        .map(|(slug, given)| Played::simulated(slug, given));
    lessons.chain(given).collect()
}

#[test]
fn two_runs_are_walked_through_by_time_and_back_the_same_way() {
    let runs = all();
    for one in &runs {
        for two in runs.iter().step_by(5) {
            let names = format!("{} and {}", one.summary.lesson, two.summary.lesson);
            both(one, two, |walk| {
                let there = positions(walk);
                assert_eq!(there.len(), walk.count(), "{names}");
                let times = there.iter().map(|at| {
                    let [one, two] = walk.points(*at);
                    assert_eq!(one.time, two.time, "{names}: one playhead");
                    one.time
                });
                assert!(times.is_sorted(), "{names}: never back");
                let last = *there.last().unwrap();
                let before =
                    |from: &WalkPosition| Some(walk.moved(*from, -1)).filter(|to| to != from);
                let mut back: Vec<_> = std::iter::successors(Some(last), before).collect();
                back.reverse();
                assert_eq!(back, there, "{names}");
            });
            let ends = [one, two].map(|played| played.look(|story| story.end().time));
            let last = both(one, two, |walk| {
                walk.points(*positions(walk).last().unwrap())[0]
            });
            assert_eq!(
                Some(last.time),
                ends.into_iter().max(),
                "{names}: the end of the longer"
            );
        }
    }
}

#[test]
fn two_crawls_are_walked_through_like_this() {
    let (gather, in_turn) = (
        Played::simulated("gather", &[("urls", "url_1,url_2")]),
        Played::simulated("await-in-turn", &[("urls", "url_1,url_2")]),
    );
    let steps = both(&gather, &in_turn, |walk| {
        let steps = positions(walk).into_iter().map(|at| {
            let time = walk.points(at)[0].time;
            format!("{} {}+{}", time.decimal(0), at.stops[0], at.stops[1])
        });
        steps.collect::<Vec<_>>().join(", ")
    });
    expect_test::expect!["0 0+0, 0 1+0, 0 2+0, 0 3+0, 0 4+0, 0 5+0, 0 5+1, 0 5+2, 1 6+2, 1 7+2, 1 7+3, 1 7+4, 2 8+4, 2 9+4, 2 10+4, 3 10+5, 3 10+6"].assert_eq(&steps);
}

/// Each step of the way is a stop of one of both runs, and that is the one that is shown.
#[test]
fn the_stop_that_is_shown_is_the_one_that_was_reached() {
    let runs = all();
    for one in &runs {
        for two in runs.iter().step_by(7) {
            both(one, two, |walk| {
                assert_eq!(walk.shown(START), 0);
                for step in positions(walk).windows(2) {
                    let moved = [0, 1].map(|run| step[1].stops[run] - step[0].stops[run]);
                    assert_eq!(moved[walk.shown(step[1])], 1, "{step:?}");
                }
            });
        }
    }
}

#[test]
fn a_run_alone_is_walked_through_stop_by_stop() {
    for played in all() {
        let stops: Vec<_> = played.look(|story| story.stops().map(|stop| stop.at).collect());
        let points: Vec<_> = alone(&played, |walk| {
            let positions = positions(walk).into_iter();
            positions.map(|at| walk.points(at)[0]).collect()
        });
        assert_eq!(points, stops, "{}", played.summary.lesson);
    }
}

/// A playhead that is brought to a time is at one that stepping comes to.
#[test]
fn a_time_that_is_sought_is_on_the_way() {
    let runs = all();
    for one in &runs {
        for two in runs.iter().step_by(7) {
            both(one, two, |walk| {
                let there = positions(walk);
                let end = one.look(|story| story.end().time).0;
                for part in 0..=40 {
                    let time = Nanos(end * part / 40);
                    for stop in one.look(|story| reached(story, time)) {
                        let at = walk.at(stop, time);
                        assert!(there.contains(&at), "{at:?} at {time}");
                    }
                }
            });
        }
    }
}

/// The stops of a run at which its playhead may be at a time: the last one, and those that are at that time.
fn reached(story: StoryView<'_>, time: Nanos) -> Vec<usize> {
    let last = story.stops_by(time, true).saturating_sub(1);
    let first = story.stops_by(time, false).min(last);
    (first..=last).collect()
}

/// Returns how many frames, of a sixtieth of a second at speed 1, each position is seen when it is played.
fn frames(walk: Walk<'_>) -> Vec<(WalkPosition, u32)> {
    let mut seen: Vec<(WalkPosition, u32)> = vec![(START, 0)];
    let mut at = START;
    let mut before = Nanos::ZERO;
    while let Some(next) = walk.played(at, 1.0 / 60.0) {
        at = next;
        let time = walk.points(at)[0].time;
        assert!(time >= before, "never back");
        before = time;
        let stop = WalkPosition {
            rested_s: 0.0,
            ..at
        };
        match seen.last_mut() {
            Some((last, frames)) if *last == stop => *frames += 1,
            _ => seen.push((stop, 1)),
        }
    }
    seen
}

#[test]
fn each_stop_is_seen_when_it_is_played_and_playing_takes_a_few_seconds_more_than_the_run() {
    for played in all() {
        let name = &played.summary.lesson;
        let (seen, all) = alone(&played, |walk| (frames(walk), positions(walk)));
        // The last stop stays.
        let stops: Vec<_> = seen.iter().map(|(at, _)| *at).collect();
        assert_eq!(stops, all[..all.len() - 1], "{name}");
        let dwell_s = (8.0 / all.len() as f64).min(0.4);
        let least = seen.iter().map(|(_, frames)| *frames).min().unwrap();
        let wanted = (60.0 * dwell_s) as u32;
        assert!(least >= wanted, "{name}: a stop is seen for {least} frames");
        let took: u32 = seen.iter().map(|(_, frames)| frames).sum();
        let took_s = f64::from(took) / 60.0;
        let run_s = played.look(|story| story.end().time.seconds());
        assert!(
            took_s > run_s - 0.1 && took_s < run_s + 8.1,
            "{name}: {took_s} s for {run_s} s"
        );
    }
}

#[test]
fn the_stops_of_both_runs_are_seen_when_they_are_played() {
    let (one, two) = (
        Played::simulated("gather", &[]),
        Played::simulated("threads", &[]),
    );
    both(&one, &two, |walk| {
        let stops: Vec<_> = frames(walk).iter().map(|(at, _)| *at).collect();
        let all = positions(walk);
        assert_eq!(stops, all[..all.len() - 1]);
    });
}
