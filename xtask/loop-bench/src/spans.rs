//! Recorded runs of many spans, in few lanes or in many, for the benchmark of the timeline.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use interleave::export::chrome_trace;
use interleave::runtime::{Naming, Run, RunOptions, gather, sleep};
use interleave::story::StoryBuilder;
use interleave::trace::{TraceRecorder, codec};

/// Writes the record of `lanes` tasks that sleep `sleeps` times each, and the same for trace
/// viewers. Prints how many spans it has, and how many bytes the trace and its pyramid take.
///
/// # Errors
/// When the arguments make no sense, or a file cannot be written.
pub(crate) fn write(lanes: &str, sleeps: &str, folder: &Path) -> Result<()> {
    let (lanes, sleeps): (u32, u32) = (lanes.parse()?, sleeps.parse()?);
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
    let name = format!("{lanes}-{sleeps}");
    recorder.read(|trace| {
        let builder = StoryBuilder::of(trace);
        let story = builder.with(trace);
        let spans: usize = story.lanes().map(|lane| lane.spans().count()).sum();
        fs::write(folder.join(format!("{name}.trace")), codec::encode(trace))?;
        let viewers = folder.join(format!("{name}.json"));
        fs::write(&viewers, chrome_trace(story)).with_context(|| viewers.display().to_string())?;
        println!("{spans} {} {}", trace.bytes(), builder.pyramid_bytes());
        Ok(())
    })
}
