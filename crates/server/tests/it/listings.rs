//! A lesson's Python listing and its Rust code: one trace, but for names and positions.

use interleave::{
    lessons::{Lesson, catalogue},
    runtime::{Event, Nanos, StepEnd},
};
use interleave_server::run::{FinishedRun, LessonRequest, PythonFile, simulated};

fn of_rust(lesson: &Lesson) -> Vec<String> {
    printed_trace(&simulated(&LessonRequest::new(lesson.slug, []).unwrap()))
}

fn of_python(lesson: &Lesson) -> Vec<String> {
    let file = lesson.file.replace(".rs", ".py");
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let source = std::fs::read_to_string(path.join(&file)).unwrap();
    printed_trace(&PythonFile::of_text(&file, &source).simulated())
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
    let mut different = Vec::new();
    for lesson in catalogue() {
        let (rust, python) = (of_rust(lesson), of_python(lesson));
        if rust != python {
            let at = rust.iter().zip(&python).position(|(a, b)| a != b);
            let at = at.unwrap_or(rust.len().min(python.len()));
            let from = at.saturating_sub(3);
            different.push(format!(
                "{} differs at event {at}:\nRust:   {:#?}\nPython: {:#?}",
                lesson.slug,
                &rust[from..rust.len().min(at + 3)],
                &python[from..python.len().min(at + 3)],
            ));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n\n"));
}
