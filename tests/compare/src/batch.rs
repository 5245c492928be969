//! A judge at work: one CPython process that runs many programs, one after the other.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result};

use crate::judge::Judge;
use crate::outcome::Outcome;
use crate::program::Program;

/// A judge at work.
#[derive(Debug)]
#[must_use = "the process ends when this is dropped"]
pub struct Batch {
    process: Child,
    requests: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Batch {
    /// Starts the judge; `root` is the folder of the checkout.
    pub fn start(judge: &Judge, root: &Path) -> Result<Self> {
        Self::with_hashes(judge, root, 0)
    }

    /// Starts the judge with a seed for the hashes of texts, on which the order of sets depends.
    pub fn with_hashes(judge: &Judge, root: &Path, seed: u32) -> Result<Self> {
        let mut process = Command::new(&judge.python)
            .env("PYTHONHASHSEED", seed.to_string())
            .arg("-B")
            .arg(root.join("tests/compare/judge/simulated.py"))
            .arg("--batch")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{judge} could not be started"))?;
        let requests = process.stdin.take();
        let answers = process.stdout.take().context("the judge has no output")?;
        Ok(Self {
            process,
            requests,
            answers: BufReader::new(answers),
        })
    }

    /// Runs a program.
    pub fn run(&mut self, program: &Program) -> Result<Outcome> {
        let request = serde_json::json!({
            "path": format!("{}.py", program.name),
            "source": program.source,
        });
        let judging = || format!("the judge, at {}", program.name);
        let requests = self.requests.as_mut().context("the judge has ended")?;
        writeln!(requests, "{request}").with_context(judging)?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer).with_context(judging)?;
        serde_json::from_str(&answer).with_context(judging)
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        // The end of the requests ends the process.
        drop(self.requests.take());
        let _ = self.process.wait();
    }
}
