//! Measures what the page promises: how little it weighs, how quickly it answers.
//!
//! Each measurement is a script `tests/e2e/bench/….ts` that loads the finished page in a browser
//! and fails when the promise is broken.

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::build;
use crate::e2e::Scripts;
use crate::effort::Effort;
use crate::loop_bench;
use crate::project::Project;
use crate::timeline_bench;

/// What `cargo xtask bench` may be told.
#[derive(Args)]
pub(crate) struct Options {
    /// What to measure
    #[arg(value_enum)]
    name: Name,
}

#[derive(Clone, Copy, ValueEnum)]
enum Name {
    /// How many bytes the first view of the page takes over the wire
    Weight,
    /// How long the picture takes to follow an edit
    Edit,
    /// How long the page keeps a reader waiting while a million tasks run
    Input,
    /// How long a frame takes while a reader moves along a million spans, beside speedscope
    Timeline,
    /// How long the loop takes for a task, beside CPython and tokio; writes docs/benchmarks.md
    Loop,
}

/// Builds the site for readers and measures it.
///
/// # Errors
/// When the build fails, or the promise is broken.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if let Name::Loop = options.name {
        // It needs the command without the page.
        return loop_bench::run(project);
    }
    build::command(project, Effort::Full)?;
    let scripts = Scripts::prepare(project)?;
    match options.name {
        Name::Loop => Ok(()),
        Name::Weight => scripts.run("bench/weight"),
        Name::Edit => scripts.run("bench/edit"),
        Name::Input => scripts.run("bench/input"),
        Name::Timeline => timeline_bench::run(project, &scripts),
    }
}
