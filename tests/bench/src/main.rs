//! What `cargo xtask bench loop` and `bench timeline` start: measurements of the event loop, and runs of
//! many spans.
//!
//! One process per measurement, so that none has the memory of another. xtask builds all that this needs
//! and names it in variables: `CHROMIUM`, `INTERLEAVE_COMMAND` and `INTERLEAVE_LOOP_BENCH`.

mod measure;
mod record;
mod report;
mod rounds;
mod samples;

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;

/// As the command has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
enum Command {
    /// Crawls here
    Native { pages: u32 },
    /// Crawls on tokio
    Tokio { pages: u32 },
    /// Measures all engines, round by round, with the script that crawls in a browser
    Loop { script: PathBuf },
    /// Records runs of many spans into a folder
    Record { folder: PathBuf },
}

fn main() -> Result<()> {
    match Command::parse() {
        Command::Native { pages } => measure::native(pages),
        Command::Tokio { pages } => measure::tokio(pages),
        Command::Loop { script } => rounds::run(script),
        Command::Record { folder } => record::run(&folder),
    }
}
