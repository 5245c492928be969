//! The lab: Python programs in a page.
//!
//! A module of its own, which runs in a worker: one program at a time, from its first line to its last. Its
//! trace goes to the page in the parts in which a run in a worker hands it over, and meanwhile, every so
//! often, as far as the part that is not full has come: a worker whose program never returns is ended from
//! outside, and what it has recorded stays.
//!
//! An instance plays one program. The worker makes the next one of the memory of an instance that stood ready.

#![cfg(target_arch = "wasm32")]

mod host;
mod memory;
mod page;
mod record;

use std::cell::RefCell;
use std::rc::Rc;

use interleave::crawl::Replay;
use interleave::lessons::DEMO_SITE;
use interleave::runtime::{Limits, Nanos, Outcome, Run, RunOptions};
use interleave::story::{RunError, summarise_end};
use interleave_python::Program;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use host::LabHost;
use page::Page;
use record::Record;

/// A step in Python takes longer than a step in Rust, so fewer steps are allowed than a lesson has.
const LIMITS: Limits = Limits {
    steps: 3_000_000,
    ..Limits::DEFAULT
};

thread_local! {
    /// The record of the program that runs.
    static RUNNING: RefCell<Option<Rc<Record>>> = const { RefCell::new(None) };
}

/// Takes a part of the library of Python, as the build makes them.
#[wasm_bindgen(js_name = "giveLibrary")]
pub fn give_library(bytes: Vec<u8>) {
    interleave_python::give_library(bytes);
}

/// Makes an interpreter for the program, and imports modules of the library.
#[wasm_bindgen(js_name = "makeReady")]
pub fn make_ready(modules: Vec<String>) {
    interleave_python::make_ready(modules.iter().map(String::as_str));
}

/// Returns the names of the modules that a program imports.
#[wasm_bindgen(js_name = "importsOf")]
pub fn imports_of(source: &str) -> Vec<String> {
    interleave_python::imports_of(source)
}

/// Says why a text is no program, and where.
#[wasm_bindgen(js_name = "faultOf", unchecked_return_type = "Fault | null")]
pub fn fault_of(file: &str, source: &str) -> JsValue {
    let program = Program {
        file: file.to_owned(),
        source: source.to_owned(),
    };
    let Some(fault) = interleave_python::fault_of(&program) else {
        return JsValue::NULL;
    };
    let object = js_sys::Object::new();
    let fields: [(&str, JsValue); 3] = [
        ("message", fault.message.into()),
        ("line", (fault.line as f64).into()),
        ("column", (fault.column as f64).into()),
    ];
    for (name, value) in fields {
        // A plain object takes any field.
        let _ = js_sys::Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

/// Plays a program on the simulated clock. Returns how the run ended, as a summary says it.
#[wasm_bindgen(unchecked_return_type = "import(\"./runtime.js\").Ending")]
pub fn play(file: &str, source: &str, page: Page) -> JsValue {
    let page = Rc::new(page);
    let record = Rc::new(Record::new(page.clone()));
    RUNNING.replace(Some(record.clone()));
    let run = Rc::new(Run::idle(RunOptions {
        fetch: Rc::new(Replay::of_demo_site(DEMO_SITE)),
        observer: Box::new(record.recorder()),
        limits: LIMITS,
        ..RunOptions::default()
    }));
    let program = Program {
        file: file.to_owned(),
        source: source.to_owned(),
    };
    let host = LabHost::new(record.clone(), page, run.clone());
    let outcome = program.play(&run, Rc::new(host));
    RUNNING.take();
    record.finish();
    ending(run.now(), run.counts(), &outcome)
}

/// What a summary says besides the record of the run.
#[derive(Serialize)]
struct Ending {
    seconds: f64,
    steps: u64,
    ticks: u64,
    outcome: &'static str,
    error: Option<RunError>,
}

/// Says how a run ended, as a summary does.
fn ending(now: Nanos, counts: (u64, u64), outcome: &Outcome) -> JsValue {
    let summary = summarise_end("", now, counts, outcome);
    let ending = Ending {
        seconds: summary.seconds,
        steps: summary.steps,
        ticks: summary.ticks,
        outcome: summary.outcome,
        error: summary.error,
    };
    let serializer = Serializer::new().serialize_missing_as_null(true);
    ending.serialize(&serializer).unwrap_or(JsValue::NULL)
}

/// Ends the record of a program that cannot go on, with what it counts as having raised: the interpreter is not to
/// be called any more.
#[wasm_bindgen(js_name = "endAs")]
pub fn end_as(kind: &str, message: &str) {
    let record = RUNNING.take();
    if let Some(record) = record {
        record.end_as(kind, message);
    }
}

/// Hands over what was recorded: the interpreter calls this every so many turns of its loops
/// (`xtask/src/build/beats.rs`).
#[wasm_bindgen]
pub fn beat() {
    let record = RUNNING.try_with(|running| running.try_borrow().ok()?.clone());
    if let Ok(Some(record)) = record {
        record.beat();
    }
}
