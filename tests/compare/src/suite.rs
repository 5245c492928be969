//! CPython's own tests of asyncio, taken from the judge's library, never copied.
//!
//! A test module becomes a program: a few constants with the module's text in them, our stand-ins
//! for unittest, and `suite.py`. That program runs under the candidate like any other, so the
//! candidate needs neither arguments nor files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::batch::Batch;
use crate::candidate::Candidate;
use crate::judge::Judge;
use crate::program::{Origin, Program};

/// The modules whose tests need no sockets and no processes.
pub const MODULES: [&str; 5] = [
    "test_queues",
    "test_locks",
    "test_taskgroups",
    "test_timeouts",
    "test_waitfor",
];

/// Where unittest comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// The library's own, if it can be imported.
    Real,
    /// Our stand-ins.
    Standins,
}

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

/// Makes the program that runs a module's tests, all or some.
pub fn program(
    judge: &Judge,
    root: &Path,
    module: &str,
    frame: Frame,
    only: Option<&[&String]>,
) -> Result<Program> {
    let path = judge.library.join(format!("test/test_asyncio/{module}.py"));
    let tests = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let ours = |name| fs::read_to_string(root.join("tests/compare/suite").join(name));
    // JSON's strings are Python's too, and so are its lists.
    let constants = format!(
        "LIBRARY = {}\nSOURCE = {}\nREAL = {}\nONLY = {}\n",
        serde_json::to_string(&judge.library)?,
        serde_json::to_string(&tests)?,
        if frame == Frame::Real {
            "True"
        } else {
            "False"
        },
        match only {
            Some(names) => serde_json::to_string(names)?,
            None => "None".to_owned(),
        },
    );
    Ok(Program {
        name: module.to_owned(),
        origin: Origin::Written,
        source: [constants, ours("standins.py")?, ours("suite.py")?].join("\n"),
    })
}

/// Runs a module's tests under the judge itself.
pub fn judged(judge: &Judge, root: &Path, module: &str, frame: Frame) -> Result<Results> {
    let program = program(judge, root, module, frame, None)?;
    let outcome = Batch::start(judge, root)?.run(&program)?;
    let (results, end) = read(&outcome.stdout);
    end.with_context(|| format!("{module} under {judge}: {:?}", outcome.error))?;
    Ok(results)
}

/// Runs a module's tests, whose names are known, under the candidate.
///
/// A test that ends the whole program, or waits for ever, takes none of the others with it: they
/// run in another one.
pub fn tried(
    judge: &Judge,
    root: &Path,
    module: &str,
    names: &[&String],
    candidate: &Candidate,
    folder: &Path,
) -> Result<Results> {
    let mut results = Results::new();
    let mut left = names.to_vec();
    fs::create_dir_all(folder)?;
    let file = folder.join(format!("{module}.py"));
    // Once a program said nothing at all, each test is a program of its own.
    let mut at_once = left.len();
    while !left.is_empty() {
        let some = &left[..at_once.min(left.len())];
        let program = program(judge, root, module, Frame::Real, Some(some))?;
        fs::write(&file, &program.source)?;
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
