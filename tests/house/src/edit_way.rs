//! The hops of an edit: the functions from a slider's event to the painted timeline.
//!
//! They are listed by hand in `edit_way.txt`, and looked up in the sources: a hop that is not
//! there any more is an error.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::function::Function;

/// The list, from the checkout's root.
pub(super) const FILE: &str = "tests/house/edit_way.txt";

/// A line of the list.
pub(super) struct Hop {
    /// The end of the file's path, so that a file that moves to another folder is still found.
    pub(super) file: String,
    pub(super) function: String,
    pub(super) does: Option<Does>,
}

/// What is worth counting of a hop.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Does {
    /// It checks the values against the lesson's parameters.
    Checks,
    /// It renders the element.
    Renders,
}

/// Reads a list of hops.
///
/// # Errors
/// When it cannot be read, or a line is not a file, a function and perhaps what it does.
pub(super) fn read(path: &Path) -> Result<Vec<Hop>> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| hop(line).with_context(|| format!("the hop `{line}`")))
        .collect()
}

fn hop(line: &str) -> Result<Hop> {
    let words: Vec<_> = line.split_whitespace().collect();
    let (file, function, does) = match words[..] {
        [file, function] => (file, function, None),
        [file, function, "checks"] => (file, function, Some(Does::Checks)),
        [file, function, "renders"] => (file, function, Some(Does::Renders)),
        _ => bail!("write FILE FUNCTION, and behind it nothing, `checks` or `renders`"),
    };
    let (file, function) = (file.to_owned(), function.to_owned());
    Ok(Hop {
        file,
        function,
        does,
    })
}

/// Gives each hop the whole path of its file.
///
/// # Errors
/// When there is no such function, or several files have one.
pub(super) fn looked_up(way: &[Hop], functions: &[Function]) -> Result<Vec<Hop>> {
    way.iter().map(|hop| hop.looked_up(functions)).collect()
}

impl Hop {
    fn looked_up(&self, functions: &[Function]) -> Result<Self> {
        let Self {
            file,
            function,
            does,
        } = self;
        let end = format!("/{file}");
        let is_here = |path: &String| path == file || path.ends_with(&end);
        let functions = functions.iter().filter(|known| known.name == *function);
        let files = functions
            .map(|known| &known.file)
            .filter(|path| is_here(path));
        let files: BTreeSet<_> = files.collect();
        let mut files = files.into_iter();
        match (files.next(), files.next()) {
            (Some(path), None) => Ok(Self {
                file: path.clone(),
                function: function.clone(),
                does: *does,
            }),
            (None, _) => {
                bail!("{file} has no function {function} any more: bring {FILE} up to date")
            }
            _ => bail!("{function} is in several files {file}: name the folder, too"),
        }
    }
}
