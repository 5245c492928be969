//! The steps of `cargo xtask test`: what each of them checks, and with which program.
//!
//! All share cargo's one target folder and few profiles: `release` for what has Python's interpreter in
//! it, `dev` for the rest of the host, `dev` and `site` for wasm32. The interpreter takes minutes to
//! compile, so it is compiled once, for readers and for tests alike. Clippy and rustdoc read it in the
//! same profile, so that its macros and build scripts are compiled once, too.

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

/// What has Python's interpreter in it, or shares the server's libraries: tested in the profile
/// `release`, in which the command is built for readers.
const WITH_INTERPRETER: [&str; 4] = [
    "interleave-python",
    "interleave-server",
    "interleave-proxy",
    "interleave-loop-bench",
];

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

/// Runs cargo; an empty argument is none.
fn cargo(project: &Project, arguments: &[&str]) -> Result<()> {
    process::run(&mut project.cargo(&words(arguments)))
}

/// Runs cargo in the profile in which the command is built.
fn release(project: &Project, arguments: &[&str]) -> Result<()> {
    process::run(&mut build::release(project, &words(arguments))?)
}

fn words<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    let words = arguments.iter().copied();
    words.filter(|word| !word.is_empty()).collect()
}

fn clippy(project: &Project, extent: Extent) -> Result<()> {
    wasm::add_target(project)?;
    let page = [
        "clippy",
        "--package=interleave",
        "--lib",
        "--test=web",
        "--target",
        wasm::TARGET,
    ];
    let exports = [
        "clippy",
        "--package=interleave-exports",
        "--target",
        wasm::TARGET,
    ];
    // By itself: what its tests need asks more of a crate that the interpreter uses, too, and the
    // interpreter would have to be checked once more for the documentation, which needs no tests.
    let library = ["clippy", "--package=interleave", "--all-targets"];
    let others = [
        "clippy",
        "--workspace",
        "--exclude=interleave",
        "--all-targets",
    ];
    let strict = ["--", "-D", "warnings"];
    // All always run: what one finds says nothing about the others.
    let exports = cargo(project, &[&exports[..], &strict].concat());
    let page = cargo(project, &[&page[..], &strict].concat());
    let library = release(project, &[&library[..], &strict].concat());
    let others = release(project, &[&others[..], &strict].concat());
    let python = match extent {
        Extent::Usual => Ok(()),
        Extent::Full => python_in_a_page(project),
    };
    python.and(page).and(exports).and(others).and(library)
}

/// Checks Python for a page, which will load it one day: it must not lose its way there.
fn python_in_a_page(project: &Project) -> Result<()> {
    let package = "--package=interleave-python";
    release(project, &["check", package, "--target", wasm::TARGET])
}

fn doc(project: &Project) -> Result<()> {
    let mut command = build::release(project, &["doc", "--workspace", "--no-deps"])?;
    process::run(command.env("RUSTDOCFLAGS", "-D warnings"))
}

fn native(project: &Project, only: &str) -> Result<()> {
    let all = WITH_INTERPRETER.map(|package| ["--package", package]);
    let with = release(project, &[&["test"], all.as_flattened(), &[only]].concat());
    let all = WITH_INTERPRETER.map(|package| ["--exclude", package]);
    let mut without = vec!["test", "--workspace"];
    without.extend(all.as_flattened());
    without.push(only);
    cargo(project, &without).and(with)
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
