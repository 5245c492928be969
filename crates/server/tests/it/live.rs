//! `interleave run --live`: real time, real requests, and yet the same run.

use std::{
    cell::Cell,
    io::{BufRead, BufReader, Read},
    process::{Command, Stdio},
    rc::Rc,
    sync::Arc,
    time::{Duration, Instant},
};

use interleave::{
    runtime::{Event, Outcome},
    trace::Trace,
};
use interleave_server::run::{FinishedRun, Interrupt, LessonRequest, live, simulated};

use crate::command::{interleave, printed, said};

/// Short runs of the lessons that only sleep.
const SHORT: &[(&str, &[(&str, &str)])] = &[
    ("tasks", &[("urls", "url_0.02,url_0.01,url_0.02")]),
    ("gather", &[("urls", "url_0.02,url_0.01,url_0.02")]),
    (
        "workers-in-turn",
        &[("worker_1", "0.01"), ("worker_2", "0.02")],
    ),
    (
        "workers-as-tasks",
        &[("worker_1", "0.01"), ("worker_2", "0.02")],
    ),
    (
        "cancel-and-errors",
        &[
            ("worker_1", "0.01"),
            ("worker_2", "0.02"),
            ("worker_3", "0.03"),
            ("cancel_after", "0.02"),
        ],
    ),
    (
        "producer-consumer",
        &[
            ("produce_pause", "0.01"),
            ("consume_pause", "0.01"),
            ("stop_after", "0.1"),
        ],
    ),
    ("done-callback", &[("urls", "url_0.02,url_0.01,url_0.02")]),
];

fn request(lesson: &str, given: &[(&str, &str)]) -> LessonRequest {
    LessonRequest::new(lesson, given.iter().copied()).unwrap()
}

fn played_live(request: &LessonRequest) -> FinishedRun {
    live(request, Arc::default(), |_| {}).unwrap()
}

/// Gives every event without its moment.
fn events(played: &FinishedRun) -> Vec<String> {
    let text = |(_, event): (_, Event<'_>)| format!("{event:?}");
    played
        .recorder
        .read(|trace| trace.events().map(text).collect())
}

#[test]
fn a_live_run_is_the_simulated_one_but_for_its_times() {
    for (lesson, given) in SHORT {
        let request = request(lesson, given);
        let (live, simulated) = (played_live(&request), simulated(&request));
        assert_eq!(events(&live), events(&simulated), "{lesson}");
        assert!(
            live.summary.seconds >= simulated.summary.seconds,
            "{lesson}"
        );
    }
}

#[test]
fn a_live_blocking_sleep_takes_its_time() {
    let request = request("blocking", &[("urls", "url_0.02,url_0.01")]);
    let began = Instant::now();
    let played = played_live(&request);
    assert!(began.elapsed() >= Duration::from_millis(30));
    assert!(played.summary.seconds >= 0.03);
    let lines = |played: &FinishedRun| {
        let lines = played.summary.console.iter().map(|line| line.text.clone());
        lines.collect::<Vec<_>>()
    };
    assert_eq!(lines(&played), lines(&simulated(&request)));
}

#[test]
fn the_command_prints_live_what_it_prints_simulated() {
    let arguments = "run gather --set urls=url_0.1,url_0.2";
    let (live, simulated) = (printed(&format!("{arguments} --live")), printed(arguments));
    let lines = |out: &str| out.rsplit_once("Wall time: ").unwrap().0.to_owned();
    assert_eq!(lines(&live), lines(&simulated));
}

#[test]
fn a_crawl_without_a_site_brings_its_own() {
    let said = said("run movies-gather --live --set limit=3");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 4);
    for (line, movie) in lines[..3].iter().zip(&interleave_server::demo::MOVIES) {
        let start = format!("{} {} http://127.0.0.1:", movie.name, movie.date);
        let end = format!("/poster/{}.svg", movie.id);
        assert!(line.starts_with(&start) && line.ends_with(&end), "{line}");
    }
}

#[test]
fn a_site_that_is_not_public_is_refused_at_once() {
    let began = Instant::now();
    let said = said("run movies-gather --live --set site=http://127.0.0.1:9/");
    assert!(began.elapsed() < Duration::from_secs(5));
    assert_eq!(said.code, 1);
    assert_eq!(
        said.err,
        "ProxyRefused: `127.0.0.1` is not on the public internet; ask for a site that is\n"
    );
}

/// Tells whether a lesson is about to wait for long.
fn is_before_a_wait(event: Event<'_>) -> bool {
    match event {
        Event::Printed { text, .. } => text.starts_with("crawling"),
        event => matches!(event, Event::FetchBegan { .. }),
    }
}

#[test]
fn a_run_that_is_interrupted_ends_where_it_waits() {
    // Asleep, blocking, and waiting for an answer.
    for (lesson, given) in [
        ("gather", ("urls", "url_20")),
        ("blocking", ("urls", "url_20,url_20")),
        ("movies-in-turn", ("limit", "12")),
    ] {
        let interrupt = Arc::<Interrupt>::default();
        let raise = interrupt.clone();
        let seen = Rc::new(Cell::new(0));
        let count = seen.clone();
        let watch = move |event: Event<'_>| {
            if is_before_a_wait(event) {
                count.set(count.get() + 1);
                let raise = raise.clone();
                std::thread::spawn(move || raise.raise());
            }
        };
        let began = Instant::now();
        let played = live(&request(lesson, &[given]), interrupt, watch).unwrap();
        assert!(began.elapsed() < Duration::from_secs(5), "{lesson}");
        assert_eq!(played.outcome, Outcome::Stopped);
        assert!(played.summary.seconds < 5.0, "{lesson}");
        let recorded = |trace: &Trace| {
            let events = trace.events();
            events.filter(|(_, event)| is_before_a_wait(*event)).count()
        };
        let recorded = played.recorder.read(recorded);
        assert_eq!((seen.get(), recorded), (1, 1), "{lesson}");
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_stops_the_run_and_says_so() {
    for lesson in ["blocking", "gather"] {
        let mut child = interleave("run --live")
            .arg(lesson)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        assert_eq!(line, "crawling url_1\n");
        let id = child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-INT", &id])
                .status()
                .unwrap()
                .success()
        );
        let (mut rest, mut err) = (String::new(), String::new());
        out.read_to_string(&mut rest).unwrap();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut err)
            .unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(130), "{lesson}");
        assert!(rest.contains("Wall time: 0."), "{rest}");
        assert!(err.starts_with("the run was stopped after 0."), "{err}");
    }
}
