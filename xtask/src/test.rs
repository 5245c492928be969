//! Runs the checks and tests, all or some, and sums them up.
//!
//! A step that fails does not stop the others: the reader of a long run wants to know all that is
//! wrong.

use std::fmt;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};

use crate::check::{Check, Extent, Scope};
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
    /// Run what takes long, too: all pictures, and Python checked for a page
    #[arg(long)]
    full: bool,
}

impl Options {
    fn scope(&self) -> Scope<'_> {
        let extent = if self.full {
            Extent::Full
        } else {
            Extent::Usual
        };
        Scope {
            extent,
            only: &self.only,
        }
    }
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
    let is_cold = !project.command().exists();
    let mut summary = Summary::default();
    for check in checks {
        eprintln!("\n== {}", name(check));
        let start = Instant::now();
        let result = check.run(project, &options.scope());
        let verdict = if result.is_ok() {
            Verdict::Passed
        } else {
            Verdict::Failed
        };
        if let Err(error) = result {
            eprintln!("{} failed: {error:#}", name(check));
        }
        let took = start.elapsed();
        if check == Check::Build && is_cold {
            summary.build = Some(took);
        }
        summary.steps.push((name(check), took, verdict));
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
#[derive(Default)]
struct Summary {
    steps: Vec<(String, Duration, Verdict)>,
    /// What the build took, if nothing was built before: the measure of the whole run.
    build: Option<Duration>,
}

impl Summary {
    fn count(&self, verdict: Verdict) -> usize {
        let verdicts = self.steps.iter().map(|(_, _, found)| *found);
        verdicts.filter(|found| *found == verdict).count()
    }

    fn seconds(&self) -> f64 {
        let durations = self.steps.iter().map(|(_, duration, _)| *duration);
        durations.sum::<Duration>().as_secs_f64()
    }
}

impl fmt::Display for Summary {
    /// Writes a line for each step and one for all, and last how many passed and failed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.seconds();
        for (name, duration, verdict) in &self.steps {
            let verdict = match verdict {
                Verdict::Passed => "passed",
                Verdict::Failed => "failed",
            };
            let seconds = duration.as_secs_f64();
            let share = 100.0 * seconds / all;
            writeln!(f, "{name:<8}{seconds:>8.1} s{share:>6.1} %  {verdict}")?;
        }
        write!(f, "{:<8}{all:>8.1} s", "all")?;
        if let Some(build) = self.build {
            let times = all / build.as_secs_f64();
            write!(f, ", {times:.2} times as long as the build from nothing")?;
        }
        let (passed, failed) = (self.count(Verdict::Passed), self.count(Verdict::Failed));
        write!(f, "\n{passed} passed, {failed} failed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(name: &str, milliseconds: u64, verdict: Verdict) -> (String, Duration, Verdict) {
        (
            name.to_owned(),
            Duration::from_millis(milliseconds),
            verdict,
        )
    }

    #[test]
    fn each_step_has_its_share_and_the_last_line_counts_them() {
        let summary = Summary {
            steps: vec![
                step("format", 1_250, Verdict::Passed),
                step("web", 3_750, Verdict::Failed),
            ],
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
            steps: vec![
                step("build", 20_000, Verdict::Passed),
                step("native", 30_000, Verdict::Passed),
            ],
            build: Some(Duration::from_secs(20)),
        };
        let text = summary.to_string();
        assert!(
            text.contains("all         50.0 s, 2.50 times as long as the build from nothing"),
            "{text}"
        );
    }
}
