//! A lesson's Python listing and its Rust code: one trace, but for names and positions.

use interleave::{
    lessons::{Arguments, Lesson, catalogue, find},
    runtime::{Event, Nanos, StepEnd},
};
use interleave_python::with_stacks;
use interleave_server::run::{FinishedRun, LessonRequest, PythonFile, simulated};

/// Values of a lesson's parameters, as a reader would type them.
type Given<'a> = &'a [(&'a str, &'a str)];

/// What lessons are run with beside their defaults: no time, equal times, each choice.
const GIVEN: &[(&str, Given<'_>)] = &[
    ("ties-and-sleep-zero", &[("first", "0"), ("second", "0")]),
    ("ties-and-sleep-zero", &[("first", "2")]),
    ("as-completed", &[("urls", "url_1,url_0,url_1")]),
    ("wait-for-some", &[("return_when", "FIRST_EXCEPTION")]),
    ("wait-for-some", &[("return_when", "ALL_COMPLETED")]),
    ("wait-for-some", &[("urls", "url_1,url_1"), ("broken", "0")]),
    ("task-group", &[("fails", "false")]),
    ("task-group", &[("worker_2", "0"), ("worker_3", "0")]),
    ("task-group", &[("worker_2", "1"), ("worker_3", "1")]),
    ("cancel-and-finally", &[("catch", "true")]),
    ("cancel-and-finally", &[("cancel_after", "0")]),
    ("cancel-and-finally", &[("cancel_after", "3.2")]),
    ("cancel-and-finally", &[("cancel_after", "5")]),
    ("shield", &[("timeout", "0")]),
    ("shield", &[("timeout", "3")]),
    ("shield", &[("timeout", "2")]),
    ("event-and-lock", &[("event_after", "0"), ("inside", "0")]),
    ("queue-join", &[("items", "0")]),
    ("queue-join", &[("maxsize", "0"), ("pause", "0")]),
];

fn of_rust(lesson: &Lesson, given: Given<'_>) -> Vec<String> {
    let request = LessonRequest::new(lesson.slug, given.iter().copied());
    printed_trace(&simulated(&request.unwrap()))
}

fn of_python(lesson: &Lesson, given: Given<'_>) -> Vec<String> {
    let arguments = Arguments::new(lesson.parameters, given.iter().copied());
    let listing = lesson.listing(&arguments.unwrap());
    let file = lesson.file.replace(".rs", ".py");
    let play = move || printed_trace(&PythonFile::of_text(&file, &listing).simulated());
    with_stacks(play).unwrap()
}

fn printed_trace(played: &FinishedRun) -> Vec<String> {
    played.recorder.read(|trace| {
        let events = trace.events();
        events.map(|(at, event)| line(at, &event)).collect()
    })
}

/// Writes an event down without names and positions.
fn line(at: Nanos, event: &Event<'_>) -> String {
    let event = match *event {
        Event::TaskCreated { task, parent, .. } => format!("TaskCreated {task:?} {parent:?}"),
        Event::ThreadCreated { thread, .. } => format!("ThreadCreated {thread:?}"),
        Event::StepEnded { task, end, .. } => match end {
            StepEnd::Returned(_) => format!("StepEnded {task:?} Returned"),
            end => format!("StepEnded {task:?} {end:?}"),
        },
        ref event => format!("{event:?}"),
    };
    let (head, tail) = event.split_once("location:").unwrap_or((&event, ""));
    let tail = tail.split_once('}').map_or("", |(_, tail)| tail);
    format!("{} {head}{tail}", at.decimal(3))
}

#[test]
fn a_listing_gives_the_trace_of_its_lesson() {
    let defaults = catalogue().iter().map(|lesson| (lesson, &[][..]));
    let given = GIVEN
        .iter()
        .map(|(slug, given)| (find(slug).unwrap(), *given));
    let mut different = Vec::new();
    for (lesson, given) in defaults.chain(given) {
        let (rust, python) = (of_rust(lesson, given), of_python(lesson, given));
        if rust != python {
            let at = rust.iter().zip(&python).position(|(a, b)| a != b);
            let at = at.unwrap_or(rust.len().min(python.len()));
            let from = at.saturating_sub(3);
            different.push(format!(
                "{} with {given:?} differs at event {at}:\nRust:   {:#?}\nPython: {:#?}",
                lesson.slug,
                &rust[from..rust.len().min(at + 3)],
                &python[from..python.len().min(at + 3)],
            ));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n\n"));
}
