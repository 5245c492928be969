//! A run in a worker, as the page has it: the record as far as it has come.
//!
//! A step of a lesson cannot be divided, and one that creates a million tasks takes seconds. So a
//! run of many tasks goes on in a worker (`worker_side.rs`), and its record comes in parts, each
//! taken in a millisecond or two. The page starts the worker and ends it.

use wasm_bindgen::prelude::*;

use super::session::Session;
use super::shown_run::RunSource;
use crate::browser::border::{Summary, plain};
use crate::lessons::{Arguments, Lesson, Network};
use crate::runtime::{Event, Outcome};
use crate::story::{StoryView, summarise_end};
use crate::trace::{Trace, TraceRecorder, codec};

/// From how many tasks on a run goes into a worker: so many take the page a fifth of a second.
const TASKS_MIN: u64 = 20_000;

/// A run in a worker, or one that was recorded: of both there is the record, and nothing else.
pub(in crate::browser) struct WorkerRun {
    /// The name that its summary has of it.
    name: &'static str,
    /// The file in which its places are, as far as it goes on.
    file: &'static str,
    recorder: TraceRecorder,
    /// Turns of the loop, as far as the record has come.
    ticks: u64,
    end: End,
}

enum End {
    /// It goes on.
    None,
    /// It is over, and the worker says how: an `Ending`.
    Told(JsValue),
    /// It was stopped from here, whatever the worker says.
    Stopped,
}

impl WorkerRun {
    /// Says whether a simulated run of a lesson is one for a worker.
    pub(super) fn takes(lesson: &Lesson, arguments: &Arguments) -> bool {
        lesson.network != Network::Fetches && lesson.task_count(arguments) >= TASKS_MIN
    }

    /// Makes a run of which nothing has come yet.
    pub(super) fn new(lesson: &'static Lesson) -> WorkerRun {
        WorkerRun {
            name: lesson.slug,
            file: lesson.file,
            recorder: TraceRecorder::default(),
            ticks: 0,
            end: End::None,
        }
    }

    /// Takes a run that is over and was recorded, with an `Ending`; with null if it was stopped.
    pub(in crate::browser) fn recorded(
        source: RunSource,
        trace: Trace,
        ending: JsValue,
    ) -> WorkerRun {
        // The end that is told of says it.
        let ticks = if ending.is_object() {
            0
        } else {
            let ticks = trace
                .events()
                .filter(|(_, event)| *event == Event::TickBegan);
            ticks.count() as u64
        };
        WorkerRun {
            name: source.name(),
            file: "",
            ticks,
            recorder: trace.into(),
            end: End::Told(ending),
        }
    }

    /// Adds a part to the record. Returns how many turns of the loop are in it.
    fn add(&self, part: &[u8]) -> Result<u64, codec::DecodeError> {
        self.recorder.add(|trace| {
            let first = trace.len();
            // Places are in the lesson's file, and main's is nowhere.
            codec::append_part(trace, part, &[self.file, ""])?;
            let events = trace.events_from(first);
            let ticks = events.filter(|(_, event)| *event == Event::TickBegan);
            Ok(ticks.count() as u64)
        })
    }
}

impl Session for WorkerRun {
    fn stop(&mut self) {
        self.end = End::Stopped;
    }

    fn is_running(&self) -> bool {
        matches!(self.end, End::None)
    }

    fn recorder(&self) -> &TraceRecorder {
        &self.recorder
    }

    fn is_cut(&self) -> bool {
        matches!(self.end, End::Stopped)
    }

    fn take_part(&mut self, part: &[u8], ending: JsValue) -> bool {
        let Ok(ticks) = self.add(part) else {
            return false;
        };
        self.ticks += ticks;
        if ending.is_object() {
            self.end = End::Told(ending);
        }
        true
    }

    fn summary(&self, story: StoryView<'_>) -> Option<JsValue> {
        // What was read of a stopped run is what there is of it.
        let (end, outcome) = (story.builder().end, Outcome::Stopped);
        let counts = (end.order as u64, self.ticks);
        let stopped = summarise_end(self.name, end.time, counts, &outcome);
        let summary = plain(&Summary::of(story, stopped));
        match &self.end {
            End::None => return None,
            End::Told(ending) if ending.is_object() => {
                let object = JsCast::unchecked_ref::<js_sys::Object>;
                js_sys::Object::assign(object(&summary), object(ending));
            }
            End::Told(_) | End::Stopped => {}
        }
        Some(summary)
    }
}
