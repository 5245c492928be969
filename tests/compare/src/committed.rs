//! Outputs of the judge that are kept in the repository, for machines without CPython.
//!
//! One file a program, `expected/NAME.json`, and one for a sample of generated programs,
//! `expected/seeds.jsonl`, a line each. Every entry carries a digest of its program: an entry whose
//! program has changed says nothing any more.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::judge::Version;
use crate::outcome::{Failure, Outcome, Status};
use crate::program::{Origin, Program};

/// How many generated programs the sample has: the seeds from 0.
pub const SAMPLE: u64 = 200;

/// The outputs that are kept.
#[derive(Debug, Default)]
pub struct Committed(BTreeMap<String, Entry>);

/// What is kept of one program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Entry {
    name: String,
    /// The version of the judge.
    python: String,
    /// A digest of the program's source.
    program: String,
    status: Status,
    seconds: f64,
    error: Option<Failure>,
    /// What was printed, in lines, so that changes of it can be read.
    stdout: Vec<String>,
}

impl Committed {
    /// Reads what the checkout has.
    pub fn read(root: &Path) -> Result<Self> {
        let folder = folder(root);
        let mut entries = BTreeMap::new();
        let mut keep = |text: &str| -> Result<()> {
            let entry: Entry = serde_json::from_str(text)?;
            entries.insert(entry.name.clone(), entry);
            Ok(())
        };
        let listing = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
        for file in listing {
            let path = file?.path();
            let text = fs::read_to_string(&path)?;
            let kept = match path.extension().and_then(|extension| extension.to_str()) {
                Some("jsonl") => text.lines().try_for_each(&mut keep),
                _ => keep(&text),
            };
            kept.with_context(|| path.display().to_string())?;
        }
        Ok(Self(entries))
    }

    /// Returns what the judge said of this program; none if it said nothing of this version of it.
    #[must_use]
    pub fn outcome(&self, program: &Program) -> Option<Outcome> {
        let entry = self.0.get(&program.name)?;
        (entry.program == digest(&program.source)).then(|| Outcome {
            stdout: entry.stdout.join("\n"),
            seconds: entry.seconds,
            error: entry.error.clone(),
            status: entry.status,
        })
    }

    /// Adds an outcome.
    pub fn add(&mut self, program: &Program, outcome: &Outcome, version: Version) {
        let entry = Entry {
            name: program.name.clone(),
            python: version.to_string(),
            program: digest(&program.source),
            status: outcome.status,
            seconds: outcome.seconds,
            error: outcome.error.clone(),
            stdout: outcome.stdout.split('\n').map(str::to_owned).collect(),
        };
        self.0.insert(program.name.clone(), entry);
    }

    /// Writes all of them, and removes what is of no program any more.
    pub fn write(&self, root: &Path, programs: &[Program]) -> Result<()> {
        let folder = folder(root);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let mut sample = String::new();
        for program in programs {
            let Some(entry) = self.0.get(&program.name) else {
                continue;
            };
            if let Origin::Seed(_) = program.origin {
                sample += &(serde_json::to_string(entry)? + "\n");
            } else {
                let file = folder.join(format!("{}.json", program.name));
                fs::write(file, serde_json::to_string_pretty(entry)? + "\n")?;
            }
        }
        Ok(fs::write(folder.join("seeds.jsonl"), sample)?)
    }
}

fn folder(root: &Path) -> PathBuf {
    root.join("tests/compare/expected")
}

/// Returns a digest of a source: FNV-1a, which is enough to notice a change.
fn digest(source: &str) -> String {
    let hash = source
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program;

    #[test]
    fn what_is_kept_is_of_the_programs_as_they_are() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let committed = Committed::read(&root).expect("the checkout has outputs");
        let written = program::written(&root).expect("the checkout has programs");
        let programs = written.into_iter().chain(Program::of_seeds(0..SAMPLE));
        let stale: Vec<_> = programs
            .filter(|program| committed.outcome(program).is_none())
            .map(|program| program.name)
            .collect();
        assert!(
            stale.is_empty(),
            "run `cargo xtask compare --bless` for {stale:?}"
        );
    }
}
