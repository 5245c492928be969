//! `cargo xtask compare`, `face`, `libraries`, `suite` and `mutate`: what is asked of the comparison with CPython.

mod commands;

use std::process::ExitCode;

use clap::Parser;

use commands::{compare, face, libraries, mutate, suite};

/// What is asked.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Command {
    /// Compares what Python programs print here and under CPython.
    Compare(compare::Options),
    /// Compares the libraries for pages with the real ones.
    Libraries(libraries::Options),
    /// Compares the face of asyncio with CPython's.
    Face(face::Options),
    /// Runs CPython's own tests of asyncio here.
    Suite(suite::Options),
    /// Puts faults into a copy of the scheduler: the comparison must notice.
    Mutate(mutate::Options),
}

fn main() -> ExitCode {
    let done = match Command::parse() {
        Command::Compare(options) => compare::run(&options),
        Command::Libraries(options) => libraries::run(&options),
        Command::Face(options) => face::run(&options),
        Command::Suite(options) => suite::run(&options),
        Command::Mutate(options) => mutate::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // On one line, without a backtrace: it is nearly always another program that failed.
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
