//! CPython's own tests, taken from the judge's library, never copied.
//!
//! Modules of tests become a program: a few constants, and `suite.py`, which imports them. Under the
//! candidate the package `test` of the judge lies beside the program, by a link; so the candidate
//! needs neither arguments nor files.

mod known;
mod modules;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::candidate::Candidate;
use crate::judge::Judge;

pub use known::{Kind, Known};
pub use modules::{ASYNCIO, LIBRARY, Module};

/// What became of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It passed.
    Passed,
    /// It skipped itself.
    Skipped,
    /// It did not pass, and why.
    Failed(String),
}

/// The tests of a module by their names, in alphabetical order.
pub type Results = BTreeMap<String, Verdict>;

/// Runs tests of the judge's library.
#[derive(Debug)]
pub struct Suite<'a> {
    judge: &'a Judge,
    /// The text of `suite.py`.
    runner: String,
    /// Where the programs lie, beside the judge's package `test`.
    folder: PathBuf,
}

impl<'a> Suite<'a> {
    /// Prepares a folder for the programs; `root` is the folder of the checkout.
    ///
    /// # Errors
    /// When the files of the suite cannot be read, or the folder not be written.
    pub fn new(judge: &'a Judge, root: &Path, folder: &Path) -> Result<Self> {
        let runner = root.join("tests/compare/suite/suite.py");
        fs::create_dir_all(folder)?;
        let link = folder.join("test");
        if fs::symlink_metadata(&link).is_ok() {
            fs::remove_file(&link)?;
        }
        link_folder(&judge.library.join("test"), &link)?;
        Ok(Self {
            judge,
            runner: fs::read_to_string(&runner).with_context(|| runner.display().to_string())?,
            folder: folder.to_owned(),
        })
    }

    /// Runs a module's tests under the judge itself, in real time.
    ///
    /// # Errors
    /// When the judge cannot be started, or ends before the last test.
    pub fn judged(&self, module: &Module) -> Result<Results> {
        let file = self.folder.join(format!("judged_{}.py", module.name));
        fs::write(&file, self.program(module, None, Side::Judge)?)?;
        let output = Command::new(&self.judge.python)
            .args(["-B", "-P"])
            .arg(&file)
            .current_dir(&self.folder)
            .env("PYTHONHASHSEED", "0")
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .output()?;
        let (results, end) = read(&String::from_utf8_lossy(&output.stdout));
        end.with_context(|| {
            let errors = String::from_utf8_lossy(&output.stderr);
            format!("{} under {}: {errors}", module.name, self.judge)
        })?;
        Ok(results)
    }

    /// Runs a module's tests, whose names are known, under the candidate.
    ///
    /// A test that ends the whole program, or waits for ever, takes none of the others with it: they
    /// run in another one.
    ///
    /// # Errors
    /// When the programs cannot be written.
    pub fn tried(
        &self,
        module: &Module,
        names: &[&String],
        candidate: &Candidate,
    ) -> Result<Results> {
        let mut results = Results::new();
        let mut left = names.to_vec();
        let file = self.folder.join(format!("{}.py", module.name));
        // Once a program said nothing at all, each test is a program of its own.
        let mut at_once = left.len();
        while !left.is_empty() {
            let some = &left[..at_once.min(left.len())];
            fs::write(&file, self.program(module, Some(some), Side::Candidate)?)?;
            let outcome = candidate.run(&file);
            let stdout = outcome.as_ref().map_or("", |outcome| &outcome.stdout);
            let (known, end) = read(stdout);
            let is_silent = known.is_empty() && end.is_none();
            results.extend(known);
            if is_silent && at_once > 1 {
                at_once = 1;
                continue;
            }
            if let Some(name) = some.iter().find(|name| !results.contains_key(**name)) {
                let reason = match (&outcome, end) {
                    (_, Some(())) => "not found".to_owned(),
                    (Ok(outcome), None) => format!(
                        "ended the program: {:?} {:?}",
                        outcome.status, outcome.error
                    ),
                    (Err(error), None) => format!("ended the program: {error:#}"),
                };
                // Tests run in the order of their names; the first that is missing is the culprit.
                results.insert((*name).clone(), Verdict::Failed(reason));
            }
            left.retain(|name| !results.contains_key(*name));
        }
        Ok(results)
    }

    /// Makes the program that runs a module's tests, all or some.
    fn program(&self, module: &Module, only: Option<&[&String]>, side: Side) -> Result<String> {
        // JSON's strings are Python's too, and so are its lists.
        let (names, common) = module.names(self.judge)?;
        Ok(format!(
            "MODULES = {}\nCOMMON = {}\nONLY = {}\nIS_JUDGE = {}\n{}",
            serde_json::to_string(&names)?,
            serde_json::to_string(&common)?,
            match only {
                Some(names) => serde_json::to_string(names)?,
                None => "None".to_owned(),
            },
            match side {
                Side::Judge => "True",
                Side::Candidate => "False",
            },
            self.runner
        ))
    }
}

/// Which of the two runs a program.
#[derive(Clone, Copy)]
enum Side {
    Judge,
    Candidate,
}

#[cfg(unix)]
fn link_folder(folder: &Path, link: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(folder, link)?)
}

#[cfg(not(unix))]
fn link_folder(_: &Path, _: &Path) -> Result<()> {
    anyhow::bail!("the tests lie beside the program by a link, which only Unix has")
}

/// Reads the lines of `suite.py`; none for its end if that did not come.
fn read(stdout: &str) -> (Results, Option<()>) {
    let mut results = Results::new();
    for line in stdout.lines() {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let (name, reason) = rest.split_once(": ").unwrap_or((rest, ""));
        let verdict = match word {
            "ok" => Verdict::Passed,
            "skip" => Verdict::Skipped,
            "FAIL" | "ERROR" => Verdict::Failed(format!("{word}: {reason}")),
            "end" => return (results, Some(())),
            _ => continue,
        };
        results.insert(name.to_owned(), verdict);
    }
    (results, None)
}
