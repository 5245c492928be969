//! The steps of `cargo xtask test`: what each of them checks, and with which program.
//!
//! Compiling takes most of the time, so nothing is compiled twice. All steps share cargo's one target
//! folder and few profiles: `release` for what has Python's interpreter in it, which takes minutes and
//! is compiled for readers as well; `dev` for the rest of the host; `dev` and `site` for wasm32. And
//! what is asked of cargo at once is a [`Group`] of packages that want the same of their libraries.

use std::process::Command;

use anyhow::Result;
use clap::ValueEnum;

use crate::browser::Browser;
use crate::build;
use crate::compare;
use crate::e2e::Scripts;
use crate::effort::Effort;
use crate::node;
use crate::process;
use crate::project::Project;
use crate::site::recipes;
use crate::wasm;

/// Seconds that the tests of `tests/web` may take together. The runner's own limit of 20 s is
/// short for a busy machine of two cores.
const WEB_LIMIT_S: &str = "120";

/// Packages of the workspace that are checked and tested by one call of cargo.
///
/// Cargo compiles a library with all features that the packages of a call want of it. So packages that
/// want different ones would have each other's libraries compiled once more, the interpreter among them.
struct Group {
    packages: &'static [&'static str],
    profile: Profile,
}

/// How the packages of a group are compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Profile {
    /// As xtask is.
    Dev,
    /// As the command is for readers.
    Release,
}

/// All packages of the workspace.
const GROUPS: [Group; 4] = [
    Group {
        packages: &["interleave", "interleave-exports"],
        profile: Profile::Dev,
    },
    Group {
        packages: &["xtask", "interleave-compare", "interleave-house"],
        profile: Profile::Dev,
    },
    Group {
        packages: &["web-runner"],
        profile: Profile::Dev,
    },
    // What has the interpreter in it, or shares libraries with the command.
    Group {
        packages: &[
            "interleave-python",
            "interleave-server",
            "interleave-proxy",
            "interleave-loop-bench",
        ],
        profile: Profile::Release,
    },
];

impl Group {
    /// Describes a call of cargo for the group; an empty argument is none.
    ///
    /// # Errors
    /// When there is no site yet, and no folder can be made for it.
    fn cargo(&self, project: &Project, subcommand: &str, arguments: &[&str]) -> Result<Command> {
        let mut command = match self.profile {
            Profile::Dev => project.cargo(&[subcommand]),
            Profile::Release => build::release(project, &[subcommand])?,
        };
        for package in self.packages {
            command.args(["--package", package]);
        }
        command.args(arguments.iter().filter(|word| !word.is_empty()));
        Ok(command)
    }
}

/// Does something with each group. All are always tried: what one lacks says nothing about the others.
///
/// # Errors
/// The first error.
fn each_group(work: impl Fn(&Group) -> Result<()>) -> Result<()> {
    let results: Vec<_> = GROUPS.iter().map(work).collect();
    results.into_iter().collect()
}

/// How much a run checks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// What every change must pass.
    Usual,
    /// All, with what takes long.
    Full,
}

/// What a run checks of its steps.
pub(crate) struct Scope<'a> {
    /// How much of each step.
    pub(crate) extent: Extent,
    /// What the names of tests must contain, in steps whose tests have names; empty for all.
    pub(crate) only: &'a str,
}

/// One step of `cargo xtask test`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Check {
    /// The sources look as rustfmt has them
    Format,
    /// The site and the command can be built for readers
    Build,
    /// Clippy has nothing to say, for the host and for wasm32
    Clippy,
    /// The documentation builds and its links lead somewhere
    Doc,
    /// The tests that need no browser
    Native,
    /// The TypeScript of the page and of its tests is sound
    Types,
    /// The tests of the parts that need a browser
    Web,
    /// The tests of the whole page
    E2e,
    /// Python programs print what they print under CPython
    Compare,
}

impl Check {
    /// Returns the steps that run when none is named.
    pub(crate) fn all() -> Vec<Self> {
        Self::value_variants().to_vec()
    }

    /// Runs the step.
    ///
    /// # Errors
    /// When the check fails, or cannot be made.
    pub(crate) fn run(self, project: &Project, scope: &Scope<'_>) -> Result<()> {
        match self {
            Self::Format => cargo(project, &["fmt", "--all", "--check"]),
            Self::Build => build::command(project, Effort::Full),
            Self::Clippy => clippy(project, scope.extent),
            Self::Doc => doc(project),
            Self::Native => native(project, scope.only),
            Self::Types => types(project),
            Self::Web => web(project, scope.only),
            Self::E2e => e2e(project, scope),
            Self::Compare => compare::run(project, &compare::Options::of_step(scope.only)),
        }
    }
}

fn cargo(project: &Project, arguments: &[&str]) -> Result<()> {
    process::run(&mut project.cargo(arguments))
}

fn clippy(project: &Project, extent: Extent) -> Result<()> {
    wasm::add_target(project)?;
    let strict = ["--", "-D", "warnings"];
    let page = ["--package=interleave", "--lib", "--test=web"];
    let exports = ["--package=interleave-exports"];
    let in_page = |packages: &[&str]| {
        let target = ["clippy", "--target", wasm::TARGET];
        cargo(project, &[&target, packages, &strict].concat())
    };
    let (exports, page) = (in_page(&exports), in_page(&page));
    let host = each_group(|group| {
        let arguments = [&["--all-targets"][..], &strict].concat();
        process::run(&mut group.cargo(project, "clippy", &arguments)?)
    });
    let python = match extent {
        Extent::Usual => Ok(()),
        Extent::Full => python_in_a_page(project),
    };
    python.and(page).and(exports).and(host)
}

/// Checks Python for a page, which will load it one day: it must not lose its way there.
fn python_in_a_page(project: &Project) -> Result<()> {
    let mut command = build::release(project, &["check", "--package=interleave-python"])?;
    process::run(command.args(["--target", wasm::TARGET]))
}

fn doc(project: &Project) -> Result<()> {
    each_group(|group| {
        let mut command = group.cargo(project, "doc", &["--no-deps"])?;
        process::run(command.env("RUSTDOCFLAGS", "-D warnings"))
    })
}

fn native(project: &Project, only: &str) -> Result<()> {
    each_group(|group| process::run(&mut group.cargo(project, "test", &[only])?))
}

fn types(project: &Project) -> Result<()> {
    build::bindings(project, Effort::Full)?;
    let tsc =
        |folder| process::run(node::tool(project, "tsc").args(["--noEmit", "--project", folder]));
    let page = tsc("www");
    tsc("tests/e2e").and(tsc("xtask/texts")).and(page)
}

fn web(project: &Project, only: &str) -> Result<()> {
    wasm::add_target(project)?;
    let browser = Browser::find_or_install()?;
    cargo(project, &["build", "--package=web-runner"])?;
    let runner = format!("web-runner{}", std::env::consts::EXE_SUFFIX);
    let mut command = project.cargo(&["test", "--package=interleave", "--test=web"]);
    command
        .args(["--target", wasm::TARGET])
        .args(Some(only).filter(|only| !only.is_empty()));
    command
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            project.target().join("debug").join(runner),
        )
        .env("CHROMEDRIVER", browser.driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", WEB_LIMIT_S)
        .env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            project.root().join("tests/web/webdriver.json"),
        );
    process::run(&mut command)
}

fn e2e(project: &Project, scope: &Scope<'_>) -> Result<()> {
    build::command(project, Effort::Full)?;
    if scope.extent == Extent::Full && "full/recipes".contains(scope.only) {
        recipes::build(project)?;
    }
    Scripts::prepare(project)?.test(scope.extent, scope.only)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// Returns the texts in quotes of what is between two parts of a text.
    fn quoted<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
        let (_, rest) = text.split_once(from).unwrap_or_default();
        let (list, _) = rest.split_once(to).unwrap_or_default();
        list.split('"').skip(1).step_by(2).collect()
    }

    #[test]
    fn each_package_of_the_workspace_is_in_one_group() -> Result<()> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let workspace = fs::read_to_string(root.join("Cargo.toml"))?;
        let mut packages = Vec::new();
        for member in quoted(&workspace, "members = [", "]") {
            let manifest = fs::read_to_string(root.join(member).join("Cargo.toml"))?;
            let name = quoted(&manifest, "[package]\nname = ", "\n").concat();
            packages.push(name);
        }
        packages.sort();
        let mut grouped: Vec<_> = GROUPS
            .iter()
            .flat_map(|group| group.packages)
            .copied()
            .collect();
        grouped.sort();
        assert_eq!(packages, grouped);
        Ok(())
    }
}
