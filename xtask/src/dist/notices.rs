//! What others want to be said where their work is inside: a list of the libraries, and the texts of their
//! licences, each text once.
//!
//! A text is what lies in the library's own folder. Where none does, the licence's text stands in, as SPDX has it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::inside::{Inside, Library, Place};
use crate::folder::{entries, file_name};

/// How files are called that say under which licence something is.
const NAMES: [&str; 6] = [
    "LICENSE",
    "LICENCE",
    "COPYING",
    "COPYRIGHT",
    "NOTICE",
    "UNLICENSE",
];

/// How deep such a file is looked for: what a crate has of others lies in folders of its own.
const DEPTH: usize = 4;

const HEAD: &str = "\
What is inside of Interleave that others have written, under which licence, and the texts of the licences.\n\
Interleave itself is under the MIT licence.\n\n";

/// Writes the notices of what is inside of some places.
pub(super) fn of(inside: &Inside, places: &[Place]) -> Result<String> {
    let here = |library: &&Library| places.iter().any(|place| library.places.contains(place));
    let mut written = HEAD.to_owned();
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for library in inside.libraries.values().filter(here) {
        let label = format!("{} {}", library.name, library.version);
        let found = library.places.iter().filter(|place| places.contains(place));
        let found: Vec<_> = found.map(|place| place.name()).collect();
        writeln!(
            written,
            "{label}: {} (in: {})",
            library.licence,
            found.join(", ")
        )?;
        for text in texts_of(library).with_context(|| label.clone())? {
            texts.entry(text).or_default().push(label.clone());
        }
    }
    let mut texts: Vec<_> = texts.into_iter().collect();
    texts.sort_by(|(text, of), (other, others)| of.cmp(others).then(text.cmp(other)));
    for (text, of) in texts {
        write!(
            written,
            "\n{}\n\n{}\n\n{text}\n",
            "=".repeat(80),
            of.join(", ")
        )?;
    }
    Ok(written)
}

/// Returns the texts that stand for a library.
fn texts_of(library: &Library) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    if let Some(folder) = &library.folder {
        collect(folder, DEPTH, &mut texts)?;
    }
    if texts.is_empty() {
        for name in licences_of(&library.licence) {
            texts.push(text_of(&name)?);
        }
    }
    if texts.is_empty() {
        bail!("{} has no licence", library.name);
    }
    Ok(texts)
}

fn collect(folder: &Path, depth: usize, texts: &mut Vec<String>) -> Result<()> {
    for path in entries(folder)? {
        let name = file_name(&path).to_string_lossy().to_uppercase();
        if path.is_dir() && depth > 0 {
            collect(&path, depth - 1, texts)?;
        } else if path.is_file() && is_notice(&name) {
            let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
            let lines: Vec<_> = text.lines().map(str::trim_end).collect();
            texts.push(lines.join("\n").trim().to_owned());
        }
    }
    Ok(())
}

/// Says whether a file of this name has such a text: no source that is called alike.
fn is_notice(name: &str) -> bool {
    let is_source = [".RS", ".PY", ".C", ".H", ".JS", ".TS"];
    NAMES.iter().any(|known| name.starts_with(known))
        && !is_source.iter().any(|end| name.ends_with(end))
}

/// Returns the licences whose texts stand for an expression: of alternatives MIT, or else all that are named.
fn licences_of(expression: &str) -> Vec<String> {
    let words =
        expression.split(|letter: char| !(letter.is_alphanumeric() || "-.".contains(letter)));
    let words = words.filter(|word| !["", "OR", "AND", "WITH"].contains(word));
    let mut names: Vec<_> = words.map(str::to_owned).collect();
    let has_choice = !expression.contains("AND");
    if has_choice && names.iter().any(|name| name == "MIT") {
        return vec!["MIT".to_owned()];
    }
    // The lesser licence is written as an addition to the other.
    if names.iter().any(|name| name == "LGPL-3.0-only") {
        names.push("GPL-3.0-only".to_owned());
    }
    names
}

fn text_of(name: &str) -> Result<String> {
    if let Some(licence) = spdx::license_id(name) {
        return Ok(licence.text().trim().to_owned());
    }
    let exception = spdx::exception_id(name);
    let exception = exception.with_context(|| format!("SPDX has no {name}"))?;
    Ok(exception.text().trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_alternatives_mit_stands_for_all() {
        assert_eq!(licences_of("Apache-2.0/MIT"), ["MIT"]);
        assert_eq!(licences_of("MIT OR Apache-2.0"), ["MIT"]);
        assert_eq!(
            licences_of("(MIT OR Apache-2.0) AND Unicode-3.0"),
            ["MIT", "Apache-2.0", "Unicode-3.0"]
        );
        assert_eq!(
            licences_of("LGPL-3.0-only"),
            ["LGPL-3.0-only", "GPL-3.0-only"]
        );
    }

    #[test]
    fn a_source_that_is_called_as_a_licence_is_none() {
        assert!(is_notice("LICENSE-MIT"));
        assert!(is_notice("COPYING.TXT"));
        assert!(!is_notice("LICENSE.RS"));
        assert!(!is_notice("README.MD"));
    }
}
