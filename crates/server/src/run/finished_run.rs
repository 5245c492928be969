//! A finished run: its trace, its story and its summary.

use interleave::export::RecordedProgram;
use interleave::runtime::{Nanos, Outcome, Run};
use interleave::story::{StoryBuilder, StoryView, Summary, summarise};
use interleave::trace::{Trace, TraceRecorder, cut_off};

use super::cut::Why;

/// A finished run.
#[derive(Debug)]
pub struct FinishedRun {
    /// The run's trace.
    pub recorder: TraceRecorder,
    /// The run's story.
    pub builder: StoryBuilder,
    /// The run's summary.
    pub summary: Summary,
    /// How the run ended.
    pub outcome: Outcome,
    /// The run's values that differ from the lesson's defaults.
    pub params: Vec<(String, String)>,
    /// The program that ran, if it is none of the lessons.
    pub program: Option<RecordedProgram>,
    /// Whether the standard error has the run's error and warnings already.
    pub is_error_shown: bool,
}

impl FinishedRun {
    /// Makes the story of a run that ended at `end`. A run without an outcome counts as stopped.
    pub(super) fn of(
        name: &str,
        run: &Run,
        recorder: TraceRecorder,
        end: Nanos,
        outcome: Option<Outcome>,
    ) -> Self {
        let outcome = outcome.unwrap_or(Outcome::Stopped);
        let builder = recorder.read(StoryBuilder::of);
        let counts = run.counts();
        let summary =
            recorder.read(|trace| summarise(name, builder.with(trace), end, counts, &outcome));
        Self {
            recorder,
            builder,
            summary,
            outcome,
            params: Vec::new(),
            program: None,
            is_error_shown: false,
        }
    }

    /// Makes the story of a run that was cut off at a moment, in a step that had not ended.
    pub(super) fn cut_off(name: &str, mut trace: Trace, now: Nanos, why: Why) -> Self {
        let (end, counts) = cut_off(&mut trace, now, why.limit());
        let outcome = why.outcome();
        let builder = StoryBuilder::of(&trace);
        let summary = summarise(name, builder.with(&trace), end, counts, &outcome);
        Self {
            recorder: trace.into(),
            builder,
            summary,
            outcome,
            params: Vec::new(),
            program: None,
            is_error_shown: true,
        }
    }

    pub(super) fn with<N: Into<String>, V: Into<String>>(
        self,
        params: impl Iterator<Item = (N, V)>,
    ) -> Self {
        let params = params.map(|(name, value)| (name.into(), value.into()));
        Self {
            params: params.collect(),
            ..self
        }
    }

    pub(crate) fn with_story<R>(&self, f: impl FnOnce(StoryView<'_>) -> R) -> R {
        self.recorder.read(|trace| f(self.builder.with(trace)))
    }
}
