//! Playing a lesson to its end on the simulated clock.
#![allow(dead_code, clippy::unwrap_used)]

pub mod any_trace;
pub mod messages;
pub mod network;
pub mod pictures;
pub mod sleeping;
pub mod tasks;
pub mod trace_events;
pub mod true_moment;

use std::fmt::Write as _;
use std::rc::Rc;

use interleave::crawl::{NoHtml, Replay};
use interleave::lessons::{Arguments, DEMO_SITE, Lesson, find};
use interleave::runtime::{
    Cause, Nanos, Outcome, Program, Repr, Run, RunOptions, TaskId, Turn, Wait,
};
use interleave::story::{
    Party, Phrase, State, StoryBuilder, StoryView, Summary, Word, phrases, summarise,
};
use interleave::trace::{TraceRecorder, codec};

/// Returns the file that runs as a lesson.
pub fn source(lesson: &Lesson) -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(root.join(lesson.file)).unwrap()
}

/// What the lessons are played with, beside their defaults.
pub const GIVEN: [(&str, &[(&str, &str)]); 14] = [
    ("blocking", &[("urls", "url_0,url_2")]),
    ("tasks", &[("urls", "a_1,b_1,c_1,d_1,e_1,f_1")]),
    ("workers-as-tasks", &[("worker_1", "0"), ("worker_2", "0")]),
    ("cancel-and-errors", &[("return_exceptions", "false")]),
    (
        "cancel-and-errors",
        &[("cancel_after", "0"), ("python", "3.7")],
    ),
    (
        "cancel-and-errors",
        &[("return_exceptions", "false"), ("cancel_after", "1")],
    ),
    (
        "producer-consumer",
        &[("maxsize", "1"), ("consume_pause", "3")],
    ),
    ("producer-consumer", &[("items", "0"), ("consumers", "3")]),
    ("done-callback", &[("urls", "url_1")]),
    ("task-group", &[("worker_2", "0"), ("worker_3", "0")]),
    (
        "cancel-and-finally",
        &[("cancel_after", "3.2"), ("catch", "true")],
    ),
    ("shield", &[("timeout", "0")]),
    ("wait-for-some", &[("return_when", "ALL_COMPLETED")]),
    ("queue-join", &[("items", "0"), ("maxsize", "0")]),
];

/// A run that is over.
pub struct Played {
    pub recorder: TraceRecorder,
    pub builder: StoryBuilder,
    pub summary: Summary,
    pub outcome: Outcome,
}

impl Played {
    /// Plays a lesson.
    pub fn simulated(slug: &str, given: &[(&str, &str)]) -> Played {
        let lesson: &'static Lesson = find(slug).unwrap();
        let arguments = Arguments::new(lesson.parameters, given.iter().copied()).unwrap();
        Played::program(slug, lesson.program(&arguments, Rc::new(NoHtml)))
    }

    /// Plays a lesson as it comes; of ten thousand pages forty, so that tests stay quick.
    pub fn of(lesson: &Lesson) -> Played {
        let given: &[_] = match lesson.slug {
            "ten-thousand" => &[("pages", "40"), ("concurrency", "10")],
            _ => &[],
        };
        Played::simulated(lesson.slug, given)
    }

    /// Plays a program.
    pub fn program(name: &str, program: Program) -> Played {
        let recorder = TraceRecorder::default();
        let fetch = Rc::new(Replay::of_demo_site(DEMO_SITE));
        let observer = Box::new(recorder.clone());
        let run = Run::new(
            program,
            RunOptions {
                observer,
                fetch,
                ..RunOptions::default()
            },
        );
        assert_eq!(run.turns(), Turn::Over);
        let outcome = run.outcome().unwrap();
        let builder = recorder.read(StoryBuilder::of);
        let (now, counts) = (run.now(), run.counts());
        let summary =
            recorder.read(|trace| summarise(name, builder.with(trace), now, counts, &outcome));
        Played {
            recorder,
            builder,
            summary,
            outcome,
        }
    }

    /// Plays an `async fn`.
    pub fn main<F>(main: impl FnOnce() -> F + 'static) -> Played
    where
        F: Future<Output = interleave::runtime::Result<()>> + 'static,
    {
        Played::program("test", Box::new(|| Box::pin(main())))
    }

    /// Reads the story of the run.
    pub fn look<R>(&self, look: impl FnOnce(StoryView<'_>) -> R) -> R {
        self.recorder.read(|trace| look(self.builder.with(trace)))
    }

    /// What it printed, the wall time, and what it raised.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for line in &self.summary.console {
            writeln!(out, "{}", line.text).unwrap();
        }
        writeln!(out, "Wall time: {:.2} s", self.summary.seconds).unwrap();
        if let Some(error) = &self.summary.error {
            writeln!(
                out,
                "{} {}: {}",
                self.summary.outcome, error.kind, error.message
            )
            .unwrap();
        }
        out
    }

    /// Every line with its moment and its task, what was logged, what was raised, and the end.
    pub fn story(&self) -> String {
        let mut out = String::new();
        self.look(|story| {
            for line in story.lines() {
                let seconds = line.at.time.seconds();
                let task = match line.by {
                    Some(Party::Task(task)) => story.name(task),
                    Some(Party::Thread(_)) | None => "-",
                };
                let who = if line.is_log { "log" } else { task };
                writeln!(out, "{seconds:.1} {who}: {}", line.text).unwrap();
            }
        });
        match &self.outcome {
            Outcome::Finished => {}
            Outcome::Raised(error) => writeln!(out, "raised {}", error.repr()).unwrap(),
            outcome => writeln!(out, "{outcome:?}").unwrap(),
        }
        writeln!(out, "{:.1} over", self.summary.seconds).unwrap();
        out
    }

    /// The trace as bytes.
    pub fn bytes(&self) -> Vec<u8> {
        self.recorder.read(codec::encode)
    }

    /// The sentences of each stop: time, order and the keys of the sentences.
    pub fn sentences(&self) -> String {
        let mut out = String::new();
        self.look(|story| {
            for stop in story.stops() {
                let said = phrases(story, &stop);
                let said = said.iter().map(phrase).collect::<Vec<_>>().join(" · ");
                writeln!(
                    out,
                    "{:.2}/{:.2} {said}",
                    stop.at.time.seconds(),
                    stop.at.order
                )
                .unwrap();
            }
        });
        out
    }
}

fn phrase(phrase: &Phrase) -> String {
    let words = phrase.arguments.iter().map(|(_, word)| match word {
        Word::Text(text) => text.clone(),
        Word::Number(number) => number.to_string(),
        Word::Seconds(seconds) => format!("{seconds}s"),
        Word::Names(names) => names.join("+"),
    });
    format!("{}({})", phrase.key, words.collect::<Vec<_>>().join(" "))
}

/// Every state that a span can have, one of each.
pub fn states() -> Vec<State> {
    let others = [
        State::Ready(Cause::Loop),
        State::Ready(Cause::Task(TaskId(0))),
        State::Running,
        State::Blocking,
        State::Sleeping(Nanos::ZERO),
        State::Working(Some(TaskId(0))),
        State::Idle,
    ];
    let waits = Wait::ALL.iter().map(|wait| State::Waits(*wait));
    waits.chain(others).collect()
}
