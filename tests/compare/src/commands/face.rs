//! Asks CPython for the face of asyncio, and compares: of each public name and each method of its
//! classes the kind, the module, the qualified name, the signature, whether it is a coroutine function,
//! and whether a class can be subclassed.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail, ensure};
use clap::Args;
use interleave_compare::candidate::Candidate;
use interleave_compare::judge::Judge;

use super::{root, target};

/// What `cargo xtask face` may be told.
#[derive(Args)]
pub(crate) struct Options {
    /// The command to test; built, if none is named
    #[arg(long, value_name = "PATH")]
    command: Option<PathBuf>,
}

/// Compares the faces. What is known to differ is in `tests/compare/face/differences.txt`, with its reason.
///
/// # Errors
/// When something differs that is not in the list, or something in the list does not differ.
pub(crate) fn run(options: &Options) -> Result<()> {
    let Some(judge) = Judge::find()? else {
        bail!("a face is compared with that of a CPython 3.13 or newer, and none is here");
    };
    eprintln!("judge: {judge}");
    let root = root();
    let folder = root.join("tests/compare/face");
    let program = folder.join("face.py");
    let output = Command::new(&judge.python)
        .args(["-W", "ignore"])
        .arg(&program)
        .output()?;
    ensure!(output.status.success(), "the judge could not run face.py");
    let right = faces(&String::from_utf8_lossy(&output.stdout));
    let candidate = Candidate::named_or_built(options.command.as_deref(), root)?;
    let copy = target("compare")?.join("face.py");
    if let Some(parent) = copy.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::copy(&program, &copy)?;
    let ours = faces(&candidate.run(&copy)?.stdout);
    let known = fs::read_to_string(folder.join("differences.txt"))?;
    let known: Vec<&str> = known
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let is_known = |name: &str| {
        let covers = |known: &&&str| {
            name == **known
                || known
                    .strip_suffix('*')
                    .is_some_and(|start| name.starts_with(start))
        };
        known.iter().find(covers).is_some()
    };
    let (mut same, mut wrong, mut listed) = (0, 0, 0);
    for (name, face) in &right {
        match ours.get(name) {
            Some(own) if own == face => same += 1,
            _ if is_known(name) => listed += 1,
            own => {
                wrong += 1;
                println!("{name}\n    judge: {face}\n    here:  {own:?}");
            }
        }
    }
    for name in ours.keys().filter(|name| !right.contains_key(*name)) {
        if !is_known(name) {
            wrong += 1;
            println!("{name}\n    only here");
        }
    }
    println!("{same} faces are the same, {listed} differ as listed");
    ensure!(wrong == 0, "{wrong} differ");
    Ok(())
}

/// Reads the lines of `face.py`, which have a name, and then what is said of it.
fn faces(text: &str) -> BTreeMap<String, String> {
    let lines = text.lines().filter_map(|line| {
        let at = line.find([':', ' '])?;
        let (name, rest) = line.split_at(at);
        // A class has several lines: they differ in what comes after the name.
        let what = if rest.starts_with(':') { "" } else { " " };
        let kind: String = rest
            .split_whitespace()
            .take(2)
            .collect::<Vec<_>>()
            .join(" ");
        let key = if what.is_empty() {
            name.to_owned()
        } else {
            format!("{name} {kind}")
        };
        Some((key, rest.to_owned()))
    });
    lines.collect()
}
