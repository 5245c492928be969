//! Measures what the page promises: how little it weighs, how quickly it answers.
//!
//! Each measurement is a script `tests/e2e/bench/….ts` that loads the finished page in a browser
//! and fails when the promise is broken. What has to be measured outside of a page, too, or recorded
//! beforehand, is in `tests/bench`.

use std::fs;
use std::process::Command;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::build::{self, Effort, wasm};
use crate::checks::e2e::Scripts;
use crate::folder::make_empty;
use crate::node;
use crate::process::Run;
use crate::project::Project;

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
    /// How long a reader waits for the first timeline, beside the first paint and beside Pyodide
    Start,
    /// How long the picture takes to follow an edit
    Edit,
    /// How long a program of one's own takes to its timeline, beside Pyodide
    Lab,
    /// How long the page keeps a reader waiting while a million tasks run
    Input,
    /// How long a frame takes while a reader moves along a million spans, beside speedscope
    Timeline,
    /// How long the loop takes for a task, beside CPython and tokio; writes docs/benchmarks.md
    Loop,
}

/// Builds the site for readers and measures it.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if let Name::Loop = options.name {
        // It needs the command without the page.
        return measure_loop(project);
    }
    build::command(project, Effort::Full)?;
    let scripts = Scripts::prepare(project)?;
    match options.name {
        Name::Weight => scripts.script("bench/weight").run(),
        Name::Start => scripts.script("bench/start").run(),
        Name::Edit => scripts.script("bench/edit").run(),
        Name::Lab => scripts.script("bench/lab").run(),
        Name::Input => scripts.script("bench/input").run(),
        Name::Timeline => measure_timeline(project, &scripts),
        Name::Loop => Ok(()),
    }
}

/// Builds what runs the crawl, and starts what compares the engines.
fn measure_loop(project: &Project) -> Result<()> {
    wasm::add_target(project)?;
    let folder = project.scratch().join("loop-bench");
    fs::create_dir_all(&folder)?;
    wasm::loop_bench(project, &folder)?;
    node::install(project)?;
    let scripts = Scripts::prepare(project)?;
    let mut bench = built(project)?;
    // By itself: with the bench the command would be built with what only the bench asks of tokio.
    let command = ["build", "--release", "-p", "interleave-server"];
    project.cargo(command).run()?;
    scripts.tell(&mut bench);
    bench.arg("loop").arg(scripts.path("bench/loop"));
    bench.env("INTERLEAVE_LOOP_BENCH", folder).run()
}

/// Records the runs, since a page would take longer to run them than to draw them, and measures.
fn measure_timeline(project: &Project, scripts: &Scripts<'_>) -> Result<()> {
    let folder = project.scratch().join("timeline-bench");
    make_empty(&folder)?;
    built(project)?.arg("record").arg(&folder).run()?;
    let mut script = scripts.script("bench/timeline");
    let measured = script.env("INTERLEAVE_TIMELINE_BENCH", &folder).run();
    // The largest is a gigabyte of text.
    fs::remove_dir_all(&folder)?;
    measured
}

/// Builds `tests/bench`, and describes a call of it.
fn built(project: &Project) -> Result<Command> {
    let bench = ["build", "--release", "-p", "interleave-bench"];
    project.cargo(bench).run()?;
    let program = project.program("release", "interleave-bench");
    Ok(Command::new(program))
}
