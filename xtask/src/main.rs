//! The project's own commands: `cargo xtask build`, `serve`, `test`, `bench`, `compare`, `suite`,
//! `fuzz`, `mutate`, `house`.
//!
//! A fresh machine needs rustup's stable toolchain and Node; what else is missing, xtask adds.
//! Read `build.rs` first: it is the way from the sources to the one binary that serves the page.
//! What is built goes into cargo's target folder; only what TypeScript and Node look up beside
//! `www/package.json` goes into ignored folders of `www/`.

mod bench;
mod browser;
mod build;
mod check;
mod compare;
mod e2e;
mod effort;
mod fuzz;
mod imports;
mod judging;
#[path = "../../src/lessons/lines.rs"]
mod lines;
mod loop_bench;
mod loop_report;
mod mutate;
mod node;
mod panics;
mod precompressed;
mod process;
mod project;
mod serve;
mod site;
mod stage;
mod stamp;
mod suite;
mod test;
mod timeline_bench;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use project::Project;

/// Builds, serves, tests and measures Interleave.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the site and, with the site inside, `release/interleave` in cargo's target folder.
    Build(build::Options),
    /// Builds in haste, then serves the page until Ctrl-C.
    Serve(serve::Options),
    /// Runs all checks and tests, or the named ones.
    Test(test::Options),
    /// Measures one promise the page makes.
    Bench(bench::Options),
    /// Compares what Python programs print here and under CPython.
    Compare(compare::Options),
    /// Runs CPython's own tests of asyncio here.
    Suite(suite::Options),
    /// Feeds what is read from outside with anything.
    Fuzz(fuzz::Options),
    /// Puts faults into a copy of the scheduler: the comparison must notice.
    Mutate(mutate::Options),
    /// Counts the sources by room: files, lines, long functions, circles, hops of an edit.
    House {
        /// What is handed to the command of `tests/house`; `--help` lists it
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(code) => code,
        // On one line, without a backtrace: it is nearly always another program that failed.
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<ExitCode> {
    let project = Project::find()?;
    match command {
        Command::Build(options) => build::run(&project, options)?,
        Command::Serve(options) => serve::run(&project, options)?,
        Command::Test(options) => return Ok(test::run(&project, options)),
        Command::Bench(options) => bench::run(&project, options)?,
        Command::Compare(options) => compare::run(&project, options)?,
        Command::Suite(options) => suite::run(&project, options)?,
        Command::Fuzz(options) => fuzz::run(&project, options)?,
        Command::Mutate(options) => mutate::run(&project, options)?,
        Command::House { arguments } => {
            let house = ["run", "--quiet", "--package=interleave-house", "--"];
            process::run(project.cargo(&house).args(arguments))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
