//! How much of its steps a run of `cargo xtask test` checks.

use std::process::Command;

use clap::Args;

/// How much of its steps a run checks.
#[derive(Args)]
pub(crate) struct Scope {
    /// Run only the tests (native, web) or files (e2e) with this in their names
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(super) only: String,
    /// Run what takes long, too: CONTRIBUTING.md lists it
    #[arg(long)]
    pub(super) full: bool,
}

impl Scope {
    /// Tells a program whether everything is asked for: tests then show all of their cases.
    pub(super) fn tell<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        if self.full {
            command.env("INTERLEAVE_FULL", "1");
        }
        command
    }
}
