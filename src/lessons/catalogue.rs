//! The list of lessons: what each is called, what may be changed in it, and how it is started.

use std::rc::Rc;

use super::arguments::Arguments;
use super::parameter::{Kind, Parameter};
use super::{
    await_in_turn, blocking, cancel_and_errors, done_callback, gather, movies_gather,
    movies_in_turn, producer_consumer, tasks, workers_as_tasks, workers_in_turn,
};
use crate::crawl::{Html, Site};
use crate::runtime::{Program, Python};

/// A small asynchronous program that ships with Interleave.
pub struct Lesson {
    /// Its name in addresses, attributes and commands.
    pub slug: &'static str,
    /// What the reader may change.
    pub parameters: &'static [Parameter],
    /// Whether it fetches.
    pub network: Network,
    /// The file that runs, whole.
    pub source: &'static str,
    /// The file's name, as the trace's places have it.
    pub file: &'static str,
    make: fn(&Arguments, Rc<dyn Html>) -> Program,
}

/// Whether a lesson fetches pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// It only sleeps.
    None,
    /// It fetches on a live clock, and plays back a recorded crawl on a simulated one.
    Fetches,
}

/// No lesson has this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no lesson '{slug}'; the lessons are {}", slugs().join(", "))]
pub struct LessonError {
    /// The name that was given.
    pub slug: String,
}

impl Lesson {
    /// Makes the program that runs with these values. `html` reads the pages that it fetches.
    #[must_use]
    pub fn program(&self, arguments: &Arguments, html: Rc<dyn Html>) -> Program {
        (self.make)(arguments, html)
    }
}

impl std::fmt::Debug for Lesson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lesson")
            .field("slug", &self.slug)
            .finish_non_exhaustive()
    }
}

/// Returns all lessons, in the order in which they teach.
#[must_use]
pub fn catalogue() -> &'static [Lesson] {
    LESSONS
}

/// Returns the lesson with a name.
///
/// # Errors
/// [`LessonError`], which lists the names that there are.
pub fn find(slug: &str) -> Result<&'static Lesson, LessonError> {
    let found = LESSONS.iter().find(|lesson| lesson.slug == slug);
    found.ok_or_else(|| LessonError {
        slug: slug.to_string(),
    })
}

fn slugs() -> Vec<&'static str> {
    LESSONS.iter().map(|lesson| lesson.slug).collect()
}

/// The demo movie site of `interleave serve`, at its default port.
pub const DEMO_SITE: &str = "http://127.0.0.1:8082/";

/// The proxy of `interleave serve`, at its default port.
pub const PROXY: &str = "http://127.0.0.1:8081/";

const URLS: Parameter = Parameter {
    name: "urls",
    kind: Kind::Urls {
        default: "url_1,url_2,url_3,url_4",
        count_max: 200,
        seconds_max: 60,
    },
};

const SITE: Parameter = Parameter {
    name: "site",
    kind: Kind::Address { default: DEMO_SITE },
};

const PROXY_ADDRESS: Parameter = Parameter {
    name: "proxy",
    kind: Kind::Address { default: PROXY },
};

const LIMIT: Parameter = count("limit", 12, 1, 50);

const fn seconds(name: &'static str, default: &'static str) -> Parameter {
    Parameter {
        name,
        kind: Kind::Seconds { default, max: 20 },
    }
}

const fn count(name: &'static str, default: u64, min: u64, max: u64) -> Parameter {
    Parameter {
        name,
        kind: Kind::Count { default, min, max },
    }
}

/// The parts of a [`Lesson`] that follow from its file.
macro_rules! file {
    ($name:literal) => {
        (
            include_str!(concat!($name, ".rs")),
            concat!("src/lessons/", $name, ".rs"),
        )
    };
}

const fn lesson(
    slug: &'static str,
    parameters: &'static [Parameter],
    network: Network,
    (source, file): (&'static str, &'static str),
    make: fn(&Arguments, Rc<dyn Html>) -> Program,
) -> Lesson {
    Lesson {
        slug,
        parameters,
        network,
        source,
        file,
        make,
    }
}

static LESSONS: &[Lesson] = &[
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
            Parameter {
                name: "return_exceptions",
                kind: Kind::Choice {
                    default: "true",
                    options: &["true", "false"],
                },
            },
            Parameter {
                name: "python",
                kind: Kind::Choice {
                    default: "3.13",
                    options: &["3.13", "3.7"],
                },
            },
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
        &[SITE, PROXY_ADDRESS, LIMIT, count("concurrency", 12, 1, 50)],
        Network::Fetches,
        file!("movies_gather"),
        |values, html| {
            let (site, limit) = (Site::new(values.text("site"), html), values.size("limit"));
            let concurrency = values.size("concurrency");
            Box::new(move || Box::pin(movies_gather::main(site, limit, concurrency)))
        },
    ),
];
