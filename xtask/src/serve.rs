//! Builds in haste and hands over to the command.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::build::{self, Effort};
use crate::project::Project;

/// What `cargo xtask serve` may be told; the command understands the same.
#[derive(Args)]
pub(crate) struct Options {
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// Serve on PORT, PORT+1 and PORT+2; 0 takes free ones
    #[arg(long)]
    port: Option<u16>,
}

/// Builds the command, then becomes it: its exit code is ours.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    build::command(project, Effort::Fast)?;
    let mut command = Command::new(project.command());
    command.arg("serve").args(options.open.then_some("--open"));
    command.args(options.port.map(|port| format!("--port={port}")));
    Err(become_command(&mut command).into())
}

/// Replaces this process by the command, so that Ctrl-C and every other signal reach the command alone.
///
/// Returns only if that fails.
#[cfg(unix)]
fn become_command(command: &mut Command) -> std::io::Error {
    std::os::unix::process::CommandExt::exec(command)
}

/// Runs the command to its end and ends with its exit code.
///
/// Returns only if it cannot be started.
#[cfg(not(unix))]
fn become_command(command: &mut Command) -> std::io::Error {
    match command.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(error) => error,
    }
}
