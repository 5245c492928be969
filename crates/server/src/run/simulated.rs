//! A run on the simulated clock: its pages come from a replay, and its time passes without waiting.

use std::rc::Rc;

use interleave::{
    crawl::Replay,
    runtime::{Run, RunOptions},
    trace::TraceRecorder,
};

use super::{finished_run::FinishedRun, lesson_request::LessonRequest};

/// Plays a lesson at once.
///
/// A lesson that fetches gets the replay of the demo site, whatever its site is.
pub fn simulated(request: &LessonRequest) -> FinishedRun {
    let recorder = TraceRecorder::default();
    let options = RunOptions {
        fetch: Rc::new(Replay::of_demo_site(request.site().unwrap_or(""))),
        observer: Box::new(recorder.clone()),
        ..RunOptions::default()
    };
    let run = Run::new(request.program(), options);
    run.turns();
    FinishedRun::of(request.lesson().slug, &run, recorder, run.now())
}
