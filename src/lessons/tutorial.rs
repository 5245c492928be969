//! The lessons of the tutorial: from a plain loop to a real crawl.

use super::catalogue::{Lesson, Network, lesson};
use super::parameter::{CONCURRENCY, LIMIT, PROXY_ADDRESS, SITE, URLS};
use super::parameter::{choice, count, seconds};
use super::programs::{
    await_in_turn, blocking, cancel_and_errors, done_callback, gather, movies_gather,
    movies_in_turn, producer_consumer, tasks, workers_as_tasks, workers_in_turn,
};
use crate::crawl::Site;
use crate::runtime::Python;

/// The lessons, in the order in which they teach.
pub(super) const LESSONS: &[Lesson] = &[
    lesson(
        "blocking",
        &[URLS],
        Network::None,
        file!("blocking"),
        |values, _| {
            let urls = values.urls("urls");
            Box::new(|| Box::pin(blocking::main(urls)))
        },
    ),
    lesson(
        "await-in-turn",
        &[URLS],
        Network::None,
        file!("await_in_turn"),
        |values, _| {
            let urls = values.urls("urls");
            Box::new(|| Box::pin(await_in_turn::main(urls)))
        },
    ),
    lesson(
        "tasks",
        &[URLS],
        Network::None,
        file!("tasks"),
        |values, _| {
            let urls = values.urls("urls");
            Box::new(|| Box::pin(tasks::main(urls)))
        },
    ),
    lesson(
        "gather",
        &[URLS],
        Network::None,
        file!("gather"),
        |values, _| {
            let urls = values.urls("urls");
            Box::new(|| Box::pin(gather::main(urls)))
        },
    ),
    lesson(
        "workers-in-turn",
        &[seconds("worker_1", "1"), seconds("worker_2", "2")],
        Network::None,
        file!("workers_in_turn"),
        |values, _| {
            let (worker_1, worker_2) = (values.seconds("worker_1"), values.seconds("worker_2"));
            Box::new(move || Box::pin(workers_in_turn::main(worker_1, worker_2)))
        },
    ),
    lesson(
        "workers-as-tasks",
        &[seconds("worker_1", "1"), seconds("worker_2", "2")],
        Network::None,
        file!("workers_as_tasks"),
        |values, _| {
            let (worker_1, worker_2) = (values.seconds("worker_1"), values.seconds("worker_2"));
            Box::new(move || Box::pin(workers_as_tasks::main(worker_1, worker_2)))
        },
    ),
    lesson(
        "cancel-and-errors",
        &[
            seconds("worker_1", "1"),
            seconds("worker_2", "2"),
            seconds("worker_3", "3"),
            seconds("cancel_after", "2"),
            choice("return_exceptions", "true", &["true", "false"]),
            choice("python", "3.13", &["3.13", "3.7"]),
        ],
        Network::None,
        file!("cancel_and_errors"),
        |values, _| {
            let seconds = ["worker_1", "worker_2", "worker_3"].map(|name| values.seconds(name));
            let cancel_after = values.seconds("cancel_after");
            let return_exceptions = values.text("return_exceptions") == "true";
            let python = match values.text("python") {
                "3.7" => Python::V3_7,
                _ => Python::V3_13,
            };
            Box::new(move || {
                let main = cancel_and_errors::main;
                Box::pin(main(seconds, cancel_after, return_exceptions, python))
            })
        },
    ),
    lesson(
        "producer-consumer",
        &[
            count("producers", 2, 1, 20),
            count("consumers", 2, 1, 20),
            count("items", 5, 0, 100),
            seconds("produce_pause", "1"),
            seconds("consume_pause", "1"),
            count("maxsize", 0, 0, 100),
            seconds("stop_after", "10"),
            count("seed", 23, 0, 9999),
        ],
        Network::None,
        file!("producer_consumer"),
        |values, _| {
            let plan = producer_consumer::Plan {
                producers: values.size("producers"),
                consumers: values.size("consumers"),
                items: values.size("items"),
                produce_pause: values.seconds("produce_pause"),
                consume_pause: values.seconds("consume_pause"),
                maxsize: values.size("maxsize"),
                stop_after: values.seconds("stop_after"),
                seed: values.count("seed"),
            };
            Box::new(|| Box::pin(producer_consumer::main(plan)))
        },
    ),
    lesson(
        "done-callback",
        &[URLS],
        Network::None,
        file!("done_callback"),
        |values, _| {
            let urls = values.urls("urls");
            Box::new(|| Box::pin(done_callback::main(urls)))
        },
    ),
];

/// The lessons that crawl for real.
pub(super) const CRAWLS: &[Lesson] = &[
    lesson(
        "movies-in-turn",
        &[SITE, PROXY_ADDRESS, LIMIT],
        Network::Fetches,
        file!("movies_in_turn"),
        |values, html| {
            let (site, limit) = (Site::new(values.text("site"), html), values.size("limit"));
            Box::new(move || Box::pin(movies_in_turn::main(site, limit)))
        },
    ),
    lesson(
        "movies-gather",
        &[SITE, PROXY_ADDRESS, LIMIT, CONCURRENCY],
        Network::Fetches,
        file!("movies_gather"),
        |values, html| {
            let (site, limit) = (Site::new(values.text("site"), html), values.size("limit"));
            let concurrency = values.size("concurrency");
            Box::new(move || Box::pin(movies_gather::main(site, limit, concurrency)))
        },
    ),
];
