//! Measures what the page promises: how little it weighs, how quickly it answers.
//!
//! Each measurement is a script `tests/e2e/bench-….ts` that loads the finished page in a browser
//! and fails when the promise is broken.

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::build;
use crate::e2e::Scripts;
use crate::effort::Effort;
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
    /// How long the picture takes to follow an edit
    Edit,
}

/// Builds the site for readers and measures it.
///
/// # Errors
/// When the build fails, or the promise is broken.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    build::command(project, Effort::Full)?;
    let scripts = Scripts::prepare(project)?;
    match options.name {
        Name::Weight => scripts.run("bench-weight"),
        Name::Edit => scripts.run("bench-edit"),
    }
}
