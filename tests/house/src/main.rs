//! `cargo xtask house`: what the sources are like, counted.
//!
//! Rooms with their files and lines, long functions, circles of files, and the hops of an edit, as
//! the Markdown of `docs/house.md`. The tests hold the same numbers within bounds.

mod checkout;
mod command;

mod function;
mod sources;

mod place;
mod rust_file;
mod typescript;

mod modules;
mod named_paths;
mod resolve;
mod use_leaves;

mod arrows;
mod circles;

mod edit_way;
mod report;

#[cfg(test)]
mod tests;

use anyhow::Result;
use clap::Parser;

fn main() -> Result<()> {
    command::run(&command::Options::parse())
}
