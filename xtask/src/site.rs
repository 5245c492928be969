//! The folder that the command serves: everything a browser may ask the page's origin for.
//!
//! The folder is brought up to date rather than made anew. What has not changed keeps its time
//! (the command is compiled again only when something did), and what nothing makes any more goes.

pub(crate) mod recipes;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::lines::lines_of;
use crate::node;
use crate::process;
use crate::project::Project;
use crate::stage::Outcome;

/// The scripts that pages load by name; what they share becomes chunks beside them.
const SCRIPTS: [&str; 2] = ["www/page/page.ts", "www/element/define.ts"];

/// The script of a worker. It shares nothing that pages load first, so it is a bundle by itself.
const WORKER: &str = "www/element/worker.ts";

/// What is taken from the checkout and from `www/` as it is, by the end of its name.
const COPIED: [&str; 6] = ["html", "svg", "png", "ico", "txt", "webmanifest"];

/// The suffix of a precompressed file.
pub(crate) const PRECOMPRESSED: &str = "br";

/// Bundles scripts and styles into a folder of their own.
///
/// Chunks lie beside the scripts, so that `new URL("runtime_bg.wasm", import.meta.url)` names the
/// same file from each of them.
///
/// # Errors
/// When esbuild fails.
pub(crate) fn bundle(project: &Project) -> Result<Outcome> {
    let folder = bundled(project);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let scripts = SCRIPTS.map(|path| project.root().join(path));
    let scripts = scripts.into_iter().filter(|path| path.exists());
    let modules = ["--bundle", "--format=esm", "--target=es2022"];
    let shared = [&modules[..], &["--splitting"]].concat();
    esbuild(project, scripts.collect(), &shared)?;
    esbuild(project, vec![project.root().join(WORKER)], &modules)?;
    esbuild(project, files(&project.www().join("page"), &["css"])?, &[])?;
    Ok(Outcome::Made)
}

/// Makes of the texts what a page would otherwise make of them: colours the lessons' files, notes which
/// line of the Python listing does what a line in Rust does, and reads the languages' messages.
///
/// The lessons are those of the folder of programs, the languages those of the folder of languages.
///
/// # Errors
/// When esbuild or a script fails, or a lesson lacks one of its two files.
pub(crate) fn read_texts(project: &Project) -> Result<Outcome> {
    let made = texts(project);
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    let programs = files(&project.root().join("src/lessons/programs"), &["py", "rs"])?;
    run_script(project, "colours", "colours", &programs)?;
    fs::create_dir_all(made.join("lessons"))?;
    for listing in programs.iter().filter(|path| has_extension(path, &["py"])) {
        let lesson = lesson_file(&made.join("colours"), listing)?;
        let file = Path::new(file_name(listing)).with_extension("json");
        fs::write(made.join("lessons").join(file), lesson)?;
    }
    let languages = files(&project.www().join("languages"), &["ftl"])?;
    run_script(project, "messages", "languages", &languages)?;
    Ok(Outcome::Made)
}

/// Returns what the page loads of a lesson, as JSON: its lines in both languages with their colours, and
/// for each line in Rust the number of the line in Python that does the same.
fn lesson_file(colours: &Path, listing: &Path) -> Result<String> {
    let coloured = |source: &Path| {
        let path = colours.join(format!("{}.json", file_name(source).display()));
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    };
    let source = listing.with_extension("rs");
    let (rust, python) = (coloured(&source)?, coloured(listing)?);
    let matched = lines_of(&fs::read_to_string(&source)?, &fs::read_to_string(listing)?);
    let matched: Vec<_> = matched.iter().map(u32::to_string).collect();
    let matched = matched.join(",");
    Ok(format!(
        r#"{{"rust":{rust},"python":{python},"matched":[{matched}]}}"#
    ))
}

/// Runs a script of `xtask/texts` over files; what it makes goes into a folder of the texts.
fn run_script(project: &Project, name: &str, folder: &str, sources: &[PathBuf]) -> Result<()> {
    let folder = texts(project).join(folder);
    fs::create_dir_all(&folder)?;
    let script = texts(project).join(name).with_extension("mjs");
    let mut command: Command = node::tool(project, "esbuild");
    let texts = project.root().join("xtask/texts").join(name);
    command.arg(texts.with_extension("ts")).args([
        "--bundle",
        "--platform=node",
        "--format=esm",
        "--log-level=warning",
    ]);
    process::run(command.arg(format!("--outfile={}", script.display())))?;
    process::run(node::node(project).arg(script).arg(folder).args(sources))
}

/// Brings the site's folder up to date.
///
/// # Errors
/// When a source cannot be read or a file of the site cannot be written.
pub(crate) fn assemble(project: &Project, modules: &[(String, PathBuf)]) -> Result<Outcome> {
    let mut site = BTreeMap::new();
    let mut take = |name: &Path, source: &Path| -> Result<()> {
        let content = fs::read(source).with_context(|| format!("reading {}", source.display()))?;
        site.insert(name.to_owned(), content);
        Ok(())
    };
    for source in files(&bundled(project), &["js", "css", "txt"])? {
        take(file_name(&source), &source)?;
    }
    for folder in [project.root(), &project.www()] {
        for source in files(folder, &COPIED)? {
            take(file_name(&source), &source)?;
        }
    }
    for folder in ["languages", "lessons"] {
        for source in files(&texts(project).join(folder), &["json"])? {
            take(&Path::new(folder).join(file_name(&source)), &source)?;
        }
    }
    for (name, module) in modules {
        take(Path::new(name), module)?;
    }
    let recording = "demo-site.recording";
    let recorded = project.root().join("src/crawl").join(recording);
    take(Path::new(recording), &recorded)?;
    update(&project.site(), &site)
}

/// Makes `folder` hold just the named files; precompressed files are left to the stage that compresses.
fn update(folder: &Path, site: &BTreeMap<PathBuf, Vec<u8>>) -> Result<Outcome> {
    let mut outcome = Outcome::Unchanged;
    for path in listing(folder)? {
        let name = path.strip_prefix(folder)?;
        let original = if has_extension(name, &[PRECOMPRESSED]) {
            name.with_extension("")
        } else {
            name.into()
        };
        if !site.contains_key(&original) {
            fs::remove_file(&path)?;
            outcome = Outcome::Made;
        }
    }
    for (name, content) in site {
        let path = folder.join(name);
        if fs::read(&path).is_ok_and(|present| present == *content) {
            continue;
        }
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(&path, content)?;
        outcome = Outcome::Made;
    }
    Ok(outcome)
}

/// Returns every file under the folder, in order of name; none if there is no folder.
pub(crate) fn listing(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    if folder.exists() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                paths.extend(listing(&path)?);
            } else {
                paths.push(path);
            }
        }
    }
    paths.sort();
    Ok(paths)
}

/// Returns the files right in the folder whose names end in one of the extensions, in order.
pub(crate) fn files(folder: &Path, extensions: &[&str]) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    if folder.exists() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_file() && has_extension(&path, extensions) {
                paths.push(path);
            }
        }
    }
    paths.sort();
    Ok(paths)
}

/// Tells whether the name ends in one of the extensions.
pub(crate) fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| extensions.contains(&extension))
}

/// Calls esbuild for the sources, if there are any.
fn esbuild(project: &Project, sources: Vec<PathBuf>, options: &[&str]) -> Result<()> {
    if sources.is_empty() {
        return Ok(());
    }
    let mut command: Command = node::tool(project, "esbuild");
    command.args(sources).args(options);
    // Libraries ask that their licences travel with them; they travel in a file of their own.
    command.args(["--minify", "--legal-comments=linked", "--log-level=warning"]);
    // Whichever folder a script is from, in the site it lies beside the others.
    command.arg("--entry-names=[name]");
    command.arg(format!("--outdir={}", bundled(project).display()));
    process::run(&mut command)
}

fn bundled(project: &Project) -> PathBuf {
    project.scratch().join("bundle")
}

fn texts(project: &Project) -> PathBuf {
    project.scratch().join("texts")
}

fn file_name(path: &Path) -> &Path {
    path.file_name().map_or(path, Path::new)
}
