//! The folder that the command serves: everything a browser may ask the page's origin for.
//!
//! The folder is brought up to date rather than made anew. What has not changed keeps its time
//! (the command is compiled again only when something did), and what nothing makes any more goes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use super::effort::Effort;
use super::{front, lab, names, texts, wasm};
use crate::folder::{entries, file_name, files, has_extension, listing, make_empty};
use crate::node;
use crate::process::Run;
use crate::project::Project;
use crate::stage::Outcome;

/// The scripts that pages load by name; what they share becomes chunks beside them.
const SCRIPTS: [&str; 3] = [
    "www/page/page.ts",
    "www/frame/frame.ts",
    "www/element/define.ts",
];

/// The script that loads what is loaded once. The others import it by name: it is small, and begins before
/// they are there (`xtask/bundle.mjs`).
const LOADING: &str = "loading.js";

/// The scripts of workers. They share nothing that pages load first, so each is a bundle by itself.
const WORKERS: [&str; 2] = ["www/element/worker.ts", "www/lab/lab_worker.ts"];

/// The folders of texts.
const FOLDERS: [&str; 2] = ["languages", "lessons"];

/// Files by their paths in the site.
pub(super) type Content = BTreeMap<PathBuf, Vec<u8>>;

/// Digests by the names, without digests, of the files or folders that they are of.
pub(super) type Digests = BTreeMap<String, String>;

/// What is taken from the checkout and from `www/` as it is, by the end of its name.
const COPIED: [&str; 7] = ["html", "svg", "png", "ico", "txt", "webmanifest", "py"];

/// What pages load with one of the site's own documents alone, which names it by itself.
const OF_DOCUMENTS: [&str; 4] = ["frame.css", "frame.js", "page.css", "page.js"];

/// Bundles scripts and styles into a folder of their own.
///
/// Chunks lie beside the scripts, so that an address relative to `import.meta.url` names the same file from
/// each of them. What scripts load must be there already, since its digests go into them.
pub(super) fn bundle(project: &Project, effort: Effort) -> Result<Outcome> {
    make_empty(&bundled(project))?;
    let mut alone = files(&project.www().join("page"), &["css"])?;
    alone.extend(files(&project.www().join("frame"), &["css"])?);
    alone.extend(WORKERS.map(PathBuf::from));
    run_bundler(project, &alone)?;
    let mut shared = vec![
        PathBuf::from("--shared"),
        PathBuf::from(names_for_scripts(project, effort)?),
    ];
    shared.extend(SCRIPTS.map(PathBuf::from));
    run_bundler(project, &shared)?;
    Ok(Outcome::Made)
}

fn run_bundler(project: &Project, arguments: &[PathBuf]) -> Result<()> {
    node::node(project)
        .arg("xtask/bundle.mjs")
        .arg(bundled(project))
        .args(arguments)
        .run()
}

fn bundled(project: &Project) -> PathBuf {
    project.scratch().join("bundle")
}

/// Returns the files that scripts load, by their names without digests, and the digests of those and of the
/// folders of texts.
fn loaded(project: &Project, effort: Effort) -> Result<(Content, Digests)> {
    let mut content = Content::new();
    let mut sources = files(&bundled(project), &["js", "css"])?;
    sources.extend(wasm::files(project, effort));
    sources.extend(lab::files(project, effort));
    sources.push(project.root.join("src/crawl/demo-site.recording"));
    for source in sources {
        content.insert(file_name(&source).to_owned(), read(&source)?);
    }
    content.retain(|name, _| !names::is_final(&name.to_string_lossy()));
    let digest = |(name, content): (&PathBuf, &Vec<u8>)| {
        (name.display().to_string(), names::digest_of(content))
    };
    let mut digests: Digests = content.iter().map(digest).collect();
    for folder in FOLDERS {
        let mut texts = Content::new();
        for source in files(&texts::folder(project).join(folder), &["json"])? {
            texts.insert(Path::new(folder).join(file_name(&source)), read(&source)?);
        }
        digests.insert(folder.to_owned(), names::digest_of_all(&texts));
        content.extend(texts);
    }
    Ok((content, digests))
}

/// Returns what scripts are told of the files that they load, as JSON (`www/files/served.ts`).
fn names_for_scripts(project: &Project, effort: Effort) -> Result<String> {
    let (content, mut digests) = loaded(project, effort)?;
    digests.retain(|name, _| !OF_DOCUMENTS.contains(&name.as_str()));
    let modules = content
        .iter()
        .filter(|(name, _)| has_extension(name, &["wasm"]));
    let integrity: BTreeMap<_, _> = modules
        .map(|(name, content)| (name.display().to_string(), names::integrity_of(content)))
        .collect();
    let (digests, integrity) = (json!(digests), json!(integrity));
    Ok(json!({"DIGESTS": digests.to_string(), "INTEGRITY": integrity.to_string()}).to_string())
}

/// Writes what scripts load, and the page's sheet, into a folder, by the names without digests.
pub(crate) fn write_plain(project: &Project, folder: &Path) -> Result<()> {
    make_empty(folder)?;
    let (mut content, _) = loaded(project, Effort::Full)?;
    for of_document in ["frame.css", "frame.js", "page.js"] {
        content.remove(Path::new(of_document));
    }
    update(folder, &content).map(drop)
}

fn read(source: &Path) -> Result<Vec<u8>> {
    fs::read(source).with_context(|| format!("reading {}", source.display()))
}

/// Brings the site's folder up to date.
pub(super) fn assemble(project: &Project, effort: Effort) -> Result<Outcome> {
    let (content, mut digests) = loaded(project, effort)?;
    let mut site = Content::new();
    for (name, content) in content {
        let name = name.to_string_lossy();
        let top = name.split(['/', '\\']).next().unwrap_or_default();
        let digest = digests.get(top).context("a file has no digest")?;
        site.insert(PathBuf::from(names::with_digest(&name, digest)), content);
    }
    let mut sources = files(&bundled(project), &["js", "txt"])?;
    sources.retain(|source| names::is_final(&file_name(source).to_string_lossy()));
    sources.extend(files(&project.root, &COPIED)?);
    sources.extend(files(&project.www(), &COPIED)?);
    for source in sources {
        site.insert(file_name(&source).to_owned(), read(&source)?);
    }
    let digest = site
        .keys()
        .find_map(|name| names::digest_in(name.to_str()?, LOADING));
    let digest = digest.with_context(|| format!("the site has no {LOADING}"))?;
    digests.insert(LOADING.to_owned(), digest.to_owned());
    front::name_files(&mut site, &digests)?;
    front::put_first_view(&mut site, &texts::first_view(project)?)?;
    update(&project.site(), &site)
}

/// Makes `folder` hold just the named files; precompressed files are left to the stage that compresses.
fn update(folder: &Path, site: &Content) -> Result<Outcome> {
    let mut outcome = Outcome::Unchanged;
    for path in listing(folder)? {
        let mut name = path.strip_prefix(folder)?.to_owned();
        if has_extension(&name, &["br"]) {
            name.set_extension("");
        }
        if !site.contains_key(&name) {
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
    for path in entries(folder)? {
        // A folder of another digest is empty now.
        if path.is_dir() && listing(&path)?.is_empty() {
            fs::remove_dir_all(&path)?;
        }
    }
    Ok(outcome)
}
