//! Programs to compare: generated, written by hand, and the listings of the lessons.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};

use crate::{generator, language};

/// A program to compare.
#[derive(Clone, Debug)]
pub struct Program {
    /// What tells it from others: `seed-17`, `language-17`, `dining_philosophers`, `lesson-gather`.
    pub name: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Its source, in Python.
    pub source: String,
}

/// Where a program comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The generator, with this seed.
    Seed(u64),
    /// The generator of programs of the language, with this seed.
    Language(u64),
    /// `tests/compare/programs`.
    Written,
    /// The Python listing of a lesson.
    Listing,
}

impl Program {
    /// Makes the program of a seed.
    #[must_use]
    pub fn of_seed(seed: u64) -> Self {
        Self {
            name: format!("seed-{seed}"),
            origin: Origin::Seed(seed),
            source: generator::program(seed),
        }
    }

    /// Says whether the judge runs the program on the real clock, with the system's sockets and threads: then
    /// the times of the two sides have nothing to do with each other.
    #[must_use]
    pub fn is_in_real_time(&self) -> bool {
        ["# in real time\n", "# over real sockets\n"]
            .iter()
            .any(|mark| self.source.starts_with(mark))
    }

    /// Makes the program of the language of a seed.
    #[must_use]
    pub fn of_language(seed: u64) -> Self {
        Self {
            name: format!("language-{seed}"),
            origin: Origin::Language(seed),
            source: language::program(seed),
        }
    }

    /// Makes the programs of some seeds, one when it is asked for.
    pub fn of_seeds(seeds: Range<u64>) -> impl Iterator<Item = Self> + Send {
        seeds.map(Self::of_seed)
    }
}

/// Reads the programs that are written by hand, in the order of their names.
pub fn written(root: &Path) -> Result<Vec<Program>> {
    read(&root.join("tests/compare/programs"), |stem| {
        (stem.to_owned(), Origin::Written)
    })
}

/// Reads the lessons' listings, but those that use Interleave's own module: of a simulated web,
/// which CPython cannot judge.
pub fn listings(root: &Path) -> Result<Vec<Program>> {
    let mut programs = read(&root.join("src/lessons/programs"), |stem| {
        (format!("lesson-{stem}"), Origin::Listing)
    })?;
    programs.retain(|program| !program.source.contains("from interleave import"));
    Ok(programs)
}

fn read(folder: &Path, name: impl Fn(&str) -> (String, Origin)) -> Result<Vec<Program>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut programs = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "py") {
            continue;
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let (name, origin) = name(&stem);
        programs.push(Program {
            name,
            origin,
            source: fs::read_to_string(&path)?,
        });
    }
    programs.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(programs)
}
