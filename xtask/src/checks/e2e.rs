//! The scripts of `tests/e2e`: tests and measurements of the whole page, run by Node.
//!
//! `*.test.ts` are the tests; `kit/` is what they share, `bench/` what measures, `looks/` how lessons
//! look. What lies in a folder `full` takes long, and runs when everything is asked for.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use super::browser::Browser;
use super::recipes;
use super::release;
use super::scope::Scope;
use crate::folder::{listing, make_empty};
use crate::node;
use crate::process::Run;
use crate::project::Project;

/// The tests that measure time, or how requests overlap. They run last, one file at a time: a browser
/// that shares two cores with another measures that one.
const ALONE: [&str; 5] = [
    "crawl",
    "full/release/lighthouse",
    "lifecycle",
    "live",
    "python",
];

/// The folders whose tests run in Firefox, too: what must be so wherever the element stands, and in whichever
/// page.
const EVERYWHERE: [&str; 3] = ["everywhere", "embedding", "lab"];

/// Of those, what runs in Firefox only when everything is asked for: what browsers do alike, as how attributes
/// and files are read, and what takes longest.
const FULL_IN_FIREFOX: [&str; 9] = [
    "everywhere/accessible",
    "embedding/arriving",
    "embedding/dialog",
    "embedding/hostile",
    "embedding/pageless",
    "embedding/programs",
    "embedding/properties",
    "embedding/recorded",
    "embedding/views",
];

/// The folder of tests that run only when everything is asked for.
const FULL: &str = "full";

/// The folders of tests that look at a release.
const RELEASE: [&str; 3] = ["full/authors/", "full/release/", "full/everywhere/"];

/// The scripts of `tests/e2e`, turned into what Node runs, with all they need.
pub(crate) struct Scripts<'a> {
    project: &'a Project,
    browser: Browser,
}

impl<'a> Scripts<'a> {
    /// Turns the scripts into JavaScript, in a folder from which Node finds the packages of `www/`.
    ///
    /// The packages must be installed; the command is needed once a script runs.
    pub(crate) fn prepare(project: &'a Project) -> Result<Self> {
        let browser = Browser::find_or_install()?;
        let scripts = Self { project, browser };
        make_empty(&scripts.folder())?;
        let sources = project.root.join("tests/e2e");
        node::esbuild(project)
            .args(entries(&sources)?)
            // Split, so that files that run in one process share what is in the kit, its browsers too.
            .args([
                "--bundle",
                "--splitting",
                "--packages=external",
                "--platform=node",
            ])
            // The paths of tsconfig.json are for the type checker; Node finds the packages by itself.
            .args(["--target=node20", "--format=esm", "--tsconfig-raw={}"])
            .arg("--sourcemap=inline")
            .arg(format!("--outbase={}", sources.display()))
            .arg(format!("--outdir={}", scripts.folder().display()))
            .run()?;
        Ok(scripts)
    }

    /// Says whether a test that looks at a release would run.
    pub(super) fn need_release(&self, Scope { only, full }: &Scope) -> Result<bool> {
        let tests = self.tests()?;
        let mut chosen = tests
            .iter()
            .filter(|test| test.name.contains(only.as_str()));
        Ok(*full && chosen.any(|test| RELEASE.iter().any(|folder| test.name.starts_with(folder))))
    }

    /// Runs the tests of the files whose paths in `tests/e2e` contain the filter.
    ///
    /// All files share one Chromium, and two run at a time, but for those of [`ALONE`]. Those of
    /// [`EVERYWHERE`] run once more, in Firefox, those of [`FULL_IN_FIREFOX`] when everything is asked for.
    pub(super) fn test(&self, scope: &Scope) -> Result<()> {
        let Scope { only, full } = scope;
        let tests = self.tests()?;
        for name in ALONE.iter().chain(&FULL_IN_FIREFOX) {
            ensure!(
                tests.iter().any(|test| test.name == *name),
                "there is no tests/e2e/{name}.test.ts, of which xtask knows how it runs"
            );
        }
        let chosen = tests.iter();
        let chosen =
            chosen.filter(|test| (*full || !test.is_long()) && test.name.contains(only.as_str()));
        let (alone, together): (Vec<_>, Vec<_>) =
            chosen.partition(|test| ALONE.contains(&test.name.as_str()));
        let in_firefox = together
            .iter()
            .filter(|test| EVERYWHERE.iter().any(|folder| test.lies_in(folder)))
            .filter(|test| *full || !FULL_IN_FIREFOX.contains(&test.name.as_str()));
        ensure!(
            !alone.is_empty() || !together.is_empty(),
            "no file tests/e2e/**/*.test.ts that would run has `{only}` in its path"
        );
        let mut command = self.script("kit/run");
        scope.tell(&mut command);
        command.args(together.iter().map(|test| &test.path));
        command.arg("--");
        command.args(alone.iter().map(|test| &test.path));
        command.arg("--");
        command.args(in_firefox.map(|test| &test.path)).run()
    }

    fn tests(&self) -> Result<Vec<Test>> {
        let folder = self.folder();
        let paths = listing(&folder)?.into_iter();
        let tests = paths.filter_map(|path| {
            let name = path.strip_prefix(&folder).ok()?.to_str()?;
            let name = name.strip_suffix(".test.js")?.replace('\\', "/");
            Some(Test { name, path })
        });
        Ok(tests.collect())
    }

    /// Describes a run of one script, by its path in `tests/e2e` without the extension.
    pub(crate) fn script(&self, name: &str) -> Command {
        let mut command = node::node(self.project);
        command.arg("--enable-source-maps").arg(self.path(name));
        self.tell(&mut command);
        command
    }

    /// Tells a program by variables what scripts need.
    pub(crate) fn tell(&self, command: &mut Command) {
        let screenshots = self.project.target.join("screenshots");
        command
            .env("CHROMIUM", &self.browser.chromium)
            .env("FIREFOX", &self.browser.firefox)
            .env("INTERLEAVE_COMMAND", self.project.command())
            .env("INTERLEAVE_RECIPES", recipes::site(self.project))
            .env("INTERLEAVE_SCREENSHOTS", screenshots);
        release::tell(self.project, command);
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder().join(format!("{name}.js"))
    }

    fn folder(&self) -> PathBuf {
        self.project.www().join(".e2e")
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
        self.lies_in(FULL)
    }

    /// Tells whether a folder of this name is on its path.
    fn lies_in(&self, name: &str) -> bool {
        let mut folders = self.name.split('/').rev().skip(1);
        folders.any(|folder| folder == name)
    }
}

/// Returns what runs by itself: the tests, what runs them, and what measures.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = listing(folder)?;
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
