//! Runs the checks and tests, all or some, and sums them up.
//!
//! A step that fails does not stop the others: whoever waits for a long run wants to know all of
//! what is wrong.

use std::fmt;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};

use crate::check::Check;
use crate::project::Project;

/// What `cargo xtask test` may be told.
#[derive(Args)]
pub(crate) struct Options {
    /// The steps to run; all, if none is named
    #[arg(value_enum)]
    steps: Vec<Check>,
    /// Stop at the first step that fails
    #[arg(long)]
    fail_fast: bool,
    /// Run only the tests (native, web) or files (e2e) with this in their names
    #[arg(long, default_value = "", hide_default_value = true)]
    only: String,
}

/// Runs the steps and prints what became of each; the last line counts them.
///
/// A step that fails is part of the summary, and makes the exit code a failure.
pub(crate) fn run(project: &Project, options: &Options) -> ExitCode {
    let checks = if options.steps.is_empty() {
        Check::all()
    } else {
        options.steps.clone()
    };
    let mut summary = Summary(Vec::new());
    for check in checks {
        eprintln!("\n== {}", name(check));
        let start = Instant::now();
        let result = check.run(project, &options.only);
        let verdict = if result.is_ok() {
            Verdict::Passed
        } else {
            Verdict::Failed
        };
        if let Err(error) = result {
            eprintln!("{} failed: {error:#}", name(check));
        }
        summary.0.push((name(check), start.elapsed(), verdict));
        if verdict == Verdict::Failed && options.fail_fast {
            break;
        }
    }
    println!("\n{summary}");
    if summary.count(Verdict::Failed) == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Returns the name by which one calls the step.
fn name(check: Check) -> String {
    let value = check.to_possible_value();
    value.map_or_else(String::new, |value| value.get_name().to_owned())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Passed,
    Failed,
}

/// What became of each step, in the order in which they ran.
struct Summary(Vec<(String, Duration, Verdict)>);

impl Summary {
    fn count(&self, verdict: Verdict) -> usize {
        self.0
            .iter()
            .filter(|(_, _, found)| *found == verdict)
            .count()
    }
}

impl fmt::Display for Summary {
    /// Writes a line for each step and, last, how many passed and failed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, duration, verdict) in &self.0 {
            let verdict = match verdict {
                Verdict::Passed => "passed",
                Verdict::Failed => "failed",
            };
            writeln!(f, "{name:<8}{:>8.1} s  {verdict}", duration.as_secs_f64())?;
        }
        let (passed, failed) = (self.count(Verdict::Passed), self.count(Verdict::Failed));
        write!(f, "{passed} passed, {failed} failed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts_the_steps() {
        let step = |name: &str, verdict| (name.to_owned(), Duration::from_millis(1_250), verdict);
        let summary = Summary(vec![
            step("format", Verdict::Passed),
            step("web", Verdict::Failed),
        ]);
        assert_eq!(
            summary.to_string(),
            "format       1.2 s  passed\nweb          1.2 s  failed\n1 passed, 1 failed"
        );
    }
}
