//! Runs CPython's own tests of asyncio under the command, and prints a table.

use std::path::PathBuf;

use anyhow::{Result, bail, ensure};
use clap::Args;
use interleave_compare::candidate::Candidate;
use interleave_compare::judge::Judge;
use interleave_compare::suite::{self, Frame, MODULES, Results, Verdict};

use super::{root, target};

/// What `cargo xtask suite` may be told.
#[derive(Args)]
pub(crate) struct Options {
    /// The modules, like `test_locks`; all, if none is named
    modules: Vec<String>,
    /// The command to test; built, if none is named
    #[arg(long, value_name = "PATH")]
    command: Option<PathBuf>,
    /// Test CPython instead: with its unittest, and with our stand-ins for it
    #[arg(long)]
    cpython: bool,
}

/// Runs the modules and prints what became of each test that did not pass.
///
/// # Errors
/// When a test fails, or a side is missing.
pub(crate) fn run(options: &Options) -> Result<()> {
    let Some(judge) = Judge::find()? else {
        bail!("the tests are those of a CPython 3.13 or newer, and none is here");
    };
    eprintln!("judge: {judge}");
    let root = root();
    let modules: Vec<&str> = match options.modules.as_slice() {
        [] => MODULES.to_vec(),
        named => named.iter().map(String::as_str).collect(),
    };
    let mut table = Table::default();
    if options.cpython {
        for module in modules {
            for frame in [Frame::Real, Frame::Standins] {
                table.add(module, &suite::judged(&judge, root, module, frame)?);
            }
        }
        return table.end();
    }
    let candidate = Candidate::named_or_built(options.command.as_deref(), root)?;
    let folder = target("compare")?;
    for module in modules {
        let right = suite::judged(&judge, root, module, Frame::Real)?;
        // What the judge itself skips or fails says nothing about others.
        let passed = right
            .iter()
            .filter(|(_, verdict)| **verdict == Verdict::Passed);
        let names: Vec<_> = passed.map(|(name, _)| name).collect();
        let results = suite::tried(&judge, root, module, &names, &candidate, &folder)?;
        table.add(module, &results);
    }
    table.end()
}

/// What became of the tests so far.
#[derive(Default)]
struct Table {
    passed: usize,
    total: usize,
}

impl Table {
    /// Prints a module's line, and a line for each of its tests that did not pass.
    fn add(&mut self, module: &str, results: &Results) {
        let count = |wanted| results.values().filter(|it| **it == wanted).count();
        let (passed, total) = (count(Verdict::Passed), results.len());
        println!("{module:<18}{passed:>4} of {total:>4}");
        for (name, verdict) in results {
            match verdict {
                Verdict::Passed => {}
                Verdict::Skipped => println!("    {name}: skipped"),
                Verdict::Failed(reason) => println!("    {name}: {reason}"),
            }
        }
        self.passed += passed;
        self.total += total;
    }

    fn end(&self) -> Result<()> {
        println!("{} of {} tests pass", self.passed, self.total);
        let rest = self.total - self.passed;
        ensure!(rest == 0, "{rest} tests do not pass");
        Ok(())
    }
}
