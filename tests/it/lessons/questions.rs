//! The lessons that answer questions print what their Python listings print under CPython.

use crate::support::Played;
use expect_test::{Expect, expect};

fn check(slug: &str, given: &[(&str, &str)], expected: Expect) {
    expected.assert_eq(&Played::simulated(slug, given).text());
}

#[test]
fn creating_a_task_schedules_it_and_starts_nothing() {
    check(
        "scheduled-not-started",
        &[],
        expect![[r#"
            worker_1 is created
            worker_2 is created
            main was busy
            worker_1 start
            worker_1 done
            awaited worker_1
            Wall time: 2.00 s
        "#]],
    );
}

#[test]
fn a_coroutine_that_is_never_awaited_runs_nothing() {
    check(
        "never-awaited",
        &[],
        expect![[r#"
            called crawl_page: 2 coroutine objects
            1 s later nothing has run
            Wall time: 1.00 s
        "#]],
    );
    check(
        "never-awaited",
        &[("awaited", "true")],
        expect![[r#"
            called crawl_page: 2 coroutine objects
            1 s later nothing has run
            crawling url_1
            OK url_1
            crawling url_2
            OK url_2
            Wall time: 4.00 s
        "#]],
    );
}

#[test]
fn a_second_loop_inside_of_one_that_runs_is_an_error() {
    check(
        "loop-in-a-loop",
        &[],
        expect![[r#"
            RuntimeError: asyncio.run() cannot be called from a running event loop
            crawling url_1
            OK url_1
            Wall time: 1.00 s
        "#]],
    );
}

#[test]
fn computing_takes_the_sum_of_its_times() {
    check(
        "no-gain-for-cpu",
        &[],
        expect![[r#"
            worker_1 start
            worker_1 done
            worker_2 start
            worker_2 done
            no faster than one after the other
            Wall time: 3.00 s
        "#]],
    );
}

#[test]
fn a_blocking_call_stops_every_task_and_a_thread_none() {
    check(
        "blocking-in-a-task",
        &[],
        expect![[r#"
            crawling url_2
            OK url_2
            crawling url_1
            OK url_1
            tick 1
            tick 2
            tick 3
            Wall time: 6.00 s
        "#]],
    );
}

#[test]
fn the_first_error_leaves_the_others_running_until_main_is_done() {
    check(
        "first-error",
        &[],
        expect![[r#"
            crawling url_1
            crawling url_2
            crawling url_3
            crawling url_4
            OK url_1
            main caught ValueError: url_2 is broken
            OK url_3
            main is done
            cancelled url_4
            Wall time: 3.50 s
        "#]],
    );
    check(
        "first-error",
        &[("broken", "0"), ("main_stays", "0")],
        expect![[r#"
            crawling url_1
            crawling url_2
            crawling url_3
            crawling url_4
            OK url_1
            OK url_2
            OK url_3
            OK url_4
            main is done
            Wall time: 4.00 s
        "#]],
    );
}

#[test]
fn what_takes_too_long_is_cancelled_and_cleans_up() {
    check(
        "timeout",
        &[],
        expect![[r#"
            crawling url_1
            OK url_1
            crawling url_3
            cleaning up url_3
            gave up url_3
            crawling url_1
            OK url_1
            crawling url_3
            cleaning up url_3
            gave up the rest
            Wall time: 5.00 s
        "#]],
    );
    check(
        "timeout",
        &[("timeout", "0")],
        expect![[r#"
            gave up url_1
            gave up url_3
            crawling url_1
            cleaning up url_1
            gave up the rest
            Wall time: 0.00 s
        "#]],
    );
    check(
        "timeout",
        &[("timeout", "4")],
        expect![[r#"
            crawling url_1
            OK url_1
            crawling url_3
            OK url_3
            crawling url_1
            OK url_1
            crawling url_3
            cleaning up url_3
            gave up the rest
            Wall time: 8.00 s
        "#]],
    );
}

#[test]
fn a_flaky_page_is_tried_again_after_growing_pauses() {
    check(
        "retry",
        &[],
        expect![[r#"
            crawling url_1, attempt 1
            crawling url_2, attempt 1
            url_1 does not answer; pause 923 ms
            crawling url_1, attempt 2
            OK url_2
            url_1 does not answer; pause 1495 ms
            crawling url_1, attempt 3
            url_1 does not answer; pause 3303 ms
            crawling url_1, attempt 4
            OK url_1
            Wall time: 9.72 s
        "#]],
    );
    check(
        "retry",
        &[("failures", "100"), ("attempts", "2")],
        expect![[r#"
            crawling url_1, attempt 1
            crawling url_2, attempt 1
            url_1 does not answer; pause 923 ms
            crawling url_1, attempt 2
            url_2 does not answer; pause 627 ms
            crawling url_2, attempt 2
            gave up url_1
            gave up url_2
            Wall time: 4.63 s
        "#]],
    );
}

#[test]
fn a_semaphore_lets_so_many_in_at_once() {
    check(
        "semaphore",
        &[],
        expect![[r#"
            crawling url_1
            crawling url_2
            OK url_1
            crawling url_3
            OK url_2
            crawling url_4
            OK url_3
            OK url_4
            Wall time: 6.00 s
        "#]],
    );
    check(
        "semaphore",
        &[("concurrency", "1")],
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
fn a_bucket_lets_so_many_start_a_second() {
    check(
        "rate-limit",
        &[],
        expect![[r#"
            crawling a_1
            crawling b_1
            crawling c_1
            OK a_1
            OK b_1
            crawling d_1
            OK c_1
            crawling e_1
            OK d_1
            crawling f_1
            OK e_1
            OK f_1
            Wall time: 3.00 s
        "#]],
    );
    check(
        "rate-limit",
        &[("burst", "1"), ("rate", "4")],
        expect![[r#"
            crawling a_1
            crawling b_1
            crawling c_1
            crawling d_1
            OK a_1
            crawling e_1
            OK b_1
            crawling f_1
            OK c_1
            OK d_1
            OK e_1
            OK f_1
            Wall time: 2.25 s
        "#]],
    );
}

#[test]
fn ten_thousand_pages_are_crawled_a_hundred_at_a_time() {
    check(
        "ten-thousand",
        &[],
        expect![[r#"
            10000 pages, which take 551 s one after the other
            Wall time: 5.57 s
        "#]],
    );
    check(
        "ten-thousand",
        &[("pages", "50"), ("concurrency", "50")],
        expect![[r#"
            50 pages, which take 2 s one after the other
            Wall time: 0.10 s
        "#]],
    );
}

/// CPython says the same when it is given the time: real threads sleep for real.
#[test]
fn in_a_thread_a_blocking_call_stops_no_task() {
    check(
        "blocking-in-a-task",
        &[("call", "to_thread")],
        expect![[r#"
            crawling url_2
            tick 1
            OK url_2
            crawling url_1
            tick 2
            OK url_1
            tick 3
            Wall time: 3.00 s
        "#]],
    );
}

#[test]
fn a_pool_of_threads_works_at_as_many_pages_at_once() {
    check(
        "threads",
        &[],
        expect![[r#"
        crawling url_1
        crawling url_2
        OK url_1
        crawling url_3
        OK url_2
        crawling url_4
        OK url_3
        OK url_4
        Wall time: 6.00 s
    "#]],
    );
    check(
        "threads",
        &[("threads", "64")],
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
}

#[test]
fn the_end_of_a_time_is_not_told_as_the_end_of_a_sleep() {
    let story = Played::simulated("timeout", &[]).sentences();
    let at_3_s: Vec<_> = story
        .lines()
        .filter(|line| line.starts_with("3.00/"))
        .collect();
    let says = |key: &str| at_3_s.iter().any(|line| line.contains(key));
    assert!(
        says("step-timed-out(main)") && !says("step-timer"),
        "{story}"
    );
}
