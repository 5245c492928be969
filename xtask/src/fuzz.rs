//! Feeds what is read from outside with anything: recorded runs, and Python programs.
//!
//! What it looks for is in `fuzz/fuzz_targets`. It begins with what earlier runs found worth
//! keeping (`tests/corpora`, which ordinary tests replay) and with seeds: the programs that are
//! compared, and the recorded runs of the lessons. What it finds is made small and kept again, and
//! what crashed is kept, too.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, ensure};
use clap::{Args, ValueEnum};

use crate::folder::{entries, file_name, files, make_empty};
use crate::process::Run;
use crate::project::Project;

/// How long an input may be that is kept: tests replay them.
const KEPT_BYTES: u64 = 8_192;

/// What `cargo xtask fuzz` may be told.
#[derive(Args)]
pub(crate) struct Options {
    /// The target to run; both, if none is named
    #[arg(value_enum)]
    targets: Vec<Target>,
    /// How long each runs
    #[arg(long, default_value_t = 600)]
    seconds: u32,
}

#[derive(Clone, Copy, ValueEnum)]
enum Target {
    /// Bytes as a Python program
    Python,
    /// Bytes as a recorded run
    Trace,
}

struct Settings {
    name: &'static str,
    /// The features that it needs: the interpreter takes minutes to build.
    features: &'static [&'static str],
    /// How many inputs are kept: a program takes its interpreter half a second to begin.
    kept_files: usize,
    /// What the fuzzer is told of inputs.
    limits: &'static [&'static str],
}

impl Target {
    fn settings(self) -> Settings {
        match self {
            Self::Python => Settings {
                name: "python",
                features: &["--features", "python"],
                kept_files: 40,
                // In processes of their own, since an interpreter gives little of its memory back. What
                // crashed is told of in the end.
                limits: &[
                    "-max_len=4096",
                    "-timeout=30",
                    "-rss_limit_mb=4096",
                    "-fork=1",
                    "-ignore_ooms=1",
                    "-ignore_crashes=1",
                ],
            },
            Self::Trace => Settings {
                name: "trace",
                features: &[],
                kept_files: 300,
                limits: &["-max_len=16384", "-timeout=10"],
            },
        }
    }
}

pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    install()?;
    let targets = match options.targets.as_slice() {
        [] => Target::value_variants(),
        named => named,
    };
    for target in targets {
        fuzz(project, *target, options.seconds)?;
    }
    Ok(())
}

/// Installs the nightly compiler and cargo-fuzz, if they are missing.
fn install() -> Result<()> {
    let is_there = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments);
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
    if !is_there("rustup", &["run", "nightly", "rustc", "--version"]) {
        let arguments = ["toolchain", "install", "nightly", "--profile", "minimal"];
        Command::new("rustup").args(arguments).run()?;
    }
    if !is_there("cargo", &["fuzz", "--version"]) {
        let arguments = ["install", "cargo-fuzz", "--locked"];
        Command::new("cargo").args(arguments).run()?;
    }
    Ok(())
}

fn fuzz(project: &Project, target: Target, seconds: u32) -> Result<()> {
    let settings = target.settings();
    let name = settings.name;
    // Panics are what the fuzzer looks for, so no sanitizer slows it down.
    let cargo_fuzz = || {
        let mut command = Command::new("rustup");
        command.args(["run", "nightly", "cargo", "fuzz", "run", "-O", "-s", "none"]);
        command.args(settings.features).arg(name);
        command.current_dir(&project.root);
        command.env("CARGO_TARGET_DIR", project.target.join("fuzz/build"));
        command.env_remove("CARGO").env_remove("RUSTUP_TOOLCHAIN");
        command
    };
    let scratch = project.target.join("fuzz");
    let folder = |kind: &str| scratch.join(kind).join(name);
    let (found, seeds, crashes) = (folder("found"), folder("seeds"), folder("crashes"));
    let kept = project.root.join("tests/corpora").join(name);
    make_empty(&crashes)?;
    for folder in [&found, &seeds, &kept] {
        fs::create_dir_all(folder)?;
    }
    seed(project, target, &seeds)?;
    let ended = cargo_fuzz()
        .args([&found, &kept, &seeds])
        .arg("--")
        .args(settings.limits)
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-artifact_prefix={}/", crashes.display()))
        .run();
    // The fuzzer's own merge: the smallest inputs that reach all that all of them reach.
    let small = folder("small");
    make_empty(&small)?;
    let mut merge = cargo_fuzz();
    merge.args([&small, &kept, &found, &seeds]);
    merge.args(["--", "-merge=1"]).run()?;
    let crashed = entries(&crashes)?;
    let count = keep(&small, &crashed, &kept, settings.kept_files)?;
    println!("{name}: {count} inputs kept");
    let crashed = crashed.len();
    ensure!(crashed == 0, "{name}: {crashed} inputs crashed");
    ended
}

/// Writes what the fuzzer begins with.
fn seed(project: &Project, target: Target, seeds: &Path) -> Result<()> {
    match target {
        Target::Python => {
            for folder in ["tests/compare/programs", "src/lessons/programs"] {
                for file in files(&project.root.join(folder), &["py"])? {
                    fs::copy(&file, seeds.join(file_name(&file)))?;
                }
            }
            Ok(())
        }
        Target::Trace => project
            .cargo(["run", "--release", "--bin", "seeds", "--manifest-path"])
            .args([
                &project.root.join("fuzz/Cargo.toml"),
                Path::new("--"),
                seeds,
            ])
            .env("CARGO_TARGET_DIR", project.target.join("fuzz/build"))
            .run(),
    }
}

/// Puts the smallest inputs where tests replay them, in the place of those that were there, and what crashed.
fn keep(small: &Path, crashed: &[PathBuf], kept: &Path, count: usize) -> Result<usize> {
    let mut inputs = entries(small)?;
    let size = |file: &PathBuf| fs::metadata(file).map_or(u64::MAX, |it| it.len());
    inputs.retain(|file| size(file) <= KEPT_BYTES);
    inputs.sort_by_key(size);
    inputs.truncate(count);
    for old in entries(kept)? {
        // What crashed once has a name like `crash-…`.
        if !file_name(&old).to_string_lossy().contains('-') {
            fs::remove_file(old)?;
        }
    }
    inputs.extend_from_slice(crashed);
    for input in &inputs {
        fs::copy(input, kept.join(file_name(input)))?;
    }
    Ok(inputs.len())
}
