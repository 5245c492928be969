//! Sleeps that a reader may edit on the picture: those whose length a parameter says.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::support::messages::Messages;
use crate::support::sleeping::{Given, Sleeping, play};
use expect_test::{Expect, expect};
use interleave::lessons::{Kind, catalogue, why_fixed, why_no_sleep};
use interleave::runtime::Nanos;
use interleave::story::{Point, State};
use interleave::timeline::{Axis, DragHandles, Plot, Scale};

/// The sleeps that come from a parameter: whose, when, how long, which, and whether something else
/// ends them before.
fn editable(slug: &str, given: Given<'_>) -> String {
    let Sleeping {
        arguments,
        played,
        sleeps,
        ..
    } = play(slug, given);
    let mut out = String::new();
    played.look(|story| {
        for row in (0..story.row_count()).filter_map(|number| story.row(number)) {
            for span in row.spans() {
                let nth = sleeps.find(row.party(), row.event_of(&span).unwrap());
                let slept = nth.and_then(|nth| sleeps.get(nth));
                let Some(source) = slept.and_then(|slept| slept.source) else {
                    continue;
                };
                let (name, from) = (row.name(), span.from.time.seconds());
                let how = match span.state {
                    State::Sleeping(until) if span.to.unwrap().time == until => "sleeps",
                    State::Sleeping(_) => "would sleep",
                    State::Blocking => "blocks",
                    State::Working(_) => "works",
                    _ => continue,
                };
                let length = slept.unwrap().length.short(9);
                let source = arguments.length_name(source);
                writeln!(out, "{from} {name} {how} {length}: {source}").unwrap();
            }
        }
    });
    out
}

fn check(slug: &str, given: Given<'_>, expected: Expect) {
    expected.assert_eq(&editable(slug, given));
}

#[test]
fn sleeps_that_a_parameter_says_can_be_edited() {
    check(
        "workers-in-turn",
        &[],
        expect![[r#"
        0 main sleeps 1: worker_1
        1 main sleeps 2: worker_2
    "#]],
    );
    check(
        "workers-as-tasks",
        &[],
        expect![[r#"
        0 worker_1 sleeps 1: worker_1
        0 worker_2 sleeps 2: worker_2
    "#]],
    );
    check(
        "cancel-and-errors",
        &[],
        expect![[r#"
        0 main sleeps 2: cancel_after
        0 worker_1 sleeps 1: worker_1
        0 worker_2 sleeps 2: worker_2
        0 worker_3 would sleep 3: worker_3
    "#]],
    );
    check(
        "first-error",
        &[],
        expect![[r#"
            2 main sleeps 1.5: main_stays
            0 url_1 sleeps 1: url_1
            0 url_2 sleeps 2: url_2
            0 url_3 sleeps 3: url_3
            0 url_4 would sleep 4: url_4
        "#]],
    );
    check(
        "producer-consumer",
        &[("items", "2")],
        expect![[r#"
        0 main sleeps 10: stop_after
        0 consumer_1 sleeps 1: consume_pause
        1 consumer_1 sleeps 1: consume_pause
        0 consumer_2 sleeps 1: consume_pause
        1 consumer_2 sleeps 1: consume_pause
        0 producer_1 sleeps 1: produce_pause
        1 producer_1 sleeps 1: produce_pause
        0 producer_2 sleeps 1: produce_pause
        1 producer_2 sleeps 1: produce_pause
    "#]],
    );
}

/// Where each rests for as long as the others, the rests are the parameter's and the pages are not.
#[test]
fn of_many_sleeps_some_can_be_edited() {
    let given = [("pages", "3"), ("concurrency", "2"), ("rest", "0.1")];
    check(
        "ten-thousand",
        &given,
        expect![[r#"
        0.03 page_1 sleeps 0.1: rest
        0.1 page_2 sleeps 0.1: rest
        0.15 page_3 sleeps 0.1: rest
    "#]],
    );
}

#[test]
fn calls_that_block_for_as_long_as_a_parameter_says_can_be_edited() {
    check(
        "no-gain-for-cpu",
        &[],
        expect![[r#"
        0 worker_1 blocks 1: worker_1
        1 worker_2 blocks 2: worker_2
    "#]],
    );
    check(
        "scheduled-not-started",
        &[],
        expect![[r#"
        0 main blocks 1: busy
        1 worker_1 sleeps 1: worker_1
    "#]],
    );
}

/// The pages of a list are lengths, too: each is edited by itself, in a task, in the loop, and in a thread.
#[test]
fn sleeps_of_pages_can_be_edited() {
    check(
        "gather",
        &[("urls", "url_1:2.5,page:2.5,url_3")],
        expect![[r#"
            0 url_1 sleeps 2.5: url_1
            0 page sleeps 2.5: page
            0 url_3 sleeps 3: url_3
        "#]],
    );
    check(
        "blocking",
        &[("urls", "url_1,url_2")],
        expect![[r#"
            0 main blocks 1: url_1
            1 main blocks 2: url_2
        "#]],
    );
    check(
        "threads",
        &[],
        expect![[r#"
            0 thread_0 works 1: url_1
            1 thread_0 works 3: url_3
            0 thread_1 works 2: url_2
            2 thread_1 works 4: url_4
        "#]],
    );
    check(
        "timeout",
        &[],
        expect![[r#"
            0 main sleeps 1: url_1
            1 main would sleep 3: url_3
            3 main sleeps 1: url_1
            4 main would sleep 3: url_3
        "#]],
    );
    check(
        "retry",
        &[],
        expect![[r#"
            0 url_1 sleeps 1: url_1
            1.923716868 url_1 sleeps 1: url_1
            4.419151955 url_1 sleeps 1: url_1
            8.7223379 url_1 sleeps 1: url_1
            0 url_2 sleeps 2: url_2
        "#]],
    );
}

/// What has no handle has a sentence that says why, in each lesson.
#[test]
fn each_sleep_can_be_dragged_or_says_why_not() {
    let languages = ["en", "zh-Hans"].map(Messages::of);
    let mut reasons = String::new();
    for lesson in catalogue() {
        let given: Given<'_> = match lesson.slug {
            "ten-thousand" => &[("pages", "4"), ("concurrency", "2")],
            _ => &[],
        };
        let Sleeping {
            arguments,
            played,
            sleeps,
            ..
        } = play(lesson.slug, given);
        let mut said = BTreeMap::<String, usize>::new();
        played.look(|story| {
            for row in (0..story.row_count()).filter_map(|number| story.row(number)) {
                for span in row
                    .spans()
                    .filter(|span| why_no_sleep(span.state).is_none())
                {
                    let reason = why_fixed((lesson, &arguments), &sleeps, &row, &span);
                    let offers = |party, event| {
                        let nth = sleeps.find(party, event);
                        nth.is_some_and(|nth| sleeps.get(nth).unwrap().source.is_some())
                    };
                    let handles = DragHandles {
                        offers: &offers,
                        target_px: 0.0,
                        held: None,
                    };
                    let has_handle = handles.has((0, &row), &span, &seconds_wide());
                    assert_eq!(has_handle, reason.is_none(), "{} {span:?}", lesson.slug);
                    let key = match &reason {
                        None => "a handle".to_string(),
                        Some(reason) => {
                            for messages in &languages {
                                assert!(messages.has(reason.key), "{}", reason.key);
                            }
                            format!("{} {:?}", reason.key, reason.arguments)
                        }
                    };
                    *said.entry(key).or_default() += 1;
                }
            }
        });
        for (reason, count) in said {
            writeln!(reasons, "{}: {count} {reason}", lesson.slug).unwrap();
        }
    }
    expect![[r#"
        blocking: 4 a handle
        await-in-turn: 4 a handle
        tasks: 4 a handle
        gather: 4 a handle
        workers-in-turn: 2 a handle
        workers-as-tasks: 2 a handle
        cancel-and-errors: 3 a handle
        cancel-and-errors: 1 edit-cancelled [("name", Text("worker_3"))]
        producer-consumer: 21 a handle
        done-callback: 4 a handle
        scheduled-not-started: 2 a handle
        ties-and-sleep-zero: 2 a handle
        never-awaited: 1 edit-written []
        loop-in-a-loop: 1 a handle
        as-completed: 3 a handle
        wait-for-some: 3 a handle
        no-gain-for-cpu: 2 a handle
        blocking-in-a-task: 2 a handle
        blocking-in-a-task: 3 edit-written []
        threads: 4 a handle
        first-error: 4 a handle
        first-error: 1 edit-cancelled [("name", Text("url_4"))]
        task-group: 2 a handle
        task-group: 1 edit-cancelled [("name", Text("worker_3"))]
        cancel-and-finally: 2 a handle
        cancel-and-finally: 1 edit-written []
        timeout: 2 a handle
        timeout: 2 edit-cancelled [("name", Text("url_3"))]
        shield: 1 a handle
        retry: 5 a handle
        retry: 3 edit-random [("names", Names(["pause", "seed"]))]
        event-and-lock: 4 a handle
        queue-join: 4 a handle
        semaphore: 4 a handle
        rate-limit: 6 a handle
        rate-limit: 7 edit-computed [("names", Names(["rate"]))]
        ten-thousand: 4 edit-random [("names", Names(["seed"]))]
    "#]]
    .assert_eq(&reasons);
}

/// A scale on which a second is wide.
fn seconds_wide() -> Scale {
    let plot = Plot {
        left_px: 0.0,
        right_px: 1000.0,
    };
    let end = Point {
        time: Nanos(1_000_000_000),
        order: 1.0,
    };
    Scale::fit(Axis::Time, end, plot)
}

/// A sleep of a second that the program itself says is not the parameter's that says one, too.
#[test]
fn what_is_as_long_by_chance_is_not_edited() {
    check(
        "scheduled-not-started",
        &[("worker_1", "1"), ("busy", "1")],
        expect![[r#"
            0 main blocks 1: busy
            1 worker_1 sleeps 1: worker_1
        "#]],
    );
    check(
        "workers-as-tasks",
        &[("worker_1", "2")],
        expect![[r#"
        0 worker_1 sleeps 2: worker_1
        0 worker_2 sleeps 2: worker_2
    "#]],
    );
    check(
        "timeout",
        &[("timeout", "1")],
        expect![[r#"
        0 main sleeps 1: url_1
        1 main would sleep 3: url_3
        2 main sleeps 1: url_1
    "#]],
    );
    check(
        "first-error",
        &[("urls", "url_1.5,url_2"), ("broken", "0")],
        expect![[r#"
            2 main sleeps 1.5: main_stays
            0 url_1.5 sleeps 1.5: url_1.5
            0 url_2 sleeps 2: url_2
        "#]],
    );
}

#[test]
fn no_task_sleeps_for_no_time() {
    check(
        "workers-in-turn",
        &[("worker_1", "0")],
        expect![[r#"
        0 main sleeps 2: worker_2
    "#]],
    );
    check(
        "workers-as-tasks",
        &[("worker_1", "0"), ("worker_2", "0")],
        expect![[""]],
    );
}

/// The longest value that there may be is asked beyond its bound.
#[test]
fn bounds_do_not_matter_to_who_asks() {
    check(
        "workers-as-tasks",
        &[("worker_1", "20")],
        expect![[r#"
        0 worker_1 sleeps 20: worker_1
        0 worker_2 sleeps 2: worker_2
    "#]],
    );
}

#[test]
fn lessons_know_whether_they_have_lengths() {
    for lesson in catalogue() {
        let mut kinds = lesson.parameters.iter().map(|parameter| parameter.kind);
        let has = kinds.any(|kind| matches!(kind, Kind::Seconds { .. } | Kind::Urls { .. }));
        assert_eq!(lesson.has_lengths(), has, "{}", lesson.slug);
    }
}
