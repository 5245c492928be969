//! The steps of `cargo xtask test`: what each of them checks, and with which program.
//!
//! All share cargo's one target folder and few profiles: `dev` for the host, `test` for wasm32,
//! `site` and `release` for what readers get. Each further one would compile the world once more.

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
use crate::wasm;

/// Seconds that the tests of `tests/web` may take together. The runner's own limit of 20 s is
/// short for a busy machine of two cores.
const WEB_LIMIT_S: &str = "120";

/// One step of `cargo xtask test`.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Check {
    /// The sources look as rustfmt has them
    Format,
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

    /// Runs the step; `only` narrows the tests of those that have tests with names.
    ///
    /// # Errors
    /// When the check fails, or cannot be made.
    pub(crate) fn run(self, project: &Project, only: &str) -> Result<()> {
        match self {
            Self::Format => cargo(project, &["fmt", "--all", "--check"]),
            Self::Clippy => clippy(project),
            Self::Doc => doc(project),
            Self::Native => cargo(project, &["test", "--workspace", only]),
            Self::Types => types(project),
            Self::Web => web(project, only),
            Self::E2e => e2e(project, only),
            Self::Compare => compare::run(project, &compare::Options::of_step(only)),
        }
    }
}

/// Runs cargo; an empty argument is none.
fn cargo(project: &Project, arguments: &[&str]) -> Result<()> {
    let arguments: Vec<_> = arguments
        .iter()
        .copied()
        .filter(|word| !word.is_empty())
        .collect();
    process::run(&mut project.cargo(&arguments))
}

fn clippy(project: &Project) -> Result<()> {
    wasm::add_target(project)?;
    let strict = ["--", "-D", "warnings"];
    let host = ["clippy", "--workspace", "--all-targets"];
    let page = [
        "clippy",
        "--package=interleave",
        "--lib",
        "--test=web",
        "--target",
        wasm::TARGET,
    ];
    // The page will load it one day: it must not lose its way there.
    let python = [
        "check",
        "--package=interleave-python",
        "--target",
        wasm::TARGET,
    ];
    let exports = [
        "clippy",
        "--package=interleave-exports",
        "--target",
        wasm::TARGET,
    ];
    let host = cargo(project, &[&host[..], &strict].concat());
    let exports = cargo(project, &[&exports[..], &strict].concat());
    // All always run: what one finds says nothing about the others.
    let page = cargo(project, &[&page[..], &strict].concat());
    cargo(project, &python).and(page).and(exports).and(host)
}

fn doc(project: &Project) -> Result<()> {
    let mut command = project.cargo(&["doc", "--workspace", "--no-deps"]);
    process::run(command.env("RUSTDOCFLAGS", "-D warnings"))
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

fn e2e(project: &Project, only: &str) -> Result<()> {
    build::command(project, Effort::Full)?;
    Scripts::prepare(project)?.test(only)
}
