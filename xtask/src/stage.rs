//! A stage of the build: it runs, or finds that it has nothing to do, and prints one line.
//!
//! The lines go to stderr: the stdout of `cargo xtask serve` belongs to the command it serves with.

use std::time::Instant;

use anyhow::{Context, Result};

/// What a stage left behind.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The stage did its work.
    Made,
    /// The inputs are those of the last time, so the outputs were left as they are.
    Unchanged,
}

/// Runs one stage of the build and prints its name, its duration and whether it did anything.
///
/// # Errors
/// The error of the work, under the name of the stage.
pub(crate) fn stage(name: &str, work: impl FnOnce() -> Result<Outcome>) -> Result<()> {
    let start = Instant::now();
    let outcome = work().with_context(|| format!("{name} failed"))?;
    let note = match outcome {
        Outcome::Made => "",
        Outcome::Unchanged => "  unchanged",
    };
    eprintln!("{name:<12}{:>7.1} s{note}", start.elapsed().as_secs_f64());
    Ok(())
}
