//! The command itself: reads a checkout, and prints its tables.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Parser;

use super::checkout::Checkout;
use super::edit_way;
use super::report;

/// Which checkout is counted, and by which list of hops.
#[derive(Parser)]
#[command(bin_name = "cargo xtask house")]
pub(super) struct Options {
    /// Another checkout, such as one of an older commit
    checkout: Option<PathBuf>,
    /// The list of an edit's hops, if not the checkout's own
    #[arg(long)]
    way: Option<PathBuf>,
}

impl Options {
    /// Returns the list that was named, or the checkout's, or, of one that has none, ours.
    fn way_of(&self, root: &Path) -> PathBuf {
        let own = root.join(edit_way::FILE);
        let without = || {
            let root = if own.exists() { root } else { ours() };
            root.join(edit_way::FILE)
        };
        self.way.clone().unwrap_or_else(without)
    }
}

/// Prints the tables of a checkout.
///
/// # Errors
/// When a source cannot be read or parsed, or a function of the edit's way is not there any more.
pub(super) fn run(options: &Options) -> Result<()> {
    let root = options.checkout.as_deref().unwrap_or(ours());
    let checkout = Checkout::read(root)?;
    let way = edit_way::read(&options.way_of(root))?;
    let hops = edit_way::looked_up(&way, &checkout.functions)?;
    print!("{}", report::markdown(&checkout, &hops));
    Ok(())
}

/// Returns the checkout that this command is of.
pub(super) fn ours() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).unwrap_or(package)
}
