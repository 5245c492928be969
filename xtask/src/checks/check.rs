//! The steps of `cargo xtask test`: what each of them checks, and with which program.
//!
//! Compiling takes most of the time, so nothing is compiled twice. All steps share cargo's one target
//! folder and few profiles: `release` for what has Python's interpreter in it, which takes minutes and
//! is compiled for readers as well; `dev` for the rest of the host; `dev` and `site` for wasm32. And
//! what is asked of cargo at once is a [`Group`] of packages that want the same of their libraries.

use anyhow::Result;
use clap::ValueEnum;

use super::browser::Browser;
use super::e2e::Scripts;
use super::recipes;
use super::release;
use super::scope::Scope;
use crate::build::{self, Effort, wasm};
use crate::node;
use crate::process::Run;
use crate::project::Project;

/// Seconds that the tests of `tests/web` may take together. The runner's own limit of 20 s is
/// short for a busy machine of two cores.
const WEB_LIMIT_S: &str = "120";

/// Packages of the workspace that are checked and tested by one call of cargo, and how they are compiled.
///
/// Cargo compiles a library with all features that the packages of a call want of it. So packages that
/// want different ones would have each other's libraries compiled once more, the interpreter among them.
struct Group(Profile, &'static [&'static str]);

/// How the packages of a group are compiled.
enum Profile {
    /// As xtask is.
    Dev,
    /// As the command is for readers.
    Release,
}

/// All packages of the workspace.
const GROUPS: [Group; 4] = [
    Group(
        Profile::Dev,
        &["interleave", "interleave-exports", "interleave-lab"],
    ),
    Group(
        Profile::Dev,
        &["xtask", "interleave-compare", "interleave-house"],
    ),
    Group(Profile::Dev, &["web-runner"]),
    // What has the interpreter in it, or shares libraries with the command.
    Group(
        Profile::Release,
        &[
            "interleave-python",
            "interleave-server",
            "interleave-proxy",
            "interleave-bench",
        ],
    ),
];

/// Calls cargo for each group; an empty argument is none. All are always tried: what one lacks says
/// nothing about the others.
fn cargo_each(project: &Project, arguments: &[&str], environment: &[(&str, &str)]) -> Result<()> {
    let results = GROUPS.map(|Group(profile, packages)| {
        let (subcommand, rest) = arguments.split_at(1);
        let mut cargo = match profile {
            Profile::Dev => project.cargo(subcommand),
            Profile::Release => build::release(project, subcommand)?,
        };
        cargo.args(packages.iter().flat_map(|it| ["--package", it]));
        cargo
            .args(words(rest))
            .envs(environment.iter().copied())
            .run()
    });
    results.into_iter().collect()
}

/// One step of `cargo xtask test`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Check {
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
    pub(super) fn run(self, project: &Project, scope: &Scope) -> Result<()> {
        let only = scope.only.as_str();
        match self {
            Self::Format => project.cargo(["fmt", "--all", "--check"]).run(),
            Self::Build => build::command(project, Effort::Full),
            Self::Clippy => clippy(project, scope),
            Self::Doc => {
                let strict = [("RUSTDOCFLAGS", "-D warnings")];
                cargo_each(project, &["doc", "--no-deps"], &strict)
            }
            Self::Native => {
                let full = scope.full.then_some(("INTERLEAVE_FULL", "1"));
                cargo_each(project, &["test", only], full.as_slice())
            }
            Self::Types => types(project),
            Self::Web => web(project, only),
            Self::E2e => e2e(project, scope),
            Self::Compare => {
                let words = ["compare", "--only", only];
                project.tool("interleave-compare", &words).run()?;
                let mut words = vec!["libraries", "--only", only];
                words.extend(scope.full.then_some("--real"));
                project.tool("interleave-compare", &words).run()
            }
        }
    }
}

fn clippy(project: &Project, scope: &Scope) -> Result<()> {
    wasm::add_target(project)?;
    let strict = ["--", "-D", "warnings"];
    let in_page = |packages: &[&str]| {
        let mut cargo = project.cargo(["clippy", "--target", wasm::TARGET]);
        cargo.args(packages).args(strict).run()
    };
    let exports = in_page(&["--package=interleave-exports"]);
    let page = in_page(&["--package=interleave", "--lib", "--test=web"]);
    let host = [&["clippy", "--all-targets"], &strict[..]].concat();
    let host = cargo_each(project, &host, &[]);
    // The interpreter is checked for this alone; that it compiles for a page the build says.
    let lab = match scope.full {
        true => in_page(&["--release", "--package=interleave-lab"]),
        false => Ok(()),
    };
    lab.and(page).and(exports).and(host)
}

fn types(project: &Project) -> Result<()> {
    build::bindings(project, Effort::Full)?;
    let folders = ["www", "xtask/texts", "tests/e2e"];
    let results = folders.map(|folder| {
        let mut tsc = node::tool(project, "tsc");
        tsc.args(["--noEmit", "--project", folder]).run()
    });
    results.into_iter().collect()
}

fn web(project: &Project, only: &str) -> Result<()> {
    const RUNNER: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER";
    wasm::add_target(project)?;
    let browser = Browser::find_or_install()?;
    project.cargo(["build", "--package=web-runner"]).run()?;
    let settings = project.root.join("tests/web/webdriver.json");
    project
        .cargo(["test", "--package=interleave", "--test=web"])
        .args(["--target", wasm::TARGET])
        .args(words(&[only]))
        .env(RUNNER, project.program("debug", "web-runner"))
        .env("CHROMEDRIVER", browser.driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", WEB_LIMIT_S)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
        .run()
}

/// Returns the arguments that are not empty.
fn words<'a>(arguments: &[&'a str]) -> impl Iterator<Item = &'a str> {
    arguments.iter().copied().filter(|word| !word.is_empty())
}

fn e2e(project: &Project, scope: &Scope) -> Result<()> {
    build::command(project, Effort::Full)?;
    if scope.full && "full/recipes".contains(&scope.only) {
        recipes::build(project)?;
    }
    let scripts = Scripts::prepare(project)?;
    if scripts.need_release(scope)? {
        release::make(project)?;
    }
    scripts.test(scope)
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
            .flat_map(|Group(_, packages)| *packages)
            .copied()
            .collect();
        grouped.sort();
        assert_eq!(packages, grouped);
        Ok(())
    }
}
