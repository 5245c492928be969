//! Follows CONTRIBUTING's recipes for a lesson and for a language in a copy of the sources, and builds the
//! copy's site in haste; `tests/e2e/full/recipes.test.ts` looks for both in its page.
//!
//! What is added is in `tests/recipes`, a file for each thing that the recipes name. Nothing else of the
//! copy is edited: so this fails when a lesson, or a language, takes more than its recipe says.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::build::{self, Effort};
use crate::folder;
use crate::node;
use crate::project::Project;
use crate::stage::{Outcome, stage};

/// What a site, and the release around it, is built from, in the checkout.
const COPIED: [&str; 19] = [
    ".cargo",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.toml",
    "Cargo.lock",
    "LICENSE",
    "README.md",
    "index.html",
    "crates",
    "docs",
    "src",
    "tests/bench",
    "tests/compare",
    // With these settings the scripts of `xtask/texts` are read.
    "tests/e2e/tsconfig.json",
    "tests/house",
    "tests/web",
    "www",
    "xtask",
];

/// What is installed or made, in folders of those.
const LEFT_OUT: [&str; 4] = [".e2e", "node_modules", "pkg", "target"];

pub(super) fn build(project: &Project) -> Result<()> {
    let copy = copy(project);
    stage("copy", || copy_sources(project, &copy))?;
    stage("recipes", || follow(project, &copy.root))?;
    build::site(&copy, Effort::Fast)
}

pub(super) fn site(project: &Project) -> PathBuf {
    copy(project).site()
}

/// Returns the copy to which a lesson and a language are added.
pub(super) fn copy(project: &Project) -> Project {
    copy_in(&project.scratch().join("recipes"))
}

/// Returns a copy of the sources in a folder.
pub(super) fn copy_in(folder: &Path) -> Project {
    Project {
        root: folder.join("checkout"),
        target: folder.join("target"),
    }
}

/// Makes the copy anew; only what cargo made of an older one stays.
pub(super) fn copy_sources(project: &Project, copy: &Project) -> Result<Outcome> {
    node::install(project)?;
    folder::make_empty(&copy.root)?;
    for name in COPIED {
        copy_all(&project.root.join(name), &copy.root.join(name))?;
    }
    let (packages, linked) = (project.www(), copy.www());
    link(&packages.join("node_modules"), &linked.join("node_modules"))?;
    Ok(Outcome::Made)
}

fn copy_all(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        for path in folder::entries(from)? {
            let name = folder::file_name(&path);
            if !LEFT_OUT.iter().any(|left_out| name == Path::new(left_out)) {
                copy_all(&path, &to.join(name))?;
            }
        }
        return Ok(());
    }
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(from, to).with_context(|| format!("copying {}", from.display()))?;
    Ok(())
}

fn link(folder: &Path, name: &Path) -> Result<()> {
    #[cfg(windows)]
    std::os::windows::fs::symlink_dir(folder, name)?;
    #[cfg(not(windows))]
    std::os::unix::fs::symlink(folder, name)?;
    Ok(())
}

/// Adds the made-up lesson's four things and the made-up language's one file.
fn follow(project: &Project, root: &Path) -> Result<Outcome> {
    let added = project.root.join("tests/recipes");
    let programs = root.join("src/lessons/programs");
    for name in ["made_up.rs", "made_up.py"] {
        fs::copy(added.join(name), programs.join(name))?;
    }
    let manifest = root.join("src/lessons/manifest.rs");
    let entries = fs::read_to_string(&manifest)?;
    let entries = entries.trim_end().strip_suffix(");");
    let entries = entries.context("the manifest does not end with its entries")?;
    let entry = fs::read_to_string(added.join("entry.rs"))?;
    fs::write(&manifest, format!("{entries}{entry});\n"))?;
    let languages = root.join("www/languages");
    let english = languages.join("en.ftl");
    let messages = fs::read_to_string(&english)? + &fs::read_to_string(added.join("messages.ftl"))?;
    fs::write(&english, messages)?;
    fs::copy(added.join("xx.ftl"), languages.join("xx.ftl"))?;
    Ok(Outcome::Made)
}
