//! Measures the timeline: how long a frame takes that shows a part of very many spans.
//!
//! The runs are recorded here, since a page would take longer to run them than to draw them. The same
//! runs are opened in speedscope, a viewer of traces, from the file that is exported for viewers.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::e2e::Scripts;
use crate::process;
use crate::project::Project;

/// How many lanes, and how often each sleeps: about 10⁴, 10⁵ and 10⁶ spans in a thousand lanes, and
/// 5 · 10⁶ in a million.
const RUNS: [(u32, u32); 4] = [(1000, 3), (1000, 33), (1000, 333), (1_000_000, 1)];

/// Records the runs, and measures.
///
/// # Errors
/// When something cannot be built or run, or a promise is broken.
pub(crate) fn run(project: &Project, scripts: &Scripts<'_>) -> Result<()> {
    let build = ["build", "--release", "-p", "interleave-loop-bench"];
    process::run(&mut project.cargo(&build))?;
    let folder = project.scratch().join("timeline-bench");
    fs::create_dir_all(&folder)?;
    let program = format!("interleave-loop-bench{}", std::env::consts::EXE_SUFFIX);
    let program = project.command().with_file_name(program);
    let mut story = String::new();
    for (lanes, sleeps) in RUNS {
        let mut command = Command::new(&program);
        command.args(["trace", &lanes.to_string(), &sleeps.to_string()]);
        let counted = process::output(command.arg(&folder))?;
        story.push_str(&format!("{lanes}-{sleeps} {}\n", counted.trim()));
    }
    fs::write(folder.join("runs.txt"), story)?;
    let measured = scripts.run_in("bench/timeline", ("INTERLEAVE_TIMELINE_BENCH", &folder));
    // The largest is a gigabyte of text.
    fs::remove_dir_all(&folder)?;
    measured
}
