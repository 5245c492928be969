//! Recorded runs of many spans, in few lanes or in many, for the benchmark of the timeline.

use std::fs;
use std::path::Path;

use anyhow::Result;
use interleave::export::chrome_trace;
use interleave::runtime::{Naming, Run, RunOptions, gather, sleep};
use interleave::story::StoryBuilder;
use interleave::trace::{TraceRecorder, codec};

/// How many lanes, and how often each sleeps: about 10⁴, 10⁵ and 10⁶ spans in a thousand lanes, and
/// 5 · 10⁶ in a million.
const RUNS: [(u32, u32); 4] = [(1000, 3), (1000, 33), (1000, 333), (1_000_000, 1)];

/// Records the runs, and writes each into the folder, once more for trace viewers. A line of `runs.txt`
/// has the name of a run, how many spans it has, and how many bytes its trace and its pyramid take.
///
/// # Errors
/// When a file cannot be written.
pub(crate) fn run(folder: &Path) -> Result<()> {
    let mut runs = String::new();
    for (lanes, sleeps) in RUNS {
        let name = format!("{lanes}-{sleeps}");
        let counted = record(lanes, sleeps).read(|trace| -> Result<String> {
            let builder = StoryBuilder::of(trace);
            let story = builder.with(trace);
            let spans: usize = story.lanes().map(|lane| lane.spans().count()).sum();
            fs::write(folder.join(format!("{name}.trace")), codec::encode(trace))?;
            let viewers = folder.join(format!("{name}.json"));
            fs::write(viewers, chrome_trace(story))?;
            let (trace, pyramid) = (trace.bytes(), builder.pyramid_bytes());
            Ok(format!("{name} {spans} {trace} {pyramid}\n"))
        })?;
        runs += &counted;
    }
    Ok(fs::write(folder.join("runs.txt"), runs)?)
}

/// Runs tasks that sleep some times each.
fn record(lanes: u32, sleeps: u32) -> TraceRecorder {
    let recorder = TraceRecorder::default();
    let options = RunOptions {
        observer: Box::new(recorder.clone()),
        ..RunOptions::default()
    };
    let main = async move {
        gather((0..lanes).map(|lane| {
            let task = async move {
                for turn in 0..sleeps {
                    sleep(f64::from((lane * 7 + turn * 3) % 11 + 1) / 1000.0).await?;
                }
                Ok(())
            };
            task.named(format!("task_{lane}"))
        }))
        .await?;
        Ok(())
    };
    Run::new(Box::new(move || Box::pin(main)), options).turns();
    recorder
}
