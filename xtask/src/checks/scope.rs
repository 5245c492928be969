//! How much of its steps a run of `cargo xtask test` checks.

use clap::Args;

/// How much of its steps a run checks.
#[derive(Args)]
pub(crate) struct Scope {
    /// Run only the tests (native, web) or files (e2e) with this in their names
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(super) only: String,
    /// Run what takes long, too: all pictures, and Python checked for a page
    #[arg(long)]
    pub(super) full: bool,
}
