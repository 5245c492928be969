//! What a page would otherwise have to read or to colour: the lessons' files and the languages' messages.
//!
//! The lessons are those of the folder of programs, the languages those of the folder of languages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::folder::{file_name, files, has_extension, make_empty};
use crate::lines::{ends_of, lines_of};
use crate::node;
use crate::process::Run;
use crate::project::Project;
use crate::stage::Outcome;

/// Colours the lessons' files, notes which line of the Python listing does what a line in Rust does, and
/// reads the languages' messages.
pub(super) fn read(project: &Project) -> Result<Outcome> {
    let made = folder(project);
    make_empty(&made)?;
    let programs = files(&project.root.join("src/lessons/programs"), &["py", "rs"])?;
    run_script(project, "listings", "highlighted", &programs)?;
    fs::create_dir_all(made.join("lessons"))?;
    for listing in programs.iter().filter(|path| has_extension(path, &["py"])) {
        let lesson = lesson_file(&made.join("highlighted"), listing)?;
        let file = file_name(listing).with_extension("json");
        fs::write(made.join("lessons").join(file), lesson)?;
    }
    let mut languages = files(&project.www().join("languages"), &["ftl"])?;
    languages.extend(programs);
    run_script(project, "messages", "languages", &languages)?;
    draw(project)?;
    Ok(Outcome::Made)
}

/// What the page shows before its scripts are there.
#[derive(Deserialize)]
pub(super) struct FirstView {
    /// The lesson's slug.
    pub(super) lesson: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) look: String,
    /// Its run as pictures, in the order of `PICTURES`.
    pub(super) pictures: Vec<String>,
}

/// The lesson that the page shows first.
pub(crate) const FIRST_LESSON: &str = "workers-as-tasks";

/// The places of its picture, as the page's styles name them, and their widths in pixels.
pub(super) const PICTURES: [(&str, &str); 3] =
    [("narrow", "388"), ("middle", "560"), ("wide", "750")];

/// Says and draws what the page shows before its scripts are there.
fn draw(project: &Project) -> Result<()> {
    script(project, "first")?
        .arg(first_file(project))
        .arg(project.www().join("pkg"))
        .arg(folder(project).join("languages"))
        .arg(FIRST_LESSON)
        .args(PICTURES.map(|(_, width)| width))
        .run()
}

fn first_file(project: &Project) -> PathBuf {
    folder(project).join("first.json")
}

/// Returns what the page shows before its scripts are there.
pub(super) fn first_view(project: &Project) -> Result<FirstView> {
    Ok(serde_json::from_str(&fs::read_to_string(first_file(
        project,
    ))?)?)
}

/// Returns where the texts lie, in a folder of each kind: `lessons` and `languages` are for the site.
pub(crate) fn folder(project: &Project) -> PathBuf {
    project.scratch().join("texts")
}

/// Returns what the page loads of a lesson, as JSON: its lines in both languages with their colours, and
/// for each line in Rust the number of the line in Python that does the same, and of the line with which
/// its function ends.
fn lesson_file(highlighted: &Path, listing: &Path) -> Result<String> {
    let coloured = |source: &Path| {
        let path = highlighted.join(format!("{}.json", file_name(source).display()));
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    };
    let source = listing.with_extension("rs");
    let (rust, python) = (coloured(&source)?, coloured(listing)?);
    let lesson = fs::read_to_string(&source)?;
    let matched = list(&lines_of(&lesson, &fs::read_to_string(listing)?));
    let ends = list(&ends_of(&lesson));
    Ok(format!(
        r#"{{"rust":{rust},"python":{python},"matched":[{matched}],"ends":[{ends}]}}"#
    ))
}

fn list(numbers: &[u32]) -> String {
    let numbers: Vec<_> = numbers.iter().map(u32::to_string).collect();
    numbers.join(",")
}

/// Runs a script of `xtask/texts` over files; what it makes goes into a folder of the texts.
fn run_script(project: &Project, name: &str, made: &str, sources: &[PathBuf]) -> Result<()> {
    let made = folder(project).join(made);
    fs::create_dir_all(&made)?;
    script(project, name)?.arg(made).args(sources).run()
}

/// Describes a call of a script of `xtask/texts`.
fn script(project: &Project, name: &str) -> Result<Command> {
    let script = folder(project).join(name).with_extension("mjs");
    node::esbuild(project)
        .arg(format!("xtask/texts/{name}.ts"))
        .args(["--bundle", "--platform=node", "--format=esm"])
        .arg(format!("--outfile={}", script.display()))
        .run()?;
    let mut node = node::node(project);
    node.arg(script);
    Ok(node)
}
