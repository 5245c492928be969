//! The `interleave` command: parses its arguments and calls the subcommand.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use interleave_server::{embed, list, run, serve};
use mimalloc::MiMalloc;

/// A run of a million tasks allocates millions of small pieces of memory.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Asynchronous code that shows itself
#[derive(Parser)]
#[command(name = "interleave", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// List the lessons and their parameters
    List(list::Options),
    /// Run a lesson, a Python file or a recording, without a browser
    Run(run::Options),
    /// Write the HTML that puts a lesson, or a recording of a Python file, into an article
    Embed(embed::Options),
    /// Serve the page, the CORS proxy and the demo movie site on this machine
    Serve(serve::Options),
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::List(options) => list::run(&options),
        Command::Run(options) => with_stacks(move || run::run(&options)),
        Command::Embed(options) => with_stacks(move || embed::run(&options)),
        Command::Serve(options) => serve::run(&options),
    }
}

/// Runs a subcommand that plays Python programs, which may start threads.
fn with_stacks(subcommand: impl FnOnce() -> ExitCode + Send + 'static) -> ExitCode {
    interleave_python::with_stacks(subcommand).unwrap_or_else(|error| {
        eprintln!("interleave: {error}");
        ExitCode::FAILURE
    })
}
