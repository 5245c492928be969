//! Runs CPython's own tests under the command, and prints a table.

use std::path::PathBuf;

use anyhow::{Result, bail, ensure};
use clap::Args;
use interleave_compare::candidate::Candidate;
use interleave_compare::judge::Judge;
use interleave_compare::suite::{ASYNCIO, Kind, Known, LIBRARY, Module, Results, Suite, Verdict};

use super::{root, target};

/// What `cargo xtask suite` may be told.
#[derive(Args)]
pub(crate) struct Options {
    /// The modules, like `test_locks`; all, if none is named
    modules: Vec<String>,
    /// Take the tests of the library beside asyncio
    #[arg(long)]
    library: bool,
    /// The command to test; built, if none is named
    #[arg(long, value_name = "PATH")]
    command: Option<PathBuf>,
    /// Name each test that is known not to pass, with its reason
    #[arg(long)]
    verbose: bool,
}

/// Runs the modules and prints what became of each test that did not pass.
///
/// # Errors
/// When a test fails that is not known to, or a side is missing.
pub(crate) fn run(options: &Options) -> Result<()> {
    let Some(judge) = Judge::find()? else {
        bail!("the tests are those of a CPython 3.13 or newer, and none is here");
    };
    eprintln!("judge: {judge}");
    let root = root();
    let (of, all): (fn(&str) -> Module, &[&str]) = if options.library {
        (Module::of_library, &LIBRARY)
    } else {
        (Module::of_asyncio, &ASYNCIO)
    };
    let modules: Vec<Module> = match options.modules.as_slice() {
        [] => all.iter().map(|name| of(name)).collect(),
        named => named.iter().map(|name| of(name)).collect(),
    };
    let candidate = Candidate::named_or_built(options.command.as_deref(), root)?;
    let suite = Suite::new(&judge, root, &target("compare")?.join("suite"))?;
    let mut table = Table {
        known: Known::read(root)?,
        is_verbose: options.verbose,
        sum: Counts::default(),
    };
    println!("{:<24}  pass    of  absent  newer", "");
    for module in modules {
        let right = suite.judged(&module)?;
        // What the judge itself skips or fails says nothing about others.
        let passed = right
            .iter()
            .filter(|(_, verdict)| **verdict == Verdict::Passed);
        let names: Vec<_> = passed.map(|(name, _)| name).collect();
        table.add(&module.name, &suite.tried(&module, &names, &candidate)?);
    }
    table.end()
}

/// How many tests there are of each kind.
#[derive(Clone, Copy, Default)]
struct Counts {
    passed: usize,
    /// Those that pass, and those that do not though their subject is here.
    here: usize,
    absent: usize,
    newer: usize,
    /// Those that do not pass, and of which `known.txt` does not say so.
    unexpected: usize,
}

impl Counts {
    fn line(self, name: &str) -> String {
        let Self {
            passed,
            here,
            absent,
            newer,
            ..
        } = self;
        format!("{name:<24}{passed:>6}{here:>6}{absent:>8}{newer:>7}")
    }
}

/// What became of the tests so far.
struct Table {
    known: Known,
    is_verbose: bool,
    sum: Counts,
}

impl Table {
    /// Prints a module's line, and a line for each of its tests that did not do what is known of it.
    fn add(&mut self, module: &str, results: &Results) {
        let mut counts = Counts::default();
        let mut lines = Vec::new();
        for (name, verdict) in results {
            let known = self.known.reason(module, name);
            match known {
                Some((Kind::Absent, _)) => counts.absent += 1,
                Some((Kind::Newer, _)) => counts.newer += 1,
                Some((Kind::Differs, _)) | None => counts.here += 1,
            }
            match (verdict, known) {
                (Verdict::Passed, None) => counts.passed += 1,
                // Some depend on how fast the machine is.
                (Verdict::Passed, Some((_, reason))) => {
                    lines.push(format!("{name}: passes, and is known not to: {reason}"));
                }
                (_, Some((_, reason))) if self.is_verbose => {
                    lines.push(format!("{name}: ({reason})"))
                }
                (_, Some(_)) => {}
                (Verdict::Skipped, None) => {
                    counts.unexpected += 1;
                    lines.push(format!("{name}: skipped"));
                }
                (Verdict::Failed(reason), None) => {
                    counts.unexpected += 1;
                    lines.push(format!("{name}: {reason}"));
                }
            }
        }
        println!("{}", counts.line(module));
        for line in lines {
            println!("    {line}");
        }
        let sum = &mut self.sum;
        sum.passed += counts.passed;
        sum.here += counts.here;
        sum.absent += counts.absent;
        sum.newer += counts.newer;
        sum.unexpected += counts.unexpected;
    }

    fn end(&self) -> Result<()> {
        println!("{}", self.sum.line("all"));
        let unexpected = self.sum.unexpected;
        ensure!(
            unexpected == 0,
            "{unexpected} tests do not pass that tests/compare/suite/known.txt does not name"
        );
        Ok(())
    }
}
