//! The statistics of a run, the chart of concurrency, and the path lit in the picture.

use crate::support::Played;
use crate::support::messages::Messages;
use expect_test::{Expect, expect};
use interleave::lessons::catalogue;
use interleave::runtime::{Event, TaskId};
use interleave::story::{StateKind, Statistics, StoryView};
use interleave::timeline::{Axis, Bands, Chart, Ink, Shape, View, lay_out};

fn table(story: StoryView<'_>) -> String {
    let rows = story.lanes().map(|lane| {
        let times = lane.times(story.end());
        let parts = [times.running, times.ready, times.sleeping, times.waiting];
        let parts = parts.map(|part| part.seconds().to_string()).join(" ");
        format!("{} {} {parts}\n", lane.name(), times.steps)
    });
    rows.collect()
}

fn check(slug: &str, expected: Expect) {
    expected.assert_eq(&Played::simulated(slug, &[]).look(table));
}

/// As task, steps, and seconds for which it ran, was ready, slept and waited.
#[test]
fn a_task_is_somewhere_all_of_its_life() {
    check(
        "gather",
        expect![[r#"
            main 2 0 0 0 4
            url_1 2 0 0 1 0
            url_2 2 0 0 2 0
            url_3 2 0 0 3 0
            url_4 2 0 0 4 0
        "#]],
    );
    check(
        "blocking",
        expect![[r#"
        main 1 10 0 0 0
    "#]],
    );
}

/// What is counted at once, or task by task, is the sum of all; and of every lesson each task's
/// times are as long as its life.
#[test]
fn times_add_up() {
    for lesson in catalogue() {
        Played::of(lesson).look(|story| {
            let (mut whole, mut slices) = (Statistics::default(), Statistics::default());
            assert!(!whole.count(story, usize::MAX));
            while slices.count(story, 1) {}
            assert_eq!(whole.sum, slices.sum, "{}", lesson.slug);
            let mut alive = 0;
            for lane in story.lanes() {
                let spans: Vec<_> = lane.spans().collect();
                let from = spans.first().unwrap().from.time;
                let to = lane.ending().map_or(story.end(), |(at, _)| at).time;
                let times = lane.times(story.end());
                assert_eq!(
                    times.alive(),
                    to.since(from),
                    "{} {}",
                    lesson.slug,
                    lane.name()
                );
                alive += times.alive().0;
            }
            assert_eq!(whole.sum.alive().0, alive, "{}", lesson.slug);
        });
    }
}

fn bands(shape: &Shape) -> &Bands {
    match shape {
        Shape::Density(bands) => bands,
        _ => panic!("a chart is a density"),
    }
}

#[test]
fn a_chart_counts_the_tasks_of_each_moment() {
    Played::simulated("gather", &[]).look(|story| {
        let mut chart = Chart::new(story, 400.0);
        while chart.count(story, 1) {}
        assert_eq!(story.most_at_once(), 5);
        let shape = chart.shape(story.most_at_once(), 50.0);
        let bands = bands(&shape);
        // A second is a hundred pixels, and a column two: in the middle of each second.
        let sleeping = [0.5, 1.5, 2.5, 3.5].map(|second| {
            let cell = bands.cells().nth((second * 50.0) as usize).unwrap();
            (cell[StateKind::Sleeping as usize] * 5.0).round()
        });
        assert_eq!(sleeping, [4.0, 3.0, 2.0, 1.0]);
        let waiting = bands.cells().nth(25).unwrap()[StateKind::Waiting as usize] * 5.0;
        assert_eq!(waiting.round(), 1.0);
    });
}

/// The most tasks at once are counted one by one, however short they are, and not averaged over a column.
#[test]
fn the_most_tasks_at_once_are_a_whole_number() {
    for lesson in catalogue() {
        Played::of(lesson).look(|story| {
            let mut changes = Vec::new();
            for lane in story.lanes() {
                changes.extend(lane.spans().next().map(|span| (span.from, 1)));
                changes.extend(lane.ending().map(|(at, _)| (at, -1)));
            }
            changes.sort_by(|one, other| one.partial_cmp(other).unwrap());
            let counts = changes.iter().scan(0, |alive, (_, by)| {
                *alive += by;
                Some(*alive)
            });
            let most = counts.max().unwrap();
            assert_eq!(story.most_at_once() as i32, most, "{}", lesson.slug);
        });
    }
    let given = [("pages", "3000"), ("concurrency", "20")];
    let many = Played::simulated("ten-thousand", &given);
    assert_eq!(many.look(|story| story.most_at_once()), 3001);
}

/// The area of a chart is the time that the tasks were there.
#[test]
fn a_chart_is_as_large_as_the_sum_of_times() {
    for lesson in catalogue() {
        Played::of(lesson).look(|story| {
            let mut statistics = Statistics::default();
            statistics.count(story, usize::MAX);
            let (width_px, end_s) = (300.0, story.end().time.seconds());
            let mut chart = Chart::new(story, width_px);
            chart.count(story, usize::MAX);
            let shape = chart.shape(story.most_at_once(), 1.0);
            let cells = bands(&shape).cells().flatten();
            let drawn: f64 = cells.map(|share| f64::from(*share)).sum();
            let seconds = drawn * story.most_at_once() as f64 * 2.0 / width_px * end_s;
            let alive_s = statistics.sum.alive().seconds();
            let off = (seconds - alive_s).abs();
            assert!(
                off <= 0.001 * alive_s,
                "{}: {seconds} of {alive_s}",
                lesson.slug
            );
        });
    }
}

#[test]
fn a_highlighted_path_lies_behind_the_bars_of_its_links() {
    let words = Messages::of("en").words();
    Played::simulated("gather", &[]).look(|story| {
        let path = story.critical_path();
        let mut view = View::whole(900.0, 400.0, Axis::Time, &words);
        let plain = lay_out(story, &view);
        assert!(!plain.shapes.iter().any(is_lit));
        view.path = &path;
        let picture = lay_out(story, &view);
        let lit: Vec<_> = picture
            .shapes
            .iter()
            .filter(|shape| is_lit(shape))
            .collect();
        // On an axis of time all that takes none has no width: the sleep of the last page is left.
        let sleeper = story.lanes().find(|lane| lane.name() == "url_4").unwrap();
        assert_eq!(sleeper.task, TaskId(4));
        let y = picture.row_y_px(4);
        let wide = lit.iter().filter_map(|shape| match shape {
            Shape::Rect {
                x_px,
                y_px,
                width_px,
                height_px,
                ..
            } if *width_px > 3.0 => Some((*x_px, y_px + height_px / 2.0, *width_px)),
            _ => None,
        });
        let (from, to) = (picture.scale.plot.left_px, picture.scale.plot.right_px);
        assert_eq!(wide.collect::<Vec<_>>(), [(from - 1.0, y, to - from + 2.0)]);
    });
}

fn is_lit(shape: &Shape) -> bool {
    match shape {
        Shape::Rect { ink, .. } | Shape::Line { ink, .. } => *ink == Ink::Lit,
        _ => false,
    }
}

/// A step is one uninterrupted stretch of control, and a tick one turn of the loop: the trace has them all.
#[test]
fn a_summary_counts_steps_and_ticks() {
    for lesson in catalogue() {
        let played = Played::of(lesson);
        let (steps, ticks) = played.look(|story| {
            let count = |is_it: fn(&Event<'_>) -> bool| {
                let events = story.trace().events_from(0).map(|(_, event)| event);
                events.filter(is_it).count() as u64
            };
            (
                count(|event| matches!(event, Event::StepBegan { .. })),
                count(|event| matches!(event, Event::TickBegan)),
            )
        });
        let of_tasks: u64 = played.look(|story| {
            let times = story.lanes().map(|lane| lane.times(story.end()).steps);
            times.sum()
        });
        let counted = (played.summary.steps, played.summary.ticks);
        assert_eq!(counted, (steps, ticks), "{}", lesson.slug);
        assert_eq!(of_tasks, steps, "{}", lesson.slug);
    }
}
