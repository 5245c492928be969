//! The way from the sources to the one binary that serves the page.
//!
//! ```text
//! src/ ──cargo──► wasm ──wasm-bindgen──► www/pkg/ ──┐
//!                  └──────wasm-opt (full only)──────┤
//! crates/lab ──cargo──► wasm ──wasm-bindgen──► www/pkg/, with the library of Python beside it
//! www/*/*.ts ──────────────esbuild──────────────────┼──► site/ ──brotli──► site/*.br
//! lessons/programs/, www/languages/ ──xtask/texts───┤                        │
//! index.html, www/page/*.css ───────────────────────┘                        │
//! crates/server ──────────────────────cargo──────────────────► release/interleave
//! ```
//! Each arrow is a stage; one whose inputs have not changed leaves its outputs alone, down to
//! their times, so that cargo does not compile the command again either.

mod beats;
mod effort;
mod front;
mod imports;
mod lab;
mod late;
mod library;
mod names;
mod parts;
mod places;
mod precompressed;
mod site;
mod texts;
pub(crate) mod wasm;

use std::fs;
use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::node;
use crate::process::Run;
use crate::project::Project;
use crate::stage::{Outcome, stage};
pub(crate) use effort::Effort;
pub(crate) use names::{digest_of, has_digest, with_digest};
pub(crate) use precompressed::COMPRESSED;
pub(crate) use site::write_plain;
pub(crate) use texts::{FIRST_LESSON, folder as texts_folder};

/// What `cargo xtask build` may be told.
#[derive(Args)]
pub(crate) struct Options {
    /// Leave it larger and slower than readers get it, for the next look
    #[arg(long)]
    fast: bool,
}

impl Options {
    fn effort(&self) -> Effort {
        if self.fast {
            Effort::Fast
        } else {
            Effort::Full
        }
    }
}

/// Builds the command with the site inside, and prints where it is.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    command(project, options.effort())?;
    println!("{}", project.command().display());
    Ok(())
}

pub(crate) fn command(project: &Project, effort: Effort) -> Result<()> {
    packed_site(project, effort)?;
    stage("command", || {
        let mut cargo = release(project, &["build", "-p", "interleave-server"])?;
        cargo.envs(effort.settings()).run()?;
        Ok(Outcome::Made)
    })
}

/// Builds the site, with the packed twins of its files.
pub(crate) fn packed_site(project: &Project, effort: Effort) -> Result<()> {
    site(project, effort)?;
    stage("brotli", || precompressed::compress(project, effort))
}

/// Describes a call of cargo in the profile in which the command is built, with the site inside.
///
/// The site is always named: were it not, the command's crate would be compiled once more.
pub(crate) fn release(project: &Project, arguments: &[&str]) -> Result<Command> {
    fs::create_dir_all(project.site())?;
    let mut cargo = project.cargo(arguments);
    cargo.arg("--release");
    cargo.env("INTERLEAVE_SITE", project.site());
    Ok(cargo)
}

pub(crate) fn site(project: &Project, effort: Effort) -> Result<()> {
    bindings(project, effort)?;
    if effort == Effort::Full {
        stage("wasm-opt", || wasm::optimise(project))?;
        stage("lab, small", || lab::optimise(project))?;
    }
    stage("texts", || texts::read(project))?;
    stage("bundle", || site::bundle(project, effort))?;
    stage("site", || site::assemble(project, effort))
}

/// Builds the lab alone.
pub(crate) fn run_lab(project: &Project, options: &Options) -> Result<()> {
    lab(project)?;
    match options.effort() {
        Effort::Fast => Ok(()),
        Effort::Full => stage("lab, small", || lab::optimise(project)),
    }
}

fn lab(project: &Project) -> Result<()> {
    stage("lab", || lab::compile(project))?;
    stage("lab, bound", || lab::bind(project))
}

/// Builds the modules and their TypeScript bindings in `www/pkg/`: all that the type checker needs.
pub(crate) fn bindings(project: &Project, effort: Effort) -> Result<()> {
    stage("target", || wasm::add_target(project))?;
    stage("packages", || node::install(project))?;
    stage("wasm", || wasm::compile(project, effort))?;
    stage("bindings", || wasm::bind(project, effort))?;
    lab(project)
}
