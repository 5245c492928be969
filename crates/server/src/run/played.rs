//! A run that is over: its trace, its story and its summary.

use interleave::{
    runtime::{Nanos, Outcome, Run},
    story::{StoryBuilder, StoryView, Summary, summarise},
    trace::TraceRecorder,
};

/// A run that is over.
#[derive(Debug)]
pub struct Played {
    /// Everything that happened.
    pub recorder: TraceRecorder,
    /// What it means.
    pub builder: StoryBuilder,
    /// The run in numbers and words.
    pub summary: Summary,
    /// How it ended.
    pub outcome: Outcome,
    /// The values that it ran with and that differ from the lesson's own.
    pub params: Vec<(String, String)>,
    /// Whether the standard error has heard already of what it raised.
    pub is_told: bool,
}

impl Played {
    /// Tells a run that ended at `end`. One that is not over counts as stopped.
    pub(super) fn of(name: &str, run: &Run, recorder: TraceRecorder, end: Nanos) -> Self {
        let outcome = run.outcome().unwrap_or(Outcome::Stopped);
        Self::ended(name, run, recorder, end, outcome)
    }

    /// Tells a run that ended so.
    pub(super) fn ended(
        name: &str,
        run: &Run,
        recorder: TraceRecorder,
        end: Nanos,
        outcome: Outcome,
    ) -> Self {
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
            is_told: false,
        }
    }

    /// Tells with which values it ran.
    #[must_use]
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

    /// Looks at the run with what is known of it.
    pub(super) fn look<R>(&self, look: impl FnOnce(StoryView<'_>) -> R) -> R {
        self.recorder.read(|trace| look(self.builder.with(trace)))
    }
}
