//! Which file names which: arrows between files, within a crate and within the page.

use std::collections::BTreeSet;

use super::modules::{Crate, is_contents};
use super::named_paths::named_paths;
use super::rust_file::RustFile;
use super::typescript::TypeScriptFile;

/// The arrows among the files of one crate, or of the page.
#[derive(Default)]
pub(super) struct Arrows {
    /// From the file that names to the file that defines.
    pub(super) all: BTreeSet<(String, String)>,
    /// Those that are still there when types are taken away; of Rust, all.
    pub(super) values: BTreeSet<(String, String)>,
}

/// Finds the crates among the files, and the arrows within each.
pub(super) fn of_crates(files: &[RustFile]) -> Vec<Arrows> {
    let is_root = |path: &str| path.ends_with("src/lib.rs") || path.ends_with("src/main.rs");
    let roots = files.iter().filter(|file| is_root(&file.path));
    roots.map(|root| of_crate(root, files)).collect()
}

fn of_crate(root: &RustFile, files: &[RustFile]) -> Arrows {
    let found = Crate::of_root(root, files);
    let contents = files.iter().filter(|file| is_contents(file));
    let contents: BTreeSet<_> = contents.map(|file| file.path.as_str()).collect();
    let mut all = BTreeSet::new();
    for (number, module) in found.modules.iter().enumerate() {
        for path in named_paths(module.items) {
            let Some(file) = found.file_named(number, &path) else {
                continue;
            };
            if file != module.file && !contents.contains(file) && !contents.contains(module.file) {
                all.insert((module.file.to_owned(), file.to_owned()));
            }
        }
    }
    let values = all.clone();
    Arrows { all, values }
}

/// Lists the arrows among the TypeScript files.
pub(super) fn of_page(files: &[TypeScriptFile]) -> Arrows {
    let known: BTreeSet<_> = files.iter().map(|file| &file.path).collect();
    let mut arrows = Arrows::default();
    for file in files {
        let imports = file.imports.iter();
        for import in imports.filter(|import| known.contains(&import.path)) {
            let arrow = (file.path.clone(), import.path.clone());
            if !import.is_type {
                arrows.values.insert(arrow.clone());
            }
            arrows.all.insert(arrow);
        }
    }
    arrows
}
