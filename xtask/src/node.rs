//! The tools that come from npm: esbuild, tsc, wasm-opt, and Node itself.

use std::fs;
use std::io;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::project::Project;
use crate::stage::Outcome;
use crate::stamp;

/// Installs the packages of `www/package-lock.json`, unless just these are installed.
///
/// No package may run a script of its own: none of ours needs one.
///
/// # Errors
/// When the lock file cannot be read, or npm fails.
pub(crate) fn install(project: &Project) -> Result<Outcome> {
    let lock = project.www().join("package-lock.json");
    let content = fs::read(&lock).with_context(|| format!("reading {}", lock.display()))?;
    // Inside the folder, so that removing the folder removes the stamp too.
    let stamp = project.www().join("node_modules/.installed");
    let digest = stamp::digest([content.as_slice()]);
    stamp::unless_done(&stamp, &digest, &[], || {
        let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        command
            .args(["ci", "--ignore-scripts"])
            .current_dir(project.www());
        // npm reports on stdout, which is not ours to write to.
        process::run(command.stdout(io::stderr()))
    })
}

/// Describes a call of an installed tool, in the folder of the checkout.
pub(crate) fn tool(project: &Project, name: &str) -> Command {
    let name = if cfg!(windows) {
        format!("{name}.cmd")
    } else {
        name.to_owned()
    };
    let mut command = Command::new(project.www().join("node_modules/.bin").join(name));
    command.current_dir(project.root());
    command
}

/// Describes a call of Node, in the folder of the checkout.
pub(crate) fn node(project: &Project) -> Command {
    let mut command = Command::new("node");
    command.current_dir(project.root());
    command
}
