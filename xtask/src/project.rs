//! Where everything is: the folders that the other modules read and write.
//!
//! Asked from cargo once, so that `CARGO_TARGET_DIR` and the caller's folder do not matter.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;

/// The folders of one checkout.
pub(crate) struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// Asks cargo for the workspace that xtask belongs to.
    ///
    /// # Errors
    /// When xtask was not started by cargo, or cargo cannot read the workspace.
    pub(crate) fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .context("cargo did not start this; run it as `cargo xtask`")?;
        let mut command = cargo_command();
        command.args([
            "metadata",
            "--format-version=1",
            "--no-deps",
            "--manifest-path",
        ]);
        command.arg(Path::new(&manifest).join("Cargo.toml"));
        let metadata: Value = serde_json::from_str(&process::output(&mut command)?)?;
        let folder = |key: &str| {
            let path = metadata[key].as_str().map(PathBuf::from);
            path.with_context(|| format!("cargo metadata has no `{key}`"))
        };
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
        })
    }

    /// Describes a copy of a checkout, with a target folder of its own.
    pub(crate) fn of_copy(root: PathBuf, target: PathBuf) -> Self {
        Self { root, target }
    }

    /// Returns the folder of the checkout.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Returns cargo's target folder.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Returns the folder of the page's sources.
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

    /// Returns the path of the built `interleave` command.
    pub(crate) fn command(&self) -> PathBuf {
        let name = format!("interleave{}", env::consts::EXE_SUFFIX);
        self.target.join("release").join(name)
    }

    /// Starts a description of a cargo call in this workspace.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = cargo_command();
        command.args(arguments).current_dir(&self.root);
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }
}

/// Describes a call of the cargo that started xtask, without what cargo told xtask about itself.
///
/// Build scripts such as ring's ask to be run again when `CARGO_PKG_…` changes; without the
/// removal `cargo build` and `cargo xtask build` would undo each other's work.
fn cargo_command() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in env::vars_os() {
        let about_xtask = name.to_str().is_some_and(|name| {
            [
                "CARGO_PKG_",
                "CARGO_MANIFEST_",
                "CARGO_BIN_",
                "CARGO_CRATE_",
            ]
            .iter()
            .any(|prefix| name.starts_with(prefix))
        });
        if about_xtask {
            command.env_remove(name);
        }
    }
    command
}
