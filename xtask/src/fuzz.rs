//! Feeds what is read from outside with anything: recorded runs, and Python programs.
//!
//! What it looks for is in `fuzz/fuzz_targets`. It begins with what earlier runs found worth
//! keeping (`tests/corpora`, which ordinary tests replay) and with seeds: the programs that are
//! compared, and the recorded runs of the lessons. What it finds is made small and kept again, and
//! what crashed is kept, too.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use clap::{Args, ValueEnum};

use crate::process;
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

impl Target {
    fn name(self) -> &'static str {
        match self {
            Self::Python => "python",
            Self::Trace => "trace",
        }
    }

    /// Returns the features that it needs: the interpreter takes minutes to build.
    fn features(self) -> &'static [&'static str] {
        match self {
            Self::Python => &["--features", "python"],
            Self::Trace => &[],
        }
    }

    /// Returns how many inputs are kept: a program takes its interpreter half a second to begin.
    fn kept_files(self) -> usize {
        match self {
            Self::Python => 40,
            Self::Trace => 300,
        }
    }

    /// Returns what the fuzzer is told of inputs.
    fn limits(self) -> &'static [&'static str] {
        match self {
            // In processes of their own, since an interpreter gives little of its memory back. What
            // crashed is told of in the end.
            Self::Python => &[
                "-max_len=4096",
                "-timeout=30",
                "-rss_limit_mb=4096",
                "-fork=1",
                "-ignore_ooms=1",
                "-ignore_crashes=1",
            ],
            Self::Trace => &["-max_len=16384", "-timeout=10"],
        }
    }
}

/// Runs the fuzzer.
///
/// # Errors
/// When an input crashed, or a tool is missing and cannot be installed.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    install()?;
    let targets = match options.targets.as_slice() {
        [] => &[Target::Python, Target::Trace],
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
        command
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    if !is_there("rustup", &["run", "nightly", "rustc", "--version"]) {
        let arguments = ["toolchain", "install", "nightly", "--profile", "minimal"];
        process::run(Command::new("rustup").args(arguments))?;
    }
    if !is_there("cargo", &["fuzz", "--version"]) {
        process::run(Command::new("cargo").args(["install", "cargo-fuzz", "--locked"]))?;
    }
    Ok(())
}

fn fuzz(project: &Project, target: Target, seconds: u32) -> Result<()> {
    let scratch = project.target().join("fuzz");
    let folder = |kind: &str| -> Result<PathBuf> {
        let folder = scratch.join(kind).join(target.name());
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        Ok(folder)
    };
    let (found, seeds, crashes) = (folder("found")?, folder("seeds")?, folder("crashes")?);
    for old in files(&crashes)? {
        fs::remove_file(old)?;
    }
    seed(project, target, &seeds)?;
    let kept = project.root().join("tests/corpora").join(target.name());
    fs::create_dir_all(&kept)?;
    let mut run = cargo_fuzz(project, target, "run");
    run.args([&found, &kept, &seeds])
        .arg("--")
        .args(target.limits());
    run.arg(format!("-max_total_time={seconds}"));
    run.arg(format!("-artifact_prefix={}/", crashes.display()));
    let ended = process::run(&mut run);
    let count = keep(project, target, &[&kept, &found, &seeds], &crashes)?;
    println!("{}: {count} inputs kept", target.name());
    let crashed = files(&crashes)?.len();
    ensure!(crashed == 0, "{}: {crashed} inputs crashed", target.name());
    ended
}

/// Describes a call of cargo-fuzz. Panics are what it looks for, so no sanitizer slows it down.
fn cargo_fuzz(project: &Project, target: Target, act: &str) -> Command {
    let mut command = Command::new("rustup");
    command.args(["run", "nightly", "cargo", "fuzz", act, "-O", "-s", "none"]);
    command.args(target.features()).arg(target.name());
    command.current_dir(project.root());
    command.env("CARGO_TARGET_DIR", project.target().join("fuzz/build"));
    command.env_remove("CARGO").env_remove("RUSTUP_TOOLCHAIN");
    command
}

/// Writes what the fuzzer begins with.
fn seed(project: &Project, target: Target, seeds: &Path) -> Result<()> {
    match target {
        Target::Python => {
            for folder in ["tests/compare/programs", "src/lessons/programs"] {
                for file in files(&project.root().join(folder))? {
                    if let Some(name) = file.file_name().filter(|_| is_python(&file)) {
                        fs::copy(&file, seeds.join(name))?;
                    }
                }
            }
            Ok(())
        }
        Target::Trace => {
            let manifest = project.root().join("fuzz/Cargo.toml");
            let mut command = project.cargo(&["run", "--release", "--bin", "seeds"]);
            command
                .arg("--manifest-path")
                .arg(manifest)
                .arg("--")
                .arg(seeds);
            command.env("CARGO_TARGET_DIR", project.target().join("fuzz/build"));
            process::run(&mut command)
        }
    }
}

/// Makes the corpus small, and puts it where tests replay it, with what crashed.
fn keep(project: &Project, target: Target, corpora: &[&Path], crashes: &Path) -> Result<usize> {
    let [kept, ..] = corpora else {
        bail!("no folder to keep inputs in");
    };
    let small = project.target().join("fuzz/small").join(target.name());
    let _ = fs::remove_dir_all(&small);
    fs::create_dir_all(&small)?;
    // The fuzzer's own merge: the smallest inputs that reach all that all of them reach.
    let mut merge = cargo_fuzz(project, target, "run");
    merge.arg(&small).args(corpora).args(["--", "-merge=1"]);
    process::run(&mut merge)?;
    let mut inputs = files(&small)?;
    let size = |file: &PathBuf| fs::metadata(file).map_or(u64::MAX, |it| it.len());
    inputs.retain(|file| size(file) <= KEPT_BYTES);
    inputs.sort_by_key(size);
    inputs.truncate(target.kept_files());
    for old in files(kept)? {
        let is_crash = old
            .file_name()
            .is_some_and(|name| name.to_string_lossy().contains('-'));
        if !is_crash {
            fs::remove_file(old)?;
        }
    }
    inputs.extend(files(crashes)?);
    for input in &inputs {
        fs::copy(input, kept.join(input.file_name().unwrap_or_default()))?;
    }
    Ok(inputs.len())
}

fn is_python(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "py")
}

/// Returns the files of a folder, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut files = Vec::new();
    for entry in entries {
        files.push(entry?.path());
    }
    files.sort();
    Ok(files)
}
