//! A run in a worker, as the worker has it.
//!
//! It has a thread for itself, so it gives nobody a turn: it goes on until a part of its record is
//! full. Nothing is told or drawn here, and there is no page to ask.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::answers::{ending, object, optional, pairs};
use super::html::BrowserHtml;
use crate::lessons::{Arguments, find};
use crate::runtime::{Run, RunOptions, Turn};
use crate::story::summarise_end;
use crate::trace::TraceRecorder;
use crate::trace::codec::{PART_EVENTS, encode_part};

/// Begins a simulated run of a lesson that does not fetch. Returns a function that runs on until
/// there is a `part` of the record, and gives it, with the `ending` of the run behind the last one;
/// undefined if the values make no sense.
#[wasm_bindgen(js_name = "runInWorker")]
#[must_use]
pub fn run_in_worker(slug: &str, given: JsValue) -> Option<js_sys::Function> {
    let mut run = WorkerRun::begin(slug, &pairs(given))?;
    let next = Closure::<dyn FnMut() -> JsValue>::new(move || run.next());
    Some(next.into_js_value().unchecked_into())
}

struct WorkerRun {
    run: Run,
    recorder: TraceRecorder,
    /// How many parts were given.
    given: usize,
}

impl WorkerRun {
    fn begin(slug: &str, given: &[(String, String)]) -> Option<WorkerRun> {
        let lesson = find(slug).ok()?;
        let given = given
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        let arguments = Arguments::new(lesson.parameters, given).ok()?;
        let recorder = TraceRecorder::default();
        let options = RunOptions {
            observer: Box::new(recorder.clone()),
            ..RunOptions::default()
        };
        let program = lesson.program(&arguments, Rc::new(BrowserHtml));
        Some(WorkerRun {
            run: Run::new(program, options),
            recorder,
            given: 0,
        })
    }

    /// Runs on until there is a part to give, and returns it.
    fn next(&mut self) -> JsValue {
        // What does not fetch waits for nobody outside: what is not busy is over.
        while !self.is_full() && self.run.turn() == Turn::Busy {}
        let part = self.recorder.read(|trace| encode_part(trace, self.given));
        let ending = if self.is_full() { None } else { self.ending() };
        self.given += 1;
        object(&[
            ("part", js_sys::Uint8Array::from(&part[..]).into()),
            ("ending", optional(ending)),
        ])
    }

    /// Says whether the next part has all its events.
    fn is_full(&self) -> bool {
        self.recorder.read(|trace| trace.len()) / PART_EVENTS > self.given
    }

    fn ending(&self) -> Option<JsValue> {
        let (now, counts) = (self.run.now(), self.run.counts());
        let outcome = self.run.outcome()?;
        Some(ending(&summarise_end("", now, counts, &outcome)))
    }
}
