//! Threads in a story: lanes of their own below the tasks, work that does not stop the loop.

use crate::support::messages::Messages;
use crate::support::pictures::view;
use expect_test::{Expect, expect};
use interleave::export::chrome_trace;
use interleave::runtime::{
    Cause, Event, Nanos, Observer, SourceLocation, StepEnd, TaskId, ThreadId, Wait,
};
use interleave::story::{
    Job, Party, Row, Span, StateKind, StoryBuilder, StoryView, loop_state, phrases,
};
use interleave::timeline::{Axis, Ink, Shape, hit, lay_out};
use interleave::trace::TraceRecorder;

const MAIN: TaskId = TaskId(0);
const THREAD: ThreadId = ThreadId(0);
const HERE: SourceLocation = SourceLocation::NOWHERE;

/// Main gives a job of two seconds to a thread, which prints a line after one.
fn recorded() -> TraceRecorder {
    let mut recorder = TraceRecorder::default();
    let events = [
        (
            0,
            Event::TaskCreated {
                task: MAIN,
                parent: None,
                name: "main",
                location: HERE,
            },
        ),
        (
            0,
            Event::Scheduled {
                task: MAIN,
                cause: Cause::Loop,
            },
        ),
        (0, Event::TickBegan),
        (0, Event::StepBegan { task: MAIN }),
        (
            0,
            Event::ThreadCreated {
                thread: THREAD,
                name: "thread_1",
            },
        ),
        (
            0,
            Event::JobBegan {
                thread: THREAD,
                task: Some(MAIN),
                location: HERE,
            },
        ),
        (
            0,
            Event::StepEnded {
                task: MAIN,
                end: StepEnd::Waits(Wait::Thread),
                location: Some(HERE),
            },
        ),
        (
            1,
            Event::Printed {
                task: None,
                thread: Some(THREAD),
                text: "half",
                location: HERE,
            },
        ),
        (2, Event::JobEnded { thread: THREAD }),
        (
            2,
            Event::Scheduled {
                task: MAIN,
                cause: Cause::Thread(THREAD),
            },
        ),
        (2, Event::TickBegan),
        (2, Event::StepBegan { task: MAIN }),
        (
            2,
            Event::StepEnded {
                task: MAIN,
                end: StepEnd::Returned("None"),
                location: None,
            },
        ),
        (2, Event::MainEnded),
        (2, Event::LoopClosed),
    ];
    for (seconds, event) in events {
        recorder.observe(Nanos::from_seconds(f64::from(seconds)), event);
    }
    recorder
}

/// Looks at what is recorded, with what is known of it.
fn look<R>(look: impl FnOnce(StoryView<'_>) -> R) -> R {
    recorded().read(|trace| look(StoryBuilder::of(trace).with(trace)))
}

fn check(actual: &str, expected: Expect) {
    expected.assert_eq(actual);
}

#[test]
fn a_thread_has_a_row_below_the_tasks() {
    let shown = |span: Span| {
        let to = span.to.map(|to| to.time.seconds());
        format!("{:?} {} {to:?}\n", span.state, span.from.time.seconds())
    };
    let spans = look(|story| {
        let rows = (0..story.row_count()).map(|number| story.row(number).unwrap().name());
        assert_eq!(rows.collect::<Vec<_>>(), ["main", "thread_1"]);
        assert!(matches!(story.row(1), Some(Row::Thread(_))));
        assert!(story.row(2).is_none());
        assert_eq!(story.row_of(Party::Thread(THREAD)), 1);
        assert!(story.state_kinds().contains(&StateKind::Working));
        let thread = story.row(1).unwrap();
        thread.spans().map(shown).collect::<String>()
    });
    check(
        &spans,
        expect![[r#"
            Idle 0 Some(0.0)
            Working(Some(TaskId(0))) 0 Some(2.0)
            Idle 2 None
        "#]],
    );
}

#[test]
fn what_a_thread_prints_is_a_stop_of_its_own() {
    let keys: String = look(|story| {
        assert_eq!(
            story.lines().next().unwrap().by,
            Some(Party::Thread(THREAD))
        );
        let said = story.stops().map(|stop| {
            let said = phrases(story, &stop);
            let keys: Vec<_> = said.iter().map(|phrase| phrase.key).collect();
            format!("{} {}\n", stop.at.time.seconds(), keys.join(" "))
        });
        said.collect()
    });
    check(
        &keys,
        expect![[r#"
            0 run-starts
            0 step-first thread-starts job-begins end-waits-for-thread
            0 waits-thread
            1 thread-prints
            1 waits-thread
            2 job-ends
            2 step-thread end-finished
            2 run-ends
        "#]],
    );
}

#[test]
fn the_state_of_the_loop_has_what_each_thread_does() {
    let recorder = recorded();
    let job = |count| recorder.read(|trace| loop_state(trace, count).threads);
    assert_eq!(job(5), [Job::None]);
    assert_eq!(job(6), [Job::Of(Some(MAIN))]);
    assert_eq!(job(9), [Job::None]);
}

#[test]
fn work_in_a_thread_is_drawn_and_exported() {
    let words = Messages::of("en").words();
    for axis in [Axis::Elastic, Axis::Time, Axis::Order] {
        let view = view(&words, 900.0, axis);
        let picture = look(|story| lay_out(story, &view));
        let works = picture.shapes.iter().find_map(|shape| match shape {
            Shape::Rect {
                ink: Ink::Working,
                x_px,
                y_px,
                ..
            } => Some((*x_px, *y_px)),
            _ => None,
        });
        let (x_px, y_px) = works.unwrap();
        let facts = look(|story| hit(story, &picture, x_px + 20.0, y_px + 4.0)).unwrap();
        assert_eq!(
            (facts.task.as_str(), facts.state.key),
            ("thread_1", "state-working")
        );
        let says = |wanted: &str| {
            let texts = picture.shapes.iter();
            texts
                .filter(|shape| matches!(shape, Shape::Text { text, .. } if text == wanted))
                .count()
        };
        assert_eq!(
            (says("thread_1"), says("works for main")),
            (1, 1),
            "{axis:?}"
        );
    }
    let trace: serde_json::Value = serde_json::from_str(&look(chrome_trace)).unwrap();
    let names = trace["traceEvents"].as_array().unwrap();
    assert!(
        names
            .iter()
            .any(|event| event["name"] == "works for main" && event["dur"] == 2_000_000)
    );
}
