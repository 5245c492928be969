//! A run in a worker, as the page has it: the record as far as it has come.
//!
//! A step of a lesson cannot be divided, and one that creates a million tasks takes seconds. So a
//! run of many tasks goes on in a worker (`worker.rs`), and its record
//! comes in parts, each taken in a millisecond or two. Who starts and ends the worker is the
//! page's business.

use wasm_bindgen::prelude::*;

use super::answers::{summary, with};
use super::playground::Playground;
use super::session::Session;
use crate::lessons::{Lesson, Network};
use crate::runtime::{Event, Outcome};
use crate::story::{StoryBuilder, summarise_end};
use crate::trace::{Trace, TraceRecorder, codec};

/// From how many tasks on a run goes into a worker: so many take the page a fifth of a second.
const TASKS_AWAY: u64 = 20_000;

/// From how many tasks on they are told only to whoever asks: it takes milliseconds, and whoever drags
/// the end of a sleep runs the lesson again and again.
const TASKS_TOLD_LATE: usize = 1000;

/// A run in a worker, or one that was recorded: of both there is the record, and nothing else.
pub(super) struct Away {
    lesson: &'static Lesson,
    recorder: TraceRecorder,
    /// Turns of the loop, as far as the record has come.
    ticks: u64,
    ending: Ending,
}

enum Ending {
    /// It goes on.
    None,
    /// It is over, and the worker says how.
    StoryView(JsValue),
    /// It was stopped from here, whatever the worker says.
    Stopped,
}

impl Away {
    fn new(lesson: &'static Lesson) -> Away {
        Away {
            lesson,
            recorder: TraceRecorder::default(),
            ticks: 0,
            ending: Ending::None,
        }
    }

    /// Takes a run that is over and was recorded, with what is told of its end.
    pub(super) fn recorded(lesson: &'static Lesson, trace: Trace, ending: JsValue) -> Away {
        Away {
            recorder: trace.into(),
            ending: Ending::StoryView(ending),
            ..Away::new(lesson)
        }
    }

    /// Stops the run where it is told to.
    pub(super) fn stop(&mut self) {
        self.ending = Ending::Stopped;
    }

    pub(super) fn is_running(&self) -> bool {
        matches!(self.ending, Ending::None)
    }

    pub(super) fn is_stopped(&self) -> bool {
        matches!(self.ending, Ending::Stopped)
    }

    /// Takes the part of the record that follows.
    fn take(&mut self, part: &[u8]) -> Result<(), codec::DecodeError> {
        self.ticks += self.recorder.add(|trace| {
            let first = trace.len();
            // Places are in the lesson's file, and main's is nowhere.
            codec::append_part(trace, part, &[self.lesson.file, ""])?;
            let events = trace.events_from(first);
            let ticks = events.filter(|(_, event)| *event == Event::TickBegan);
            Ok(ticks.count() as u64)
        })?;
        Ok(())
    }

    pub(super) fn recorder(&self) -> &TraceRecorder {
        &self.recorder
    }

    /// Sums up how the run ended, once it is over.
    pub(super) fn summary(&self, builder: &StoryBuilder) -> Option<JsValue> {
        let slug = self.lesson.slug;
        // What was told of a stopped run is what there is of it.
        let counts = (builder.end.order as u64, self.ticks);
        let outcome = Outcome::Stopped;
        let summed = summary(&summarise_end(slug, builder.end.time, counts, &outcome));
        match &self.ending {
            Ending::None => return None,
            Ending::Stopped => {}
            Ending::StoryView(ending) => with(&summed, ending),
        }
        Some(summed)
    }
}

#[wasm_bindgen]
impl Playground {
    /// Says whether the run has so many tasks that they are told only to whoever asks.
    #[wasm_bindgen(getter, js_name = "isLarge")]
    #[must_use]
    pub fn is_large(&self) -> bool {
        self.look(|story| story.lane_count() >= TASKS_TOLD_LATE)
    }

    /// Returns the record of the run as bytes.
    #[must_use]
    pub fn record(&self) -> Vec<u8> {
        let session = self.session.as_ref();
        session.map_or_else(Vec::new, |session| session.read(codec::encode))
    }
}

#[wasm_bindgen]
impl Playground {
    /// Begins a run that goes on in a worker, if it makes many tasks and its time is simulated.
    /// Returns the module for the worker; null if the run is to be done here, or refused.
    #[wasm_bindgen(js_name = "runAway")]
    pub fn run_away(&mut self, slug: &str, given: JsValue) -> JsValue {
        let Ok((lesson, arguments)) = self.arguments(slug, given) else {
            return JsValue::NULL;
        };
        let stays = lesson.task_count(&arguments) < TASKS_AWAY;
        if stays || lesson.network == Network::Fetches {
            return JsValue::NULL;
        }
        self.begin(lesson, Session::Away(Box::new(Away::new(lesson))));
        wasm_bindgen::module()
    }

    /// Takes the part of the record that follows, and behind the last one how the run ended.
    /// Returns whether it is one.
    pub fn take(&mut self, part: &[u8], ending: JsValue) -> bool {
        let Some(Session::Away(away)) = &mut self.session else {
            return false;
        };
        let is_part = away.take(part).is_ok();
        if is_part && !ending.is_null() {
            away.ending = Ending::StoryView(ending);
        }
        is_part
    }
}
