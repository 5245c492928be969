//! A run on the simulated clock: its pages are recorded, and its time is counted, not waited for.

use std::rc::Rc;

use interleave::{
    crawl::Replay,
    runtime::{Run, RunOptions},
    trace::TraceRecorder,
};

use super::{played::Played, request::Request};

/// Plays a lesson at once.
///
/// A lesson that fetches is given the recorded crawl of the demo site, whatever its site is.
pub fn simulated(request: &Request) -> Played {
    let recorder = TraceRecorder::default();
    let options = RunOptions {
        fetch: Rc::new(Replay::of_demo_site(request.site().unwrap_or(""))),
        observer: Box::new(recorder.clone()),
        ..RunOptions::default()
    };
    let run = Run::new(request.program(), options);
    run.turns();
    Played::of(request.lesson().slug, &run, recorder, run.now())
}
