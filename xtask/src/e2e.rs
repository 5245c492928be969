//! The scripts of `tests/e2e`: tests and measurements of the whole page, run by Node.
//!
//! `*.test.ts` are the tests; `kit/` is what they share, `bench/` what measures, `looks/` how lessons
//! look. What lies in a folder `full` takes long, and runs when everything is asked for.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail, ensure};

use crate::browser::Browser;
use crate::check::Extent;
use crate::node;
use crate::process;
use crate::project::Project;
use crate::site;
use crate::site::recipes;

/// The tests that measure time, or how requests overlap. They run last, one file at a time: a browser
/// that shares two cores with another measures that one.
const ALONE: [&str; 5] = ["crawl", "lessons", "lifecycle", "live", "python"];

/// The folder of tests that run only when everything is asked for.
const FULL: &str = "full";

/// The scripts of `tests/e2e`, turned into what Node runs, with all they need.
pub(crate) struct Scripts<'a> {
    project: &'a Project,
    browser: Browser,
}

impl<'a> Scripts<'a> {
    /// Turns the scripts into JavaScript, in a folder from which Node finds the packages of `www/`.
    ///
    /// The packages must be installed; the command is needed once a script runs.
    ///
    /// # Errors
    /// When there is no browser, or esbuild fails.
    pub(crate) fn prepare(project: &'a Project) -> Result<Self> {
        let scripts = Self {
            project,
            browser: Browser::find_or_install()?,
        };
        let folder = scripts.folder();
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let sources = project.root().join("tests/e2e");
        let mut command = node::tool(project, "esbuild");
        command.args(entries(&sources)?).args([
            "--bundle",
            "--packages=external",
            "--platform=node",
            "--target=node20",
        ]);
        // The paths of tsconfig.json are for the type checker; Node finds the packages by itself.
        command.args(["--format=esm", "--tsconfig-raw={}", "--sourcemap=inline"]);
        command.args([
            "--log-level=warning",
            &format!("--outbase={}", sources.display()),
            &format!("--outdir={}", folder.display()),
        ]);
        process::run(&mut command)?;
        Ok(scripts)
    }

    /// Runs the tests of the files whose paths in `tests/e2e` contain the filter.
    ///
    /// All files share one browser, and two run at a time, but for those of [`ALONE`].
    ///
    /// # Errors
    /// When a test fails, or no file fits the filter.
    pub(crate) fn test(&self, extent: Extent, filter: &str) -> Result<()> {
        let tests = self.tests()?;
        for name in ALONE {
            let is_there = tests.iter().any(|test| test.name == name);
            ensure!(
                is_there,
                "there is no tests/e2e/{name}.test.ts to run alone"
            );
        }
        let chosen = tests.iter().filter(|test| {
            (extent == Extent::Full || !test.is_long()) && test.name.contains(filter)
        });
        let (alone, together): (Vec<_>, Vec<_>) =
            chosen.partition(|test| ALONE.contains(&test.name.as_str()));
        if alone.is_empty() && together.is_empty() {
            bail!("no file tests/e2e/**/*.test.ts that would run has `{filter}` in its path");
        }
        let mut command = self.node();
        command.arg(self.folder().join("kit/run.js"));
        command.args(together.iter().map(|test| &test.path));
        command.arg("--");
        process::run(command.args(alone.iter().map(|test| &test.path)))
    }

    /// Returns all files of tests.
    fn tests(&self) -> Result<Vec<Test>> {
        let folder = self.folder();
        let paths = site::listing(&folder)?.into_iter();
        let tests = paths.filter_map(|path| {
            let name = path.strip_prefix(&folder).ok()?.to_str()?;
            let name = name.strip_suffix(".test.js")?.replace('\\', "/");
            Some(Test { name, path })
        });
        Ok(tests.collect())
    }

    /// Runs one script by its path in `tests/e2e`, without the extension.
    ///
    /// # Errors
    /// When the script fails.
    pub(crate) fn run(&self, name: &str) -> Result<()> {
        process::run(self.node().arg(self.script(name)))
    }

    /// Runs one script, with a folder that it finds under a variable.
    ///
    /// # Errors
    /// When the script fails.
    pub(crate) fn run_in(&self, name: &str, variable: (&str, &Path)) -> Result<()> {
        let mut command = self.node();
        command.arg(self.script(name));
        process::run(command.env(variable.0, variable.1))
    }

    /// Runs one script, and returns what it printed.
    ///
    /// # Errors
    /// When the script fails.
    pub(crate) fn output(
        &self,
        name: &str,
        arguments: &[String],
        variable: (&str, &Path),
    ) -> Result<String> {
        let mut command = self.node();
        command.arg(self.script(name));
        process::output(command.args(arguments).env(variable.0, variable.1))
    }

    /// Returns the name and the version of the browser.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(crate) fn browser_version(&self) -> Result<String> {
        process::output(Command::new(&self.browser.chromium).arg("--version"))
    }

    fn script(&self, name: &str) -> PathBuf {
        self.folder().join(format!("{name}.js"))
    }

    fn folder(&self) -> PathBuf {
        self.project.www().join(".e2e")
    }

    fn node(&self) -> Command {
        let mut command = node::node(self.project);
        command
            .arg("--enable-source-maps")
            .env("CHROMIUM", &self.browser.chromium)
            .env("INTERLEAVE_COMMAND", self.project.command())
            .env("INTERLEAVE_RECIPES", recipes::site(self.project))
            .env(
                "INTERLEAVE_SCREENSHOTS",
                self.project.target().join("screenshots"),
            );
        command
    }
}

/// A file of tests, turned into what Node runs.
struct Test {
    /// Its path in `tests/e2e`, without the extension.
    name: String,
    path: PathBuf,
}

impl Test {
    /// Tells whether it runs only when everything is asked for.
    fn is_long(&self) -> bool {
        let mut folders = self.name.split('/').rev().skip(1);
        folders.any(|folder| folder == FULL)
    }
}

/// Returns what runs by itself: the tests, what runs them, and what measures.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = site::listing(folder)?;
    paths.retain(|path| {
        let is_test = path.to_string_lossy().ends_with(".test.ts");
        let is_bench = path.parent() == Some(&folder.join("bench"));
        is_test || is_bench || *path == folder.join("kit/run.ts")
    });
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_a_folder_full_takes_long() {
        let is_long = |name: &str| {
            let name = name.to_owned();
            Test {
                name,
                path: PathBuf::new(),
            }
            .is_long()
        };
        assert!(is_long("looks/full/phone-light-english"));
        assert!(!is_long("looks/phone-dark-chinese"));
        assert!(!is_long("full"));
    }
}
