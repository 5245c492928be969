//! The documents name what there is.

use std::path::Path;

/// The documents, from the checkout's root.
fn documents() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents = Vec::new();
    for folder in [root.to_owned(), root.join("docs")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "md") {
                let name = path.strip_prefix(root).unwrap().display().to_string();
                documents.push((name, std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    documents
}

/// Returns the paths that a text names in backticks: with a folder of the checkout before the first `/`.
fn paths(text: &str) -> impl Iterator<Item = &str> {
    const FOLDERS: [&str; 8] = [
        "crates", "docs", "examples", "fuzz", "src", "tests", "www", "xtask",
    ];
    let quoted = text.split('`').skip(1).step_by(2);
    quoted.filter(|word| {
        let first = word.split('/').next().unwrap_or_default();
        // A recipe names files that are to be written.
        let is_example = word.contains("your_") || word.contains("TAG");
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "/_-.".contains(c);
        word.contains('/') && FOLDERS.contains(&first) && !is_example && word.chars().all(is_plain)
    })
}

#[test]
fn the_paths_that_documents_name_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut missing = Vec::new();
    let mut count = 0;
    for (name, text) in documents() {
        // Before and after: the tables of the first are of an older commit.
        let is_count = name == "docs/house.md" || name == "CHANGELOG.md";
        for path in paths(&text).filter(|_| !is_count) {
            count += 1;
            // What cargo's target folder holds is built, not kept.
            let is_built = path.starts_with("xtask/site");
            if !is_built && !root.join(path).exists() {
                missing.push(format!("{name}: {path}"));
            }
        }
    }
    assert!(count > 50, "{count} paths were found");
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn links_between_documents_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, text) in documents() {
        for link in text.split("](").skip(1) {
            let target = link.split([')', '#']).next().unwrap_or_default();
            if target.is_empty() || target.contains("://") {
                continue;
            }
            let folder = root.join(&name);
            let path = folder.parent().unwrap().join(target);
            assert!(path.exists(), "{name} links to {target}");
        }
    }
}

#[test]
fn the_architecture_is_short() {
    let text = include_str!("../../../ARCHITECTURE.md");
    let words = text.split_whitespace().count();
    assert!(words <= 900, "{words} words");
}
