//! An end of a sleep that is dragged follows the pointer; and where grips are, by which it is taken.

use crate::support::Played;
use crate::support::messages::Messages;
use crate::support::sleeping::{Sleeping, play};
use interleave::lessons::{DragSolver, Nth, SECONDS_STEP, Sleeps, stepped};
use interleave::runtime::{Nanos, TaskId};
use interleave::story::{Party, Point, Span, State, StoryView};
use interleave::timeline::{
    Axis, DragHandles, Picture, Scale, Shape, View, drag_handle_at, lay_out,
};

/// Where the nth sleep of a task ends in a run with a value, on a scale; none where there is none.
fn end_px(
    slug: &str,
    (name, text): (&str, String),
    value: Nanos,
    nth: Nth,
    scale: Scale,
) -> Option<f64> {
    let Sleeping { played, sleeps, .. } = play(slug, &[(name, &text)]);
    let slept = sleeps.get(nth).filter(|slept| slept.length == value)?;
    played.look(|story| {
        let row = story.row(story.row_of(nth.of))?;
        let is_slept = |span: &Span| row.event_of(span) == Some(slept.event);
        let span = row.spans().find(is_slept)?;
        Some(scale.x_from_point(span.to?))
    })
}

fn scale_of(played: &Played, axis: Axis) -> Scale {
    let words = Messages::of("en").words();
    played.look(|story| lay_out(story, &View::whole(900.0, 400.0, axis, &words)).scale)
}

/// How many runs may be made for a question.
const RUNS: usize = 40;

/// Where a sleep of a run ends.
fn end(sleeps: &Sleeps, nth: Nth) -> (Nanos, u64) {
    let slept = sleeps.get(nth).unwrap();
    (slept.until, slept.steps)
}

/// Pulls at a sleep, and claims of each place that no value puts the sleep's end nearer to it.
fn follows(slug: &str, name: &str, nth: Nth, axis: Axis) {
    let Sleeping {
        lesson,
        arguments,
        played,
        sleeps,
    } = play(slug, &[]);
    let scale = scale_of(&played, axis);
    let length = sleeps.get(nth).unwrap().source.unwrap();
    assert_eq!(arguments.length_name(length), name);
    let with = |value: Nanos| (length.parameter.name, arguments.value_with(length, value));
    let mut pull = DragSolver::new(lesson, arguments.clone(), nth, length);
    pull.note(sleeps.get(nth).unwrap().length, end(&sleeps, nth));
    let steps: Vec<_> = (1..=60)
        .map(|steps| Nanos(steps * SECONDS_STEP.0))
        .collect();
    let ends: Vec<_> = steps
        .iter()
        .filter_map(|value| Some((*value, end_px(slug, with(*value), *value, nth, scale)?)))
        .collect();
    assert_eq!(ends.len(), steps.len(), "{slug}");
    let place = |time, steps| {
        let order = steps as f64;
        scale.x_from_point(Point { time, order })
    };
    // A call that blocks ends within a step, by the same part of it whatever its length.
    let slept = *sleeps.get(nth).unwrap();
    let now_px = ends
        .iter()
        .find(|(value, _)| *value == slept.length)
        .unwrap()
        .1;
    let within_px = now_px - place(slept.until, slept.steps);
    let (first_px, last_px) = (ends[0].1, ends[ends.len() - 1].1);
    let mut seen = std::collections::BTreeSet::new();
    for share in 0..=40 {
        let target_px = first_px + (last_px - first_px) * f64::from(share) / 40.0;
        let value = pull.value_at(target_px - within_px, RUNS, place);
        seen.insert(value);
        let off = |px: f64| (px - target_px).abs();
        let found_px = ends.iter().find(|(known, _)| *known == value).unwrap().1;
        let least = ends
            .iter()
            .map(|(_, px)| off(*px))
            .fold(f64::INFINITY, f64::min);
        assert!(
            off(found_px) < least + 0.01,
            "{slug} {name} at {target_px}: {value:?}"
        );
    }
    assert!(seen.len() > 20, "{slug} {name}: {seen:?}");
}

const fn nth(task: u32, number: usize) -> Nth {
    Nth {
        of: Party::Task(TaskId(task)),
        number,
    }
}

#[test]
fn a_pulled_end_follows_the_pointer() {
    for axis in [Axis::Elastic, Axis::Time] {
        follows("workers-as-tasks", "worker_1", nth(1, 0), axis);
        follows("workers-as-tasks", "worker_2", nth(2, 0), axis);
        follows("workers-in-turn", "worker_1", nth(0, 0), axis);
        follows("workers-in-turn", "worker_2", nth(0, 1), axis);
        follows("cancel-and-errors", "worker_1", nth(1, 0), axis);
        follows("cancel-and-errors", "cancel_after", nth(0, 0), axis);
        follows("first-error", "main_stays", nth(0, 0), axis);
        follows("no-gain-for-cpu", "worker_2", nth(2, 0), axis);
        follows("gather", "url_1", nth(1, 0), axis);
        follows("blocking", "url_2", nth(0, 1), axis);
        follows("as-completed", "url_3", nth(1, 0), axis);
    }
}

/// The third pause of a producer ends three times as far as its first: its value follows the end.
#[test]
fn an_end_behind_other_sleeps_of_its_parameter_follows_the_pointer() {
    let Sleeping {
        lesson,
        arguments,
        sleeps,
        ..
    } = play("producer-consumer", &[]);
    let third = nth(3, 2);
    let length = sleeps.get(third).unwrap().source.unwrap();
    let mut pull = DragSolver::new(lesson, arguments, third, length);
    pull.note(Nanos::parse("1").unwrap(), end(&sleeps, third));
    for (end_s, value) in [
        (3.0, "1"),
        (4.5, "1.5"),
        (6.0, "2"),
        (1.5, "0.5"),
        (0.0, "0"),
    ] {
        let found = pull.value_at(end_s, RUNS, |time, _| time.seconds());
        assert_eq!(found.short(9), value, "{end_s}");
    }
}

/// Where no run is made for a question, those that are shown lead to the right value.
#[test]
fn the_runs_that_are_shown_find_the_value_one_after_the_other() {
    let third = nth(3, 2);
    let mut value = "1".to_string();
    let mut pull = None;
    for (end_s, wanted, most) in [(4.5, "1.5", 4), (0.9, "0.3", 4), (30.0, "10", 5)] {
        for shown in 0.. {
            let Sleeping {
                lesson,
                arguments,
                sleeps,
                ..
            } = play("producer-consumer", &[("produce_pause", &value)]);
            let source = sleeps.get(third).and_then(|slept| slept.source);
            let pull = pull
                .get_or_insert_with(|| DragSolver::new(lesson, arguments, third, source.unwrap()));
            if source.is_some() {
                pull.note(Nanos::parse(&value).unwrap(), end(&sleeps, third));
            }
            let next = pull.value_at(end_s, 0, |time, _| time.seconds()).short(9);
            if next == value {
                break;
            }
            assert!(shown < most, "{value}, then {next}, for {wanted}");
            value = next;
        }
        assert_eq!(value, wanted);
    }
}

#[test]
fn values_stay_on_the_steps_and_within_bounds() {
    let Sleeping {
        lesson,
        arguments,
        sleeps,
        ..
    } = play("workers-as-tasks", &[("worker_1", "1.25")]);
    let length = sleeps.get(nth(1, 0)).unwrap().source.unwrap();
    let mut pull = DragSolver::new(lesson, arguments, nth(1, 0), length);
    pull.note(Nanos::parse("1.25").unwrap(), end(&sleeps, nth(1, 0)));
    let mut at = |end_s: f64| {
        pull.value_at(end_s, RUNS, |time, _| time.seconds())
            .short(9)
    };
    assert_eq!([at(1.31), at(1.39), at(-5.0)], ["1.3", "1.4", "0"]);
    assert_eq!([at(19.97), at(25.0), at(1e9)], ["20", "20", "20"]);

    let by = |value: &str, by| stepped(length, Nanos::parse(value).unwrap(), by).short(9);
    assert_eq!([by("1", 1), by("1", -1), by("1", 10)], ["1.1", "0.9", "2"]);
    assert_eq!([by("1.25", 1), by("1.25", -1)], ["1.3", "1.2"]);
    assert_eq!(
        [by("0.3", -10), by("0", -1), by("19.5", 10)],
        ["0", "0", "20"]
    );
}

// ---- grips

/// Lays a lesson out with its grips, and looks at that.
fn gripped<R>(
    slug: &str,
    axis: Axis,
    target_px: f64,
    look: impl FnOnce(StoryView<'_>, &Picture, DragHandles<'_>) -> R,
) -> R {
    let words = Messages::of("en").words();
    let Sleeping { played, sleeps, .. } = play(slug, &[]);
    let offers = |party, event| {
        let nth = sleeps.find(party, event);
        nth.is_some_and(|nth| sleeps.get(nth).unwrap().source.is_some())
    };
    let grips = DragHandles {
        offers: &offers,
        target_px,
        held: None,
    };
    played.look(|story| {
        let mut view = View::whole(900.0, 400.0, axis, &words);
        view.drag_handles = Some(grips);
        look(story, &lay_out(story, &view), grips)
    })
}

/// How many grips a picture has: bars as narrow as one.
fn count(slug: &str, axis: Axis, target_px: f64) -> usize {
    gripped(slug, axis, target_px, |_, picture, _| {
        let is_grip =
            |shape: &&Shape| matches!(shape, Shape::Rect { width_px, .. } if *width_px == 5.0);
        picture.shapes.iter().filter(is_grip).count()
    })
}

#[test]
fn grips_are_where_a_length_is_seen() {
    for axis in [Axis::Elastic, Axis::Time] {
        assert_eq!(count("workers-as-tasks", axis, 16.0), 2);
        assert_eq!(count("gather", axis, 16.0), 4);
        assert_eq!(count("threads", axis, 16.0), 4);
        assert_eq!(count("rate-limit", axis, 16.0), 6);
        // The third worker is cancelled: its end is not its own.
        assert_eq!(count("cancel-and-errors", axis, 16.0), 3);
        assert_eq!(count("no-gain-for-cpu", axis, 16.0), 2);
    }
    assert_eq!(count("workers-as-tasks", Axis::Order, 16.0), 0);
    // A pause of a second in ten is too narrow for a finger.
    assert!(count("producer-consumer", Axis::Elastic, 16.0) > 10);
    assert_eq!(count("producer-consumer", Axis::Elastic, 80.0), 1);
}

#[test]
fn a_grip_is_taken_from_as_far_as_its_target_reaches() {
    gripped(
        "workers-as-tasks",
        Axis::Elastic,
        40.0,
        |story, picture, grips| {
            let lane = story.lane(TaskId(1)).unwrap();
            let sleep = lane
                .spans()
                .find(|span| matches!(span.state, State::Sleeping(_)));
            let sleep = sleep.unwrap();
            let (x_px, y_px) = (
                picture.scale.x_from_point(sleep.to.unwrap()),
                picture.row_y_px(1),
            );
            let at = |x, y| drag_handle_at(story, picture, &grips, (x, y));
            let grip = at(x_px, y_px).unwrap();
            let task = Party::Task(TaskId(1));
            assert_eq!((grip.party, grip.span), (task, (1, sleep.number)));
            for (x, y) in [(-24.0, 0.0), (13.0, 0.0), (0.0, -19.0), (0.0, 19.0)] {
                assert_eq!(at(x_px + x, y_px + y), Some(grip), "{x}, {y}");
            }
            for (x, y) in [(-40.0, 0.0), (30.0, 0.0), (0.0, -46.0)] {
                assert_eq!(at(x_px + x, y_px + y), None, "{x}, {y}");
            }
            assert_eq!(at(picture.scale.x_from_point(Point::default()), 10.0), None);
        },
    );
}
