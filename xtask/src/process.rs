//! Runs other programs, and says which one it was when it fails.

use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, ensure};

/// A program that is run to its end. It fails when it cannot be started, or ends with anything but success.
pub(crate) trait Run {
    /// Runs the program; its output goes where ours goes.
    fn run(&mut self) -> Result<()>;

    /// Runs the program and returns what it printed, which must be UTF-8.
    fn printed(&mut self) -> Result<String>;
}

impl Run for Command {
    fn run(&mut self) -> Result<()> {
        let status = self.status().with_context(|| not_started(self))?;
        ended(self, status)
    }

    fn printed(&mut self) -> Result<String> {
        let output = self.stderr(Stdio::inherit()).output();
        let output = output.with_context(|| not_started(self))?;
        ended(self, output.status)?;
        String::from_utf8(output.stdout).with_context(|| format!("output of `{}`", line(self)))
    }
}

fn not_started(command: &Command) -> String {
    format!("`{}` could not be started; is it installed?", line(command))
}

fn ended(command: &Command, status: ExitStatus) -> Result<()> {
    ensure!(status.success(), "`{}` ended with {status}", line(command));
    Ok(())
}

/// Returns the program and its arguments as one would type them, cut where they get long.
fn line(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let mut line = program.rsplit(['/', '\\']).next().unwrap_or("").to_owned();
    for word in command.get_args() {
        line = format!("{line} {}", word.to_string_lossy());
    }
    match line.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
