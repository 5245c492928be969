//! Does the comparison notice? Puts a fault into the scheduler, and looks whether programs differ.
//!
//! Each fault is a few lines of `src/runtime` that become others, and changes an order that
//! programs can see. It is put into a copy of the checkout, never into the checkout itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::Args;
use interleave_compare::candidate::Candidate;

use super::{compare, root, target};

/// A fault: these lines of a file become those.
struct Mutation {
    what: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
}

/// The faults. Their texts must be in the files: a change of those lines changes these, too.
const MUTATIONS: [Mutation; 5] = [
    Mutation {
        what: "ready entries are counted before the timers fire",
        file: "src/runtime/core/event_loop.rs",
        from: "        while let Some(alarm) = timers.pop_due(self.now.get()) {
            ready.push_back(Ready::Alarm(alarm));
        }
        self.left.set(ready.len());
",
        to: "        self.left.set(ready.len());
        while let Some(alarm) = timers.pop_due(self.now.get()) {
            ready.push_back(Ready::Alarm(alarm));
        }
",
    },
    Mutation {
        what: "timers that are due go before what is ready",
        file: "src/runtime/core/event_loop.rs",
        from: "ready.push_back(Ready::Alarm(alarm));",
        to: "ready.push_front(Ready::Alarm(alarm));",
    },
    Mutation {
        what: "a tick runs one entry more than was ready",
        file: "src/runtime/core/event_loop.rs",
        from: "self.left.set(ready.len());",
        to: "self.left.set(ready.len() + 1);",
    },
    Mutation {
        what: "of what is ready the last goes first",
        file: "src/runtime/core/event_loop.rs",
        from: "self.ready.borrow_mut().pop_front()",
        to: "self.ready.borrow_mut().pop_back()",
    },
    Mutation {
        what: "of equal deadlines the younger fires first",
        file: "src/runtime/core/timers.rs",
        from: "Due::Many(alarms) if alarms.len() > 1 => alarms.pop_front(),",
        to: "Due::Many(alarms) if alarms.len() > 1 => alarms.pop_back(),",
    },
];

/// What `cargo xtask mutate` may be told.
#[derive(Args)]
pub(crate) struct Options {
    /// How many generated programs are compared, besides those written by hand
    #[arg(long, default_value_t = 200)]
    count: u64,
    /// Where to build; the interpreter takes minutes in a new folder
    #[arg(long)]
    build: Option<PathBuf>,
}

/// Tries every fault, and prints a line of a table for each.
///
/// # Errors
/// When a fault is not noticed, or its text is not there any more.
pub(crate) fn run(options: &Options) -> Result<()> {
    let folder = target("mutate")?;
    let (tree, own) = (folder.join("tree"), folder.join("build"));
    let build = options.build.as_deref().unwrap_or(&own);
    copy(&tree)?;
    println!("| fault | first program that differs | generated that differ | written |");
    println!("|---|---|---|---|");
    let mut unnoticed = 0;
    for mutation in &MUTATIONS {
        let path = tree.join(mutation.file);
        let right = fs::read_to_string(&path)?;
        ensure!(
            right.matches(mutation.from).count() == 1,
            "{} does not have once: {}",
            mutation.file,
            mutation.from
        );
        fs::write(&path, right.replace(mutation.from, mutation.to))?;
        let candidate = built(&tree, build)?;
        let report = compare::sample(&candidate, options.count)?;
        fs::write(&path, right)?;
        let names: Vec<&str> = report
            .differences
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        let first = names.iter().copied().min_by_key(|name| seed(name));
        unnoticed += usize::from(first.is_none());
        let written = names.iter().filter(|name| seed(name) == u64::MAX).count();
        let (first, generated) = (first.unwrap_or("none"), names.len() - written);
        let count = options.count;
        println!(
            "| {} | {first} | {generated} of {count} | {written} |",
            mutation.what
        );
    }
    ensure!(unnoticed == 0, "{unnoticed} faults are not noticed");
    Ok(())
}

/// Copies what git knows of.
fn copy(tree: &Path) -> Result<()> {
    let list = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root())
        .output()?;
    ensure!(
        list.status.success(),
        "`git ls-files` ended with {}",
        list.status
    );
    for name in String::from_utf8(list.stdout)?.split_terminator('\0') {
        let (from, to) = (root().join(name), tree.join(name));
        if !from.is_file() {
            continue;
        }
        let folder = to.parent().context("a file is in a folder")?;
        fs::create_dir_all(folder)?;
        let text = fs::read(&from)?;
        // What stays as it is keeps its time, and is not built again.
        if fs::read(&to).ok().as_deref() != Some(&text) {
            fs::write(&to, text)?;
        }
    }
    Ok(())
}

/// Builds the command of the copy.
fn built(tree: &Path, build: &Path) -> Result<Candidate> {
    let status = Command::new("cargo")
        .args(["build", "-p", "interleave-server"])
        .current_dir(tree)
        .env("CARGO_TARGET_DIR", build)
        .status()?;
    ensure!(status.success(), "`cargo build` ended with {status}");
    let name = format!("interleave{}", std::env::consts::EXE_SUFFIX);
    Ok(Candidate::new(build.join("debug").join(name)))
}

/// Returns the number of a generated program, `seed-17`; behind all others that of a written one.
fn seed(name: &str) -> u64 {
    let digits = name.strip_prefix("seed-").unwrap_or_default();
    digits.parse().unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::MUTATIONS;

    #[test]
    fn every_fault_has_its_place() {
        for mutation in MUTATIONS {
            let text = std::fs::read_to_string(super::root().join(mutation.file));
            let count = text.map_or(0, |text| text.matches(mutation.from).count());
            assert_eq!(count, 1, "{}", mutation.what);
        }
    }
}
