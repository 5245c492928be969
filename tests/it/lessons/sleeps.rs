//! Sleeps that a reader may edit on the picture: those whose length a parameter says.

use std::fmt::Write as _;

use crate::support::sleeping::{Given, Sleeping, play};
use expect_test::{Expect, expect};
use interleave::lessons::{Kind, catalogue};
use interleave::story::State;

/// The sleeps that come from a parameter: whose, when, how long, which, and whether something else
/// ends them before.
fn editable(slug: &str, given: Given<'_>) -> String {
    let Sleeping { played, sleeps, .. } = play(slug, given);
    let mut out = String::new();
    played.look(|story| {
        for lane in story.lanes() {
            for span in lane.spans() {
                let nth = sleeps.find(lane.task, lane.event_of(&span).unwrap());
                let slept = nth.and_then(|nth| sleeps.get(nth));
                let Some(source) = slept.and_then(|slept| slept.source) else {
                    continue;
                };
                let (name, from) = (lane.name(), span.from.time.seconds());
                let how = match span.state {
                    State::Sleeping(until) if span.to.unwrap().time == until => "sleeps",
                    State::Sleeping(_) => "would sleep",
                    State::Blocking => "blocks",
                    _ => continue,
                };
                let length = slept.unwrap().length.short(9);
                writeln!(out, "{from} {name} {how} {length}: {}", source.name).unwrap();
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

/// They are as long as names of pages say, or as chance does, or are computed of several values.
#[test]
fn no_other_sleep_can_be_edited() {
    let mut silent = Vec::new();
    for lesson in catalogue() {
        let given: Given<'_> = match lesson.slug {
            "ten-thousand" => &[("pages", "40"), ("concurrency", "10")],
            _ => &[],
        };
        if editable(lesson.slug, given).is_empty() {
            silent.push(lesson.slug);
        }
    }
    expect![[r#"
        blocking
        await-in-turn
        tasks
        gather
        done-callback
        never-awaited
        loop-in-a-loop
        as-completed
        wait-for-some
        blocking-in-a-task
        threads
        timeout
        retry
        semaphore
        rate-limit
        ten-thousand
        movies-in-turn
        movies-gather"#]]
    .assert_eq(&silent.join("\n"));
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
    check("timeout", &[("timeout", "1")], expect![[""]]);
    check("retry", &[("pause", "1")], expect![[""]]);
    check(
        "first-error",
        &[("urls", "url_1.5,url_2"), ("broken", "0")],
        expect![[r#"
            2 main sleeps 1.5: main_stays
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

/// Every lesson with lengths but two has a sleep to be edited: `timeout` has a deadline, and `retry`
/// computes its pauses.
#[test]
fn lessons_know_whether_they_have_lengths() {
    for lesson in catalogue() {
        let mut kinds = lesson.parameters.iter().map(|parameter| parameter.kind);
        let has = kinds.any(|kind| matches!(kind, Kind::Seconds { .. }));
        assert_eq!(lesson.has_lengths(), has, "{}", lesson.slug);
    }
}
