//! The tools that come from npm: esbuild, tsc, wasm-opt, and Node itself.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::Run;
use crate::project::Project;
use crate::stage::{Outcome, digest, unless_done};

/// Installs the packages of `www/package-lock.json`, unless just these are installed.
pub(crate) fn install(project: &Project) -> Result<Outcome> {
    install_in(&project.www())
}

/// Installs the packages of a folder's `package-lock.json`, unless just these are installed.
///
/// No package may run a script of its own: none of ours needs one.
pub(crate) fn install_in(folder: &Path) -> Result<Outcome> {
    let lock = folder.join("package-lock.json");
    let content = fs::read(&lock).with_context(|| format!("reading {}", lock.display()))?;
    // Inside the folder, so that removing the folder removes the stamp too.
    let stamp = folder.join("node_modules/.installed");
    unless_done(&stamp, &digest([&content]), &[], || {
        let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        npm.args(["ci", "--ignore-scripts"]).current_dir(folder);
        // npm reports on stdout, which is not ours to write to.
        npm.stdout(io::stderr()).run()
    })
}

/// Describes a call of an installed tool, in the folder of the checkout.
pub(crate) fn tool(project: &Project, name: &str) -> Command {
    let name = format!("{name}{}", if cfg!(windows) { ".cmd" } else { "" });
    let mut command = Command::new(project.www().join("node_modules/.bin").join(name));
    command.current_dir(&project.root);
    command
}

/// Describes a call of esbuild that says nothing where nothing is wrong.
pub(crate) fn esbuild(project: &Project) -> Command {
    let mut command = tool(project, "esbuild");
    command.arg("--log-level=warning");
    command
}

/// Describes a call of Node, in the folder of the checkout.
pub(crate) fn node(project: &Project) -> Command {
    let mut command = Command::new("node");
    command.current_dir(&project.root);
    command
}
