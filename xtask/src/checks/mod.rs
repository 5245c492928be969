//! Runs the checks and tests, all or some, and sums them up.
//!
//! A step that fails does not stop the others: the reader of a long run wants to know all that is
//! wrong.

mod browser;
mod check;
pub(crate) mod e2e;
mod recipes;
mod release;
mod scope;

use std::fmt;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};

use crate::project::Project;
use check::Check;
use scope::Scope;

/// What `cargo xtask test` may be told.
#[derive(Args)]
pub(crate) struct Options {
    /// The steps to run; all, if none is named
    #[arg(value_enum)]
    steps: Vec<Check>,
    /// Stop at the first step that fails
    #[arg(long)]
    fail_fast: bool,
    #[command(flatten)]
    scope: Scope,
}

/// Runs the steps and prints what became of each; the last line counts them.
///
/// A step that fails is part of the summary, and makes the exit code a failure.
pub(crate) fn run(project: &Project, options: &Options) -> ExitCode {
    let checks = match options.steps.as_slice() {
        [] => Check::value_variants(),
        named => named,
    };
    let is_cold = !project.command().exists();
    let mut summary = Summary::default();
    for check in checks {
        let name = check.to_possible_value();
        let name = name.map_or_else(String::new, |name| name.get_name().to_owned());
        eprintln!("\n== {name}");
        let start = Instant::now();
        let result = check.run(project, &options.scope);
        if let Err(error) = &result {
            eprintln!("{name} failed: {error:#}");
        }
        let took = start.elapsed();
        if *check == Check::Build && is_cold {
            summary.build = Some(took);
        }
        let has_passed = result.is_ok();
        summary.steps.push((name, took, has_passed));
        if !has_passed && options.fail_fast {
            break;
        }
    }
    println!("\n{summary}");
    if summary.passed() == summary.steps.len() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// What became of each step, in the order in which they ran.
#[derive(Default)]
struct Summary {
    /// The name of each step, what it took, and whether it passed.
    steps: Vec<(String, Duration, bool)>,
    /// What the build took, if nothing was built before: the measure of the whole run.
    build: Option<Duration>,
}

impl Summary {
    fn passed(&self) -> usize {
        self.steps.iter().filter(|(_, _, passed)| *passed).count()
    }
}

impl fmt::Display for Summary {
    /// Writes a line for each step and one for all, and last how many passed and failed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.steps.iter().map(|(_, took, _)| *took);
        let all = all.sum::<Duration>().as_secs_f64();
        for (name, took, has_passed) in &self.steps {
            let verdict = if *has_passed { "passed" } else { "failed" };
            let seconds = took.as_secs_f64();
            let share = 100.0 * seconds / all;
            writeln!(f, "{name:<8}{seconds:>8.1} s{share:>6.1} %  {verdict}")?;
        }
        write!(f, "{:<8}{all:>8.1} s", "all")?;
        if let Some(build) = self.build {
            let times = all / build.as_secs_f64();
            write!(f, ", {times:.2} times as long as the build from nothing")?;
        }
        let passed = self.passed();
        let failed = self.steps.len() - passed;
        write!(f, "\n{passed} passed, {failed} failed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(name: &str, milliseconds: u64, has_passed: bool) -> (String, Duration, bool) {
        let took = Duration::from_millis(milliseconds);
        (name.to_owned(), took, has_passed)
    }

    #[test]
    fn each_step_has_its_share_and_the_last_line_counts_them() {
        let summary = Summary {
            steps: vec![step("format", 1_250, true), step("web", 3_750, false)],
            build: None,
        };
        assert_eq!(
            summary.to_string(),
            "format       1.2 s  25.0 %  passed\n\
             web          3.8 s  75.0 %  failed\n\
             all          5.0 s\n\
             1 passed, 1 failed"
        );
    }

    #[test]
    fn a_build_from_nothing_is_the_measure_of_all() {
        let summary = Summary {
            steps: vec![step("build", 20_000, true), step("native", 30_000, true)],
            build: Some(Duration::from_secs(20)),
        };
        let text = summary.to_string();
        assert!(
            text.contains("all         50.0 s, 2.50 times as long as the build from nothing"),
            "{text}"
        );
    }
}
