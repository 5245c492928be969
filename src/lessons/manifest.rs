//! The manifest: every lesson, in the order in which they teach.
//!
//! An entry has the name of the lesson's two files in `programs` (`gather.rs` and `gather.py`) and:
//!
//! - `group`: the group in which readers find it; lessons of a group stand together here;
//! - `docs`: where Python's documentation explains what it is about, below `docs.python.org/3/`;
//! - `question`: what a reader is asked before it runs; left out, how long it takes;
//! - `parameters`: what the reader may change, with defaults and bounds (`parameter.rs`);
//! - `tasks`: the parameter that says how many tasks it makes, if there may be thousands;
//! - `network`: whether it fetches pages; left out, it only sleeps;
//! - `start`: how its `main` takes the reader's values, and what reads the pages that it fetches.
//!
//! What else a lesson has is found by its slug, that name with `-` for `_`: its messages (`lesson-SLUG-title`, `-summary`, `-look`
//! and `-why`, and `parameter-NAME-help` of each parameter).

use std::cell::RefCell;

use super::lesson::{Network, lessons};
use super::parameter::{CONCURRENCY, LIMIT, PROXY_ADDRESS, RETURN_WHEN, SITE, URLS};
use super::parameter::{choice, count, seconds, urls};
use crate::crawl::Site;
use crate::runtime::{Python, Random};
use crate::story::Question;

lessons!(
    // From a plain loop to tasks.
    blocking {
        group: "first",
        docs: "library/time.html#time.sleep",
        parameters: [URLS],
        start: |values, _| blocking::main(values.urls("urls")),
    },
    await_in_turn {
        group: "first",
        docs: "library/asyncio-task.html#coroutines",
        parameters: [URLS],
        start: |values, _| await_in_turn::main(values.urls("urls")),
    },
    tasks {
        group: "first",
        docs: "library/asyncio-task.html#creating-tasks",
        question: Question::Line(2),
        parameters: [URLS],
        start: |values, _| tasks::main(values.urls("urls")),
    },
    gather {
        group: "first",
        docs: "library/asyncio-task.html#asyncio.gather",
        parameters: [URLS],
        start: |values, _| gather::main(values.urls("urls")),
    },
    workers_in_turn {
        group: "workers",
        docs: "library/asyncio-task.html#awaitables",
        question: Question::Line(4),
        parameters: [seconds("worker_1", "1"), seconds("worker_2", "2")],
        start: |values, _| {
            workers_in_turn::main(values.seconds("worker_1"), values.seconds("worker_2"))
        },
    },
    workers_as_tasks {
        group: "workers",
        docs: "library/asyncio-task.html#asyncio.create_task",
        parameters: [seconds("worker_1", "1"), seconds("worker_2", "2")],
        start: |values, _| {
            workers_as_tasks::main(values.seconds("worker_1"), values.seconds("worker_2"))
        },
    },
    cancel_and_errors {
        group: "more",
        docs: "library/asyncio-task.html#task-cancellation",
        question: Question::Ending(3),
        parameters: [
            seconds("worker_1", "1"),
            seconds("worker_2", "2"),
            seconds("worker_3", "3"),
            seconds("cancel_after", "2"),
            choice("return_exceptions", "true", &["true", "false"]),
            choice("python", "3.13", &["3.13", "3.7"]),
        ],
        start: |values, _| {
            let python = match values.text("python") {
                "3.7" => Python::V3_7,
                _ => Python::V3_13,
            };
            cancel_and_errors::main(
                values.seconds("worker_1"),
                values.seconds("worker_2"),
                values.seconds("worker_3"),
                values.seconds("cancel_after"),
                values.text("return_exceptions") == "true",
                python,
            )
        },
    },
    producer_consumer {
        group: "more",
        docs: "library/asyncio-queue.html#asyncio.Queue",
        question: Question::Line(3),
        parameters: [
            count("producers", 2, 1, 20),
            count("consumers", 2, 1, 20),
            count("items", 5, 0, 100),
            seconds("produce_pause", "1"),
            seconds("consume_pause", "1"),
            count("maxsize", 0, 0, 100),
            seconds("stop_after", "10"),
            count("seed", 23, 0, 9999),
        ],
        start: |values, _| {
            producer_consumer::main(producer_consumer::Plan {
                producers: values.size("producers"),
                consumers: values.size("consumers"),
                items: values.size("items"),
                produce_pause: values.seconds("produce_pause"),
                consume_pause: values.seconds("consume_pause"),
                maxsize: values.size("maxsize"),
                stop_after: values.seconds("stop_after"),
                seed: values.count("seed"),
            })
        },
    },
    done_callback {
        group: "more",
        docs: "library/asyncio-task.html#asyncio.Task.add_done_callback",
        question: Question::Line(5),
        parameters: [URLS],
        start: |values, _| done_callback::main(values.urls("urls")),
    },
    // What readers ask next: a lesson for each question.
    scheduled_not_started {
        group: "why",
        docs: "library/asyncio-task.html#asyncio.create_task",
        question: Question::Line(3),
        parameters: [seconds("worker_1", "1"), seconds("busy", "1")],
        start: |values, _| {
            scheduled_not_started::main(values.seconds("worker_1"), values.seconds("busy"))
        },
    },
    ties_and_sleep_zero {
        group: "why",
        docs: "library/asyncio-task.html#asyncio.sleep",
        question: Question::Line(3),
        parameters: [seconds("first", "1"), seconds("second", "1")],
        start: |values, _| {
            ties_and_sleep_zero::main(values.seconds("first"), values.seconds("second"))
        },
    },
    never_awaited {
        group: "why",
        docs: "library/asyncio-dev.html#detect-never-awaited-coroutines",
        question: Question::LastLine,
        parameters: [
            urls("url_1,url_2"),
            choice("awaited", "false", &["false", "true"]),
        ],
        start: |values, _| {
            never_awaited::main(values.urls("urls"), values.text("awaited") == "true")
        },
    },
    loop_in_a_loop {
        group: "why",
        docs: "library/asyncio-runner.html#asyncio.run",
        question: Question::Line(1),
        parameters: [urls("url_1")],
        start: |values, _| loop_in_a_loop::main(values.urls("urls")),
    },
    as_completed {
        group: "results",
        docs: "library/asyncio-task.html#asyncio.as_completed",
        question: Question::Line(5),
        parameters: [urls("url_3,url_1,url_2")],
        start: |values, _| as_completed::main(values.urls("urls")),
    },
    wait_for_some {
        group: "results",
        docs: "library/asyncio-task.html#asyncio.wait",
        question: Question::LastLine,
        parameters: [
            urls("url_1,url_2,url_3"),
            count("broken", 2, 0, 200),
            RETURN_WHEN
        ],
        start: |values, _| {
            let return_when = values.text("return_when").parse().unwrap_or_default();
            wait_for_some::main(values.urls("urls"), values.size("broken"), return_when)
        },
    },
    no_gain_for_cpu {
        group: "blocking",
        docs: "library/asyncio-dev.html#running-blocking-code",
        parameters: [seconds("worker_1", "1"), seconds("worker_2", "2")],
        start: |values, _| {
            no_gain_for_cpu::main(values.seconds("worker_1"), values.seconds("worker_2"))
        },
    },
    blocking_in_a_task {
        group: "blocking",
        docs: "library/asyncio-task.html#asyncio.to_thread",
        question: Question::LastLineTime,
        parameters: [
            urls("url_2,url_1"),
            choice("call", "blocking", &["blocking", "to_thread"]),
        ],
        start: |values, _| {
            blocking_in_a_task::main(values.urls("urls"), values.text("call").to_string())
        },
    },
    threads {
        group: "blocking",
        docs: "library/asyncio-eventloop.html#asyncio.loop.run_in_executor",
        parameters: [URLS, count("threads", 2, 1, 64)],
        start: |values, _| threads::main(values.urls("urls"), values.size("threads")),
    },
    first_error {
        group: "failing",
        docs: "library/asyncio-task.html#asyncio.gather",
        question: Question::LastLine,
        parameters: [
            URLS,
            count("broken", 2, 0, 200),
            seconds("main_stays", "1.5"),
        ],
        start: |values, _| {
            first_error::main(
                values.urls("urls"),
                values.size("broken"),
                values.seconds("main_stays"),
            )
        },
    },
    task_group {
        group: "failing",
        docs: "library/asyncio-task.html#asyncio.TaskGroup",
        question: Question::LastLineTime,
        parameters: [
            seconds("worker_1", "1"),
            seconds("worker_2", "2"),
            seconds("worker_3", "3"),
            choice("fails", "true", &["true", "false"]),
        ],
        start: |values, _| {
            task_group::main(
                values.seconds("worker_1"),
                values.seconds("worker_2"),
                values.seconds("worker_3"),
                values.text("fails") == "true",
            )
        },
    },
    cancel_and_finally {
        group: "failing",
        docs: "library/asyncio-task.html#asyncio.Task.cancel",
        question: Question::LastLine,
        parameters: [
            seconds("cancel_after", "1"),
            seconds("clean_up", "0.5"),
            choice("catch", "false", &["false", "true"]),
        ],
        start: |values, _| {
            cancel_and_finally::main(
                values.seconds("cancel_after"),
                values.seconds("clean_up"),
                values.text("catch") == "true",
            )
        },
    },
    timeout {
        group: "failing",
        docs: "library/asyncio-task.html#asyncio.timeout",
        question: Question::LastLineTime,
        parameters: [urls("url_1,url_3"), seconds("timeout", "2")],
        start: |values, _| timeout::main(values.urls("urls"), values.seconds("timeout")),
    },
    shield {
        group: "failing",
        docs: "library/asyncio-task.html#asyncio.shield",
        question: Question::LastLine,
        parameters: [seconds("timeout", "1"), seconds("work", "2")],
        start: |values, _| shield::main(values.seconds("timeout"), values.seconds("work")),
    },
    retry {
        group: "failing",
        docs: "library/asyncio-task.html#asyncio.sleep",
        parameters: [
            urls("url_1,url_2"),
            count("failures", 60, 0, 100),
            count("attempts", 4, 1, 8),
            seconds("pause", "0.5"),
            count("seed", 1, 0, 9999),
        ],
        start: |values, _| {
            let plan = retry::Plan {
                failures: values.count("failures") as f64,
                attempts: values.count("attempts") as i32,
                pause: values.seconds("pause"),
                random: RefCell::new(Random::new(values.count("seed"))),
            };
            retry::main(values.urls("urls"), plan)
        },
    },
    event_and_lock {
        group: "coordination",
        docs: "library/asyncio-sync.html#asyncio.Event",
        question: Question::LastLineTime,
        parameters: [seconds("event_after", "1"), seconds("inside", "1")],
        start: |values, _| {
            event_and_lock::main(values.seconds("event_after"), values.seconds("inside"))
        },
    },
    queue_join {
        group: "coordination",
        docs: "library/asyncio-queue.html#asyncio.Queue.join",
        question: Question::LastLineTime,
        parameters: [
            count("items", 4, 0, 100),
            count("maxsize", 1, 0, 100),
            seconds("pause", "1")
        ],
        start: |values, _| {
            queue_join::main(
                values.count("items") as i64,
                values.size("maxsize"),
                values.seconds("pause"),
            )
        },
    },
    semaphore {
        group: "many",
        docs: "library/asyncio-sync.html#asyncio.Semaphore",
        question: Question::Line(3),
        parameters: [URLS, count("concurrency", 2, 1, 200)],
        start: |values, _| semaphore::main(values.urls("urls"), values.size("concurrency")),
    },
    rate_limit {
        group: "many",
        docs: "library/asyncio-queue.html#asyncio.Queue.put_nowait",
        parameters: [
            urls("a_1,b_1,c_1,d_1,e_1,f_1"),
            count("rate", 2, 1, 100),
            count("burst", 2, 1, 100),
        ],
        start: |values, _| {
            rate_limit::main(
                values.urls("urls"),
                values.count("rate") as f64,
                values.size("burst"),
            )
        },
    },
    ten_thousand {
        group: "many",
        docs: "library/asyncio-sync.html#asyncio.Semaphore",
        parameters: [
            count("pages", 10_000, 1, 1_000_000),
            count("concurrency", 100, 1, 10_000),
            seconds("rest", "0"),
            count("seed", 1, 0, 9999),
        ],
        tasks: "pages",
        start: |values, _| {
            ten_thousand::main(
                values.size("pages"),
                values.size("concurrency"),
                values.seconds("rest"),
                values.count("seed"),
            )
        },
    },
    // Crawls of a real site.
    movies_in_turn {
        group: "crawl",
        docs: "library/asyncio-task.html#coroutines",
        parameters: [SITE, PROXY_ADDRESS, LIMIT],
        network: Network::Fetches,
        start: |values, html| {
            movies_in_turn::main(Site::new(values.text("site"), html), values.size("limit"))
        },
    },
    movies_gather {
        group: "crawl",
        docs: "library/asyncio-task.html#asyncio.gather",
        parameters: [SITE, PROXY_ADDRESS, LIMIT, CONCURRENCY],
        network: Network::Fetches,
        start: |values, html| {
            movies_gather::main(
                Site::new(values.text("site"), html),
                values.size("limit"),
                values.size("concurrency"),
            )
        },
    },
);
