//! The scripts of `tests/e2e`: tests and measurements of the whole page, run by Node.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::browser::Browser;
use crate::node;
use crate::process;
use crate::project::Project;
use crate::site;

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
        let mut sources = site::files(&project.root().join("tests/e2e"), &["ts"])?;
        sources.retain(|path| is_test(path, "ts") || name(path).starts_with("bench-"));
        let mut command = node::tool(project, "esbuild");
        command.args(sources);
        command.args([
            "--bundle",
            "--packages=external",
            "--platform=node",
            "--target=node20",
        ]);
        // The paths of tsconfig.json are for the type checker; Node finds the packages by itself.
        command.args(["--format=esm", "--tsconfig-raw={}", "--sourcemap=inline"]);
        command.args([
            "--log-level=warning",
            &format!("--outdir={}", folder.display()),
        ]);
        process::run(&mut command)?;
        Ok(scripts)
    }

    /// Runs the tests of the files whose names contain the filter.
    ///
    /// One file after the other: a browser that shares two cores with another measures that one.
    ///
    /// # Errors
    /// When a test fails, or no file fits the filter.
    pub(crate) fn test(&self, filter: &str) -> Result<()> {
        let mut files = site::files(&self.folder(), &["js"])?;
        files.retain(|path| is_test(path, "js") && name(path).contains(filter));
        if files.is_empty() {
            bail!("no file tests/e2e/*.test.ts has `{filter}` in its name");
        }
        let mut command = self.node();
        command.args([
            "--test",
            "--test-concurrency=1",
            "--test-timeout=300000",
            "--test-reporter=spec",
        ]);
        process::run(command.args(files))
    }

    /// Runs one script by its name without the extension.
    ///
    /// # Errors
    /// When the script fails.
    pub(crate) fn run(&self, name: &str) -> Result<()> {
        process::run(self.node().arg(self.folder().join(format!("{name}.js"))))
    }

    /// Runs one script by its name, with a folder that it finds under a variable.
    ///
    /// # Errors
    /// When the script fails.
    pub(crate) fn run_in(&self, name: &str, variable: (&str, &Path)) -> Result<()> {
        let mut command = self.node();
        command.arg(self.folder().join(format!("{name}.js")));
        process::run(command.env(variable.0, variable.1))
    }

    /// Runs one script by its name, and returns what it printed.
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
        command.arg(self.folder().join(format!("{name}.js")));
        process::output(command.args(arguments).env(variable.0, variable.1))
    }

    /// Returns the name and the version of the browser.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(crate) fn browser_version(&self) -> Result<String> {
        process::output(Command::new(&self.browser.chromium).arg("--version"))
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
            .env(
                "INTERLEAVE_SCREENSHOTS",
                self.project.target().join("screenshots"),
            );
        command
    }
}

/// Tells whether the file holds tests, as source (`ts`) or turned into what Node runs (`js`).
fn is_test(path: &Path, extension: &str) -> bool {
    name(path).ends_with(&format!(".test.{extension}"))
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
