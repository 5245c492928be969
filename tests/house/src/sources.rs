//! Which files count, and how many lines each has.
//!
//! All `.rs`, `.ts` and `.py` files below `src`, `crates`, `www` and `xtask` count, but for folders
//! named `tests`, files `*.test.ts`, what is built or installed, and the lessons' Python listings,
//! which are shown and do not run in the page.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};

/// The folders of a checkout in which sources count.
const ROOTS: [&str; 4] = ["crates", "src", "www", "xtask"];

/// Folders that hold tests, or nothing that is written by hand.
const SKIPPED: [&str; 4] = ["tests", "target", "node_modules", "pkg"];

/// The room whose Python is shown to readers.
const LISTINGS: &str = "src/lessons";

/// What a source is written in.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Language {
    Rust,
    TypeScript,
    Python,
}

/// A file that counts.
pub(super) struct Source {
    /// From the checkout's root, with `/` between folders.
    pub(super) path: String,
    language: Language,
    pub(super) text: String,
    /// The lines of its test code, from 0.
    pub(super) tests: Vec<Range<usize>>,
}

/// Lines without tests.
#[derive(Clone, Copy, Default)]
pub(super) struct Lines {
    pub(super) all: usize,
    pub(super) comments: usize,
    pub(super) blanks: usize,
}

impl Source {
    /// Makes a source of a file, if it is one that counts.
    pub(super) fn new(path: &str, text: &str) -> Option<Self> {
        counted(path).map(|language| Self {
            path: path.to_owned(),
            language,
            text: text.to_owned(),
            tests: Vec::new(),
        })
    }

    /// Says whether it is written in a language.
    pub(super) fn is(&self, language: Language) -> bool {
        self.language == language
    }

    /// Counts the lines outside of tests.
    pub(super) fn lines(&self) -> Lines {
        let mut lines = Lines::default();
        for (number, line) in self.text.lines().enumerate() {
            if self.tests.iter().any(|range| range.contains(&number)) {
                continue;
            }
            let line = line.trim();
            lines.all += 1;
            lines.blanks += usize::from(line.is_empty());
            lines.comments += usize::from(self.language.is_comment(line));
        }
        lines
    }
}

impl Language {
    fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending {
            "rs" => Some(Self::Rust),
            "ts" => Some(Self::TypeScript),
            "py" => Some(Self::Python),
            _ => None,
        }
    }

    /// Says whether a trimmed line is a comment and nothing else.
    fn is_comment(self, line: &str) -> bool {
        match self {
            Self::Rust => line.starts_with("//"),
            Self::TypeScript => ["//", "/*", "* ", "*/"]
                .iter()
                .any(|start| line.starts_with(start)),
            Self::Python => line.starts_with('#'),
        }
    }
}

/// Returns the folder of a path; of a file at the root, nothing.
pub(super) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Follows a relative path from a folder.
pub(super) fn joined(folder: &str, relative: &str) -> String {
    let mut parts: Vec<_> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// Reads all files that count, sorted by path.
///
/// # Errors
/// When a folder or file cannot be read.
pub(super) fn read(root: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for folder in ROOTS {
        walk(root, folder, &mut sources)?;
    }
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(sources)
}

fn walk(root: &Path, folder: &str, sources: &mut Vec<Source>) -> Result<()> {
    let whole = root.join(folder);
    let entries = fs::read_dir(&whole).with_context(|| format!("reading {}", whole.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        if entry.file_type()?.is_dir() {
            if !SKIPPED.contains(&name.as_str()) && !name.starts_with('.') {
                walk(root, &path, sources)?;
            }
        } else if counted(&path).is_some() {
            let text = fs::read_to_string(entry.path());
            sources.extend(Source::new(
                &path,
                &text.with_context(|| format!("reading {path}"))?,
            ));
        }
    }
    Ok(())
}

fn counted(path: &str) -> Option<Language> {
    let language = Language::of(path)?;
    let is_listing = language == Language::Python && path.starts_with(LISTINGS);
    let is_declared = path.ends_with(".d.ts") || path.ends_with(".test.ts");
    (!is_listing && !is_declared).then_some(language)
}
