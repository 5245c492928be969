//! Where everything is: the folders that the other modules read and write.
//!
//! They follow from where cargo built this, so that `CARGO_TARGET_DIR` and the caller's folder do not matter.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// What cargo tells a program that it starts about the program's own package.
const OWN: [&str; 4] = [
    "CARGO_PKG_",
    "CARGO_MANIFEST_",
    "CARGO_BIN_",
    "CARGO_CRATE_",
];

/// The folders of one checkout.
pub(crate) struct Project {
    /// The folder of the checkout.
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
}

impl Project {
    /// Finds the workspace that xtask belongs to.
    pub(crate) fn find() -> Result<Self> {
        let package = env::var_os("CARGO_MANIFEST_DIR");
        let program = env::current_exe()?;
        let folders = package.as_ref().and_then(|package| {
            // In the target folder the program lies in the folder of its profile.
            Some((Path::new(package).parent()?, program.ancestors().nth(2)?))
        });
        let (root, target) =
            folders.context("cargo did not start this; run it as `cargo xtask`")?;
        Ok(Self {
            root: root.to_owned(),
            target: target.to_owned(),
        })
    }

    pub(crate) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// Returns the folder for stamps and intermediate files.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// Returns the folder that holds the finished site, ready to be put into the command.
    ///
    /// Not right in the target folder: there `site` is cargo's own, for the profile of that name.
    pub(crate) fn site(&self) -> PathBuf {
        self.scratch().join("site")
    }

    pub(crate) fn command(&self) -> PathBuf {
        self.program("release", "interleave")
    }

    /// Returns the path of a program that cargo built in a profile.
    pub(crate) fn program(&self, profile: &str, name: &str) -> PathBuf {
        let name = format!("{name}{}", env::consts::EXE_SUFFIX);
        self.target.join(profile).join(name)
    }

    /// Describes a call of a tool of `tests`, which is built first: its package, and words for it.
    pub(crate) fn tool(&self, package: &str, words: &[&str]) -> Command {
        let mut command = self.cargo(["run", "--quiet", "--package", package]);
        command.arg("--manifest-path");
        command.arg(self.root.join("Cargo.toml"));
        command.arg("--").args(words);
        command
    }

    /// Describes a call of the cargo that started xtask, in this workspace, without what cargo told xtask
    /// about itself.
    ///
    /// Build scripts such as ring's ask to be run again when `CARGO_PKG_…` changes; without the
    /// removal `cargo build` and `cargo xtask build` would undo each other's work.
    pub(crate) fn cargo<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if OWN.iter().any(|prefix| text.starts_with(prefix)) {
                command.env_remove(&name);
            }
        }
        command.args(arguments).current_dir(&self.root);
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }
}
