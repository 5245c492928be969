//! A run that is over: its trace, its story and its summary.

use interleave::{
    runtime::{Nanos, Outcome, Run},
    story::{Story, Summary, summarise},
    trace::Recorder,
};

use super::request::Request;

/// A run that is over.
#[derive(Debug)]
pub struct Played {
    /// Everything that happened.
    pub recorder: Recorder,
    /// What it means.
    pub story: Story,
    /// The run in numbers and words.
    pub summary: Summary,
    /// How it ended.
    pub outcome: Outcome,
}

impl Played {
    /// Tells a run that ended at `end`. One that is not over counts as stopped.
    pub(super) fn of(request: &Request, run: &Run, recorder: Recorder, end: Nanos) -> Self {
        let outcome = run.outcome().unwrap_or(Outcome::Stopped);
        let story = recorder.read(Story::of);
        let summary = summarise(request.lesson().slug, &story, end, run.counts(), &outcome);
        Self {
            recorder,
            story,
            summary,
            outcome,
        }
    }
}
