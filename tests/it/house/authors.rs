//! What the guide for authors tells to write is what is built.

use std::fs;
use std::path::{Path, PathBuf};

/// Returns the files that a document shows, with what it shows of them.
fn shown(document: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let fence = &line[..line.len() - line.trim_start_matches('`').len()];
        if fence.len() < 3 {
            continue;
        }
        let text: Vec<_> = lines.by_ref().take_while(|line| *line != fence).collect();
        let file = line.split(' ').nth(1);
        found.extend(file.map(|file| (file.to_owned(), text.join("\n") + "\n")));
    }
    found
}

/// Returns what a fence may show of a file: a notebook's cells of code one by one, of all others the whole.
fn parts(name: &str, file: String) -> serde_json::Result<Vec<String>> {
    #[derive(serde::Deserialize)]
    struct Notebook {
        cells: Vec<Cell>,
    }
    #[derive(serde::Deserialize)]
    struct Cell {
        cell_type: String,
        source: Vec<String>,
    }
    if Path::new(name).extension().is_none_or(|end| end != "ipynb") {
        return Ok(vec![file]);
    }
    let Notebook { mut cells } = serde_json::from_str(&file)?;
    cells.retain(|cell| cell.cell_type == "code");
    Ok(cells
        .iter()
        .map(|cell| cell.source.concat() + "\n")
        .collect())
}

#[test]
fn the_guide_for_authors_shows_the_files_that_are_built() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = shown(&fs::read_to_string(root.join("docs/authors.md"))?);
    assert!(files.len() > 10, "{} files are shown", files.len());
    for (name, text) in &files {
        let file = fs::read_to_string(root.join(name))?;
        let parts = parts(name, file)?;
        assert!(parts.contains(text), "{name} is shown as\n{text}");
    }
    for example in fs::read_dir(root.join("examples"))? {
        let folder = PathBuf::from("examples").join(example?.file_name());
        let is_shown = files
            .iter()
            .any(|(name, _)| Path::new(name).starts_with(&folder));
        assert!(is_shown, "nothing of {} is shown", folder.display());
    }
    Ok(())
}
