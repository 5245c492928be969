//! The other side: the `interleave` command, which is compared with the judge.
//!
//! All that is known of the command is in here: how it is called, and what its answer means.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::outcome::{Failure, Outcome, Status};

/// The command's exit code for a program that it could not run at all.
const WRONG_USE: i32 = 2;

/// How many lines of the command's errors are told.
const ERROR_LINES: usize = 4;

/// The `interleave` command.
#[derive(Clone, Debug)]
pub struct Candidate {
    command: PathBuf,
}

impl Candidate {
    /// Takes the path of the command.
    #[must_use]
    pub fn new(command: PathBuf) -> Self {
        Self { command }
    }

    /// Takes the named command, or builds the one for readers; `root` is the folder of the checkout.
    pub fn named_or_built(named: Option<&Path>, root: &Path) -> Result<Self> {
        if let Some(named) = named {
            ensure!(named.exists(), "there is no {}", named.display());
            return Ok(Self::new(named.to_owned()));
        }
        let build = Command::new("cargo")
            .args(["xtask", "build"])
            .current_dir(root)
            .stderr(Stdio::inherit())
            .output()?;
        ensure!(
            build.status.success(),
            "`cargo xtask build` ended with {}",
            build.status
        );
        // The last line names the command.
        let printed = String::from_utf8(build.stdout)?;
        Ok(Self::new(printed.lines().last().unwrap_or_default().into()))
    }

    /// Runs the program in a file.
    pub fn run(&self, file: &Path) -> Result<Outcome> {
        self.run_with(file, &[])
    }

    /// Runs the program in a file, and tells the command more.
    pub fn run_with(&self, file: &Path, arguments: &[String]) -> Result<Outcome> {
        let output = Command::new(&self.command)
            .arg("run")
            .arg(file)
            .args(["--format", "json"])
            .args(arguments)
            // Of a panic its first lines say enough.
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::null())
            .output()
            .with_context(|| format!("{} could not be started", self.command.display()))?;
        let errors = || {
            let stderr = String::from_utf8_lossy(&output.stderr);
            let lines: Vec<_> = stderr.lines().take(ERROR_LINES).collect();
            lines.join(" / ")
        };
        // A program may give the same code to `sys.exit`; then there is a summary.
        let is_refused = |code| code == WRONG_USE && output.stdout.is_empty();
        if output.status.code().is_none_or(is_refused) {
            bail!(
                "`interleave run` ended with {}: {}",
                output.status,
                errors()
            );
        }
        let summary: Value = serde_json::from_slice(&output.stdout)
            .with_context(|| format!("`interleave run` answered no JSON: {}", errors()))?;
        outcome(&summary).context("`interleave run` left out part of the summary")
    }
}

/// Reads the summary of a run.
fn outcome(summary: &Value) -> Option<Outcome> {
    let error = &summary["error"];
    let text = |key: &str| Some(error[key].as_str()?.to_owned());
    let failure = || {
        Some(Failure {
            kind: text("kind")?,
            text: text("message")?,
        })
    };
    let status = match summary["outcome"].as_str()? {
        "finished" => Status::Finished,
        "raised" => Status::Raised,
        _ if text("kind").is_some_and(|kind| kind == "limit-stuck") => Status::Stuck,
        _ => Status::Limit,
    };
    Some(Outcome {
        stdout: printed(summary)?,
        seconds: summary["seconds"].as_f64()?,
        error: failure().filter(|_| status == Status::Raised),
        status,
    })
}

/// Returns what was printed: as it was, or as the lines of the console.
fn printed(summary: &Value) -> Option<String> {
    if let Some(text) = summary["stdout"].as_str() {
        return Some(text.to_owned());
    }
    let lines = summary["console"].as_array()?.iter();
    lines
        .map(|line| Some(format!("{}\n", line["text"].as_str()?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_read() {
        let summary = serde_json::json!({
            "seconds": 1.5,
            "console": [{"seconds": 0.0, "task": "Task-1", "text": "one"}],
            "outcome": "raised",
            "error": {"kind": "ValueError", "message": "no", "about": null},
        });
        let error = Failure {
            kind: "ValueError".to_owned(),
            text: "no".to_owned(),
        };
        let expected = Outcome {
            stdout: "one\n".to_owned(),
            seconds: 1.5,
            error: Some(error),
            status: Status::Raised,
        };
        assert_eq!(outcome(&summary), Some(expected));
    }
}
