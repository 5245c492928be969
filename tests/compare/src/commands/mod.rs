//! The commands, and where they read and write.

pub(crate) mod compare;
pub(crate) mod face;
mod judging;
pub(crate) mod libraries;
pub(crate) mod mutate;
pub(crate) mod suite;

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Returns the folder of the checkout that this command is of.
fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).unwrap_or(package)
}

/// Returns a folder in cargo's target folder, where this command lies in a folder of its profile.
fn target(name: &str) -> Result<PathBuf> {
    let program = env::current_exe()?;
    let target = program.ancestors().nth(2);
    Ok(target.context("cargo did not build this")?.join(name))
}
