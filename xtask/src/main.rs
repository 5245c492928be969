//! The project's own commands: `cargo xtask build`, `serve`, `dist`, `test`, `bench`, `compare`, `libraries`, `suite`,
//! `fuzz`, `mutate`, `house`.
//!
//! A fresh machine needs rustup, which fetches the toolchain, and Node; what else is missing, xtask adds.
//! Read `build` first: it is the way from the sources to the one binary that serves the page.
//! What is built goes into cargo's target folder; only what TypeScript and Node look up beside
//! `www/package.json` goes into ignored folders of `www/`. Errors say themselves what failed, so the
//! functions do not list them.

mod build;
mod dist;
mod serve;

mod bench;
mod checks;
mod fuzz;

mod folder;
#[path = "../../src/lessons/lines.rs"]
mod lines;
mod node;
mod process;
mod project;
mod stage;

use std::env;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

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
    /// Builds the lab alone, in which programs run in a page
    Lab(build::Options),
    /// Builds in haste, then serves the page until Ctrl-C.
    Serve(serve::Options),
    /// Writes what a release is made of into `dist/`.
    Dist(dist::Options),
    /// Runs all checks and tests, or the named ones.
    Test(checks::Options),
    /// Measures one promise the page makes.
    Bench(bench::Options),
    /// Compares what Python programs print here and under CPython.
    #[command(disable_help_flag = true)]
    Compare(Forwarded),
    /// Compares the libraries for pages with the real ones.
    #[command(disable_help_flag = true)]
    Libraries(Forwarded),
    /// Compares the face of asyncio with CPython's: names, signatures, methods.
    #[command(disable_help_flag = true)]
    Face(Forwarded),
    /// Runs CPython's own tests of asyncio here.
    #[command(disable_help_flag = true)]
    Suite(Forwarded),
    /// Feeds what is read from outside with anything.
    Fuzz(fuzz::Options),
    /// Puts faults into a copy of the scheduler: the comparison must notice.
    #[command(disable_help_flag = true)]
    Mutate(Forwarded),
    /// Counts the sources by room: files, lines, long functions, circles, hops of an edit.
    #[command(disable_help_flag = true)]
    House(Forwarded),
}

/// What a package of `tests` is told.
#[derive(Args)]
struct Forwarded {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

impl Forwarded {
    /// Starts a tool of `tests`, where the caller is, whose arguments may name files there. What failed, the
    /// tool has said itself.
    fn to(&self, project: &Project, package: &str, words: &[&str]) -> Result<ExitCode> {
        let mut tool = project.tool(package, words);
        tool.args(&self.arguments).current_dir(env::current_dir()?);
        let code = tool.status()?.code().unwrap_or(1);
        Ok(u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from))
    }
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
        Command::Lab(options) => build::run_lab(&project, options)?,
        Command::Serve(options) => serve::run(&project, options)?,
        Command::Dist(options) => dist::run(&project, options)?,
        Command::Test(options) => return Ok(checks::run(&project, options)),
        Command::Bench(options) => bench::run(&project, options)?,
        Command::Compare(it) => return it.to(&project, "interleave-compare", &["compare"]),
        Command::Libraries(it) => return it.to(&project, "interleave-compare", &["libraries"]),
        Command::Face(it) => return it.to(&project, "interleave-compare", &["face"]),
        Command::Suite(it) => return it.to(&project, "interleave-compare", &["suite"]),
        Command::Fuzz(options) => fuzz::run(&project, options)?,
        Command::Mutate(it) => return it.to(&project, "interleave-compare", &["mutate"]),
        Command::House(it) => return it.to(&project, "interleave-house", &[]),
    }
    Ok(ExitCode::SUCCESS)
}
