//! What readers of the tutorial ask next: a lesson for each question.

use std::cell::RefCell;

use super::catalogue::{Lesson, Network, lesson};
use super::parameter::{URLS, choice, count, seconds, urls};
use super::programs::{
    blocking_in_a_task, first_error, loop_in_a_loop, never_awaited, no_gain_for_cpu, rate_limit,
    retry, scheduled_not_started, semaphore, ten_thousand, threads, timeout,
};
use crate::runtime::Random;

/// The lessons, in the order in which they are best read.
pub(super) const LESSONS: &[Lesson] = &[
    lesson(
        "scheduled-not-started",
        &[seconds("worker_1", "1"), seconds("busy", "1")],
        Network::None,
        file!("scheduled_not_started"),
        |values, _| {
            let (worker_1, busy) = (values.seconds("worker_1"), values.seconds("busy"));
            Box::new(move || Box::pin(scheduled_not_started::main(worker_1, busy)))
        },
    ),
    lesson(
        "never-awaited",
        &[
            urls("url_1,url_2"),
            choice("awaited", "false", &["false", "true"]),
        ],
        Network::None,
        file!("never_awaited"),
        |values, _| {
            let (urls, awaited) = (values.urls("urls"), values.text("awaited") == "true");
            Box::new(move || Box::pin(never_awaited::main(urls, awaited)))
        },
    ),
    lesson(
        "loop-in-a-loop",
        &[urls("url_1")],
        Network::None,
        file!("loop_in_a_loop"),
        |values, _| {
            let urls = values.urls("urls");
            Box::new(|| Box::pin(loop_in_a_loop::main(urls)))
        },
    ),
    lesson(
        "no-gain-for-cpu",
        &[seconds("worker_1", "1"), seconds("worker_2", "2")],
        Network::None,
        file!("no_gain_for_cpu"),
        |values, _| {
            let (worker_1, worker_2) = (values.seconds("worker_1"), values.seconds("worker_2"));
            Box::new(move || Box::pin(no_gain_for_cpu::main(worker_1, worker_2)))
        },
    ),
    lesson(
        "blocking-in-a-task",
        &[
            urls("url_2,url_1"),
            choice("call", "blocking", &["blocking", "to_thread"]),
        ],
        Network::None,
        file!("blocking_in_a_task"),
        |values, _| {
            let (urls, call) = (values.urls("urls"), values.text("call").to_string());
            Box::new(|| Box::pin(blocking_in_a_task::main(urls, call)))
        },
    ),
    lesson(
        "threads",
        &[URLS, count("threads", 2, 1, 64)],
        Network::None,
        file!("threads"),
        |values, _| {
            let (urls, threads) = (values.urls("urls"), values.size("threads"));
            Box::new(move || Box::pin(threads::main(urls, threads)))
        },
    ),
    lesson(
        "first-error",
        &[
            URLS,
            count("broken", 2, 0, 200),
            seconds("main_stays", "1.5"),
        ],
        Network::None,
        file!("first_error"),
        |values, _| {
            let (urls, broken) = (values.urls("urls"), values.size("broken"));
            let main_stays = values.seconds("main_stays");
            Box::new(move || Box::pin(first_error::main(urls, broken, main_stays)))
        },
    ),
    lesson(
        "timeout",
        &[urls("url_1,url_3"), seconds("timeout", "2")],
        Network::None,
        file!("timeout"),
        |values, _| {
            let (urls, timeout) = (values.urls("urls"), values.seconds("timeout"));
            Box::new(move || Box::pin(timeout::main(urls, timeout)))
        },
    ),
    lesson(
        "retry",
        &[
            urls("url_1,url_2"),
            count("failures", 60, 0, 100),
            count("attempts", 4, 1, 8),
            seconds("pause", "0.5"),
            count("seed", 1, 0, 9999),
        ],
        Network::None,
        file!("retry"),
        |values, _| {
            let urls = values.urls("urls");
            let plan = retry::Plan {
                failures: values.count("failures") as f64,
                attempts: values.count("attempts") as i32,
                pause: values.seconds("pause"),
                random: RefCell::new(Random::new(values.count("seed"))),
            };
            Box::new(|| Box::pin(retry::main(urls, plan)))
        },
    ),
    lesson(
        "semaphore",
        &[URLS, count("concurrency", 2, 1, 200)],
        Network::None,
        file!("semaphore"),
        |values, _| {
            let (urls, concurrency) = (values.urls("urls"), values.size("concurrency"));
            Box::new(move || Box::pin(semaphore::main(urls, concurrency)))
        },
    ),
    lesson(
        "rate-limit",
        &[
            urls("a_1,b_1,c_1,d_1,e_1,f_1"),
            count("rate", 2, 1, 100),
            count("burst", 2, 1, 100),
        ],
        Network::None,
        file!("rate_limit"),
        |values, _| {
            let (urls, burst) = (values.urls("urls"), values.size("burst"));
            let rate = values.count("rate") as f64;
            Box::new(move || Box::pin(rate_limit::main(urls, rate, burst)))
        },
    ),
    lesson(
        "ten-thousand",
        &[
            count("pages", 10_000, 1, 1_000_000),
            count("concurrency", 100, 1, 10_000),
            seconds("rest", "0"),
            count("seed", 1, 0, 9999),
        ],
        Network::None,
        file!("ten_thousand"),
        |values, _| {
            let (pages, concurrency) = (values.size("pages"), values.size("concurrency"));
            let (rest, seed) = (values.seconds("rest"), values.count("seed"));
            Box::new(move || Box::pin(ten_thousand::main(pages, concurrency, rest, seed)))
        },
    )
    .with_tasks("pages"),
];
