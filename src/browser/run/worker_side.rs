//! A run in a worker, as the worker has it.
//!
//! It has a thread for itself, so it gives nothing else a turn: it goes on until a part of its record
//! is full. Nothing is read or drawn here, and there is no page to ask.

use std::rc::Rc;

use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::browser::border::{Ending, Part, arguments, typed};
use crate::crawl::NoHtml;
use crate::lessons::find;
use crate::runtime::{Run, RunOptions, Turn};
use crate::story::summarise_end;
use crate::trace::TraceRecorder;
use crate::trace::codec::{PART_EVENTS, encode_part};

/// Starts a simulated run of a lesson that does not fetch. Returns nothing if the values make no
/// sense.
#[wasm_bindgen(js_name = "runInWorker")]
pub fn run_in_worker(
    slug: &str,
    #[wasm_bindgen(unchecked_param_type = "Record<string, string>")] given: JsValue,
) -> Option<WorkerSide> {
    let lesson = find(slug).ok()?;
    let arguments = arguments(lesson, &given).ok()?;
    let recorder = TraceRecorder::default();
    let options = RunOptions {
        observer: Box::new(recorder.clone()),
        ..RunOptions::default()
    };
    let program = lesson.program(&arguments, Rc::new(NoHtml));
    Some(WorkerSide {
        run: Run::new(program, options),
        recorder,
        given: 0,
    })
}

/// A run in a worker, of which the page takes the record part by part.
#[wasm_bindgen]
pub struct WorkerSide {
    run: Run,
    recorder: TraceRecorder,
    /// How many parts were given.
    given: usize,
}

#[wasm_bindgen]
impl WorkerSide {
    /// Runs on until there is a part to give, and returns it.
    #[wasm_bindgen(js_name = "next")]
    pub fn next_part(&mut self) -> Ts<Part> {
        // What does not fetch waits for nothing outside: what is not busy is over.
        while !self.is_full() && self.run.turn() == Turn::Busy {}
        let part = self.recorder.read(|trace| encode_part(trace, self.given));
        let ending = if self.is_full() { None } else { self.ending() };
        self.given += 1;
        let part = js_sys::Uint8Array::from(&part[..]);
        typed(&Part { part, ending })
    }
}

impl WorkerSide {
    /// Says whether the next part has all its events.
    fn is_full(&self) -> bool {
        self.recorder.read(|trace| trace.len()) / PART_EVENTS > self.given
    }

    fn ending(&self) -> Option<Ending> {
        let (now, counts) = (self.run.now(), self.run.counts());
        let outcome = self.run.outcome()?;
        Some(summarise_end("", now, counts, &outcome).into())
    }
}
