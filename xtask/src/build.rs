//! The way from the sources to the one binary that serves the page.
//!
//! ```text
//! src/ ──cargo──► wasm ──wasm-bindgen──► www/pkg/ ──┐
//!                  └──────wasm-opt (full only)──────┤
//! www/*/*.ts ──────────────esbuild──────────────────┼──► site/ ──brotli──► site/*.br
//! lessons/programs/, www/languages/ ──xtask/texts────────┤                        │
//! index.html, www/page/*.css ───────────────────────┘                        │
//! crates/server ──────────────────────cargo──────────────────► release/interleave
//! ```
//! Each arrow is a stage; one whose inputs have not changed leaves its outputs alone, down to
//! their times, so that cargo does not compile the command again either.

use std::fs;
use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::effort::Effort;
use crate::node;
use crate::precompressed;
use crate::process;
use crate::project::Project;
use crate::site;
use crate::stage::{Outcome, stage};
use crate::wasm;

/// What `cargo xtask build` may be told.
#[derive(Args)]
pub(crate) struct Options {
    /// Leave it larger and slower than readers get it, for the next look
    #[arg(long)]
    fast: bool,
}

/// Builds the command with the site inside, and prints where it is.
///
/// # Errors
/// The error of the first stage that fails.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let effort = if options.fast {
        Effort::Fast
    } else {
        Effort::Full
    };
    command(project, effort)?;
    println!("{}", project.command().display());
    Ok(())
}

/// Builds the command with the site inside.
///
/// # Errors
/// The error of the first stage that fails.
pub(crate) fn command(project: &Project, effort: Effort) -> Result<()> {
    bindings(project, effort)?;
    let modules = wasm::MODULES.map(|module| match effort {
        Effort::Fast => (module.file(), module.bound(project)),
        Effort::Full => (module.file(), module.optimised(project)),
    });
    if effort == Effort::Full {
        stage("wasm-opt", || wasm::optimise(project))?;
    }
    stage("bundle", || site::bundle(project))?;
    stage("texts", || site::read_texts(project))?;
    stage("site", || site::assemble(project, &modules))?;
    stage("brotli", || precompressed::compress(project, effort))?;
    stage("command", || {
        let mut cargo = release(project, &["build", "-p", "interleave-server"])?;
        process::run(effort.set(&mut cargo))?;
        Ok(Outcome::Made)
    })
}

/// Describes a call of cargo in the profile in which the command is built, with the site inside.
///
/// The site is always named: were it not, the command's crate would be compiled once more.
///
/// # Errors
/// When there is no site yet, and no folder can be made for it.
pub(crate) fn release(project: &Project, arguments: &[&str]) -> Result<Command> {
    fs::create_dir_all(project.site())?;
    let (subcommand, rest) = arguments.split_at(1);
    let mut cargo = project.cargo(&[subcommand, &["--release"], rest].concat());
    cargo.env("INTERLEAVE_SITE", project.site());
    Ok(cargo)
}

/// Builds the modules and their TypeScript bindings in `www/pkg/`: all that the type checker needs.
///
/// # Errors
/// The error of the first stage that fails.
pub(crate) fn bindings(project: &Project, effort: Effort) -> Result<()> {
    stage("target", || wasm::add_target(project))?;
    stage("packages", || node::install(project))?;
    stage("wasm", || wasm::compile(project, effort))?;
    stage("bindings", || wasm::bind(project))
}
