//! Every simulated lesson prints what it should, in the seconds that it should take.

use crate::support::Played;
use expect_test::{Expect, expect};

fn check(slug: &str, given: &[(&str, &str)], expected: Expect) {
    expected.assert_eq(&Played::simulated(slug, given).text());
}

#[test]
fn a_loop_with_a_blocking_sleep_takes_ten_seconds() {
    check(
        "blocking",
        &[],
        expect![[r#"
            crawling url_1
            OK url_1
            crawling url_2
            OK url_2
            crawling url_3
            OK url_3
            crawling url_4
            OK url_4
            Wall time: 10.00 s
        "#]],
    );
}

#[test]
fn await_alone_changes_nothing() {
    let blocking = Played::simulated("blocking", &[]).text();
    assert_eq!(Played::simulated("await-in-turn", &[]).text(), blocking);
}

#[test]
fn tasks_take_as_long_as_the_slowest() {
    check(
        "tasks",
        &[],
        expect![[r#"
            crawling url_1
            crawling url_2
            crawling url_3
            crawling url_4
            OK url_1
            OK url_2
            OK url_3
            OK url_4
            Wall time: 4.00 s
        "#]],
    );
    let tasks = Played::simulated("tasks", &[]).text();
    assert_eq!(Played::simulated("gather", &[]).text(), tasks);
}

#[test]
fn workers_in_turn_take_the_sum() {
    check(
        "workers-in-turn",
        &[],
        expect![[r#"
            before await
            worker_1 start
            worker_1 done
            awaited worker_1
            worker_2 start
            worker_2 done
            awaited worker_2
            Wall time: 3.00 s
        "#]],
    );
}

#[test]
fn workers_as_tasks_take_the_longest() {
    check(
        "workers-as-tasks",
        &[],
        expect![[r#"
            before await
            worker_1 start
            worker_2 start
            worker_1 done
            awaited worker_1
            worker_2 done
            awaited worker_2
            Wall time: 2.00 s
        "#]],
    );
}

#[test]
fn gather_returns_errors_and_cancellations_as_results() {
    check(
        "cancel-and-errors",
        &[],
        expect![[r#"
            [1, ZeroDivisionError('division by zero'), CancelledError('')]
            Wall time: 2.00 s
        "#]],
    );
    check(
        "cancel-and-errors",
        &[("python", "3.7")],
        expect![[r#"
            [1, ZeroDivisionError('division by zero'), CancelledError()]
            Wall time: 2.00 s
        "#]],
    );
}

#[test]
fn gather_raises_the_first_error() {
    check(
        "cancel-and-errors",
        &[("return_exceptions", "false"), ("cancel_after", "2.5")],
        expect![[r#"
            Wall time: 2.50 s
            raised ZeroDivisionError: division by zero
        "#]],
    );
}

#[test]
fn producers_and_consumers_take_turns() {
    check(
        "producer-consumer",
        &[],
        expect![[r#"
            producer_1 put a val: 5
            producer_2 put a val: 2
            consumer_1 get a val: 5
            consumer_2 get a val: 2
            producer_1 put a val: 1
            producer_2 put a val: 10
            consumer_1 get a val: 1
            consumer_2 get a val: 10
            producer_1 put a val: 5
            producer_2 put a val: 7
            consumer_1 get a val: 5
            consumer_2 get a val: 7
            producer_1 put a val: 7
            producer_2 put a val: 9
            consumer_1 get a val: 7
            consumer_2 get a val: 9
            producer_1 put a val: 6
            producer_2 put a val: 3
            consumer_1 get a val: 6
            consumer_2 get a val: 3
            Wall time: 10.00 s
        "#]],
    );
}

#[test]
fn a_done_callback_has_the_result() {
    check(
        "done-callback",
        &[],
        expect![[r#"
            crawling url_1
            crawling url_2
            crawling url_3
            crawling url_4
            result:  OK url_1
            result:  OK url_2
            result:  OK url_3
            result:  OK url_4
            Wall time: 4.00 s
        "#]],
    );
}

#[test]
fn ten_runs_of_a_lesson_are_one_trace() {
    for lesson in interleave::lessons::catalogue() {
        let traces: std::collections::BTreeSet<_> =
            (0..10).map(|_| Played::of(lesson).bytes()).collect();
        assert_eq!(traces.len(), 1, "{}", lesson.slug);
    }
}
