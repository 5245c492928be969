//! The folder that the command serves: everything a browser may ask the page's origin for.
//!
//! The folder is brought up to date rather than made anew. What has not changed keeps its time
//! (the command is compiled again only when something did), and what nothing makes any more goes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::effort::Effort;
use super::{texts, wasm};
use crate::folder::{file_name, files, has_extension, listing, make_empty};
use crate::node;
use crate::process::Run;
use crate::project::Project;
use crate::stage::Outcome;

/// The scripts that pages load by name; what they share becomes chunks beside them.
const SCRIPTS: [&str; 2] = ["www/page/page.ts", "www/element/define.ts"];

/// The script that loads what is loaded once. The others import it by name: it is small, and begins before
/// they are there.
const LOADING: &str = "www/element/loading.ts";

/// The script of a worker. It shares nothing that pages load first, so it is a bundle by itself.
const WORKER: &str = "www/element/worker.ts";

/// What is taken from the checkout and from `www/` as it is, by the end of its name.
const COPIED: [&str; 7] = ["html", "svg", "png", "ico", "txt", "webmanifest", "py"];

/// Bundles scripts and styles into a folder of their own.
///
/// Chunks lie beside the scripts, so that `new URL("runtime_bg.wasm", import.meta.url)` names the
/// same file from each of them.
pub(super) fn bundle(project: &Project) -> Result<Outcome> {
    make_empty(&bundled(project))?;
    let mut shared = vec![PathBuf::from("--shared")];
    shared.extend(SCRIPTS.map(PathBuf::from));
    run_bundler(project, &shared)?;
    let mut alone = files(&project.www().join("page"), &["css"])?;
    alone.extend([WORKER, LOADING].map(PathBuf::from));
    run_bundler(project, &alone)?;
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

/// Brings the site's folder up to date.
pub(super) fn assemble(project: &Project, effort: Effort) -> Result<Outcome> {
    let mut sources = files(&bundled(project), &["js", "css", "txt"])?;
    sources.extend(files(&project.root, &COPIED)?);
    sources.extend(files(&project.www(), &COPIED)?);
    sources.extend(wasm::files(project, effort));
    sources.push(project.root.join("src/crawl/demo-site.recording"));
    let mut site = BTreeMap::new();
    let mut take = |folder: &str, source: PathBuf| -> Result<()> {
        let content = fs::read(&source).with_context(|| format!("reading {}", source.display()))?;
        site.insert(Path::new(folder).join(file_name(&source)), content);
        Ok(())
    };
    for source in sources {
        take("", source)?;
    }
    for folder in ["languages", "lessons"] {
        for source in files(&texts::folder(project).join(folder), &["json"])? {
            take(folder, source)?;
        }
    }
    preload_chunks(&mut site)?;
    put_first_view(project, &mut site)?;
    update(&project.site(), &site)
}

/// Lets the page ask at once for the chunks that its script imports, and not only when that has come.
fn preload_chunks(site: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<()> {
    let script = site
        .get(Path::new("page.js"))
        .context("the site has no page.js")?;
    let script = String::from_utf8_lossy(script).into_owned();
    let imported = script
        .split("\"./chunk-")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'));
    let chunks: BTreeSet<_> = imported.map(|(name, _)| format!("chunk-{name}")).collect();
    let links = chunks
        .iter()
        .map(|chunk| format!("<link rel=\"modulepreload\" href=\"{chunk}\" />\n    "));
    let page = site
        .get_mut(Path::new("index.html"))
        .context("the site has no index.html")?;
    let text = String::from_utf8_lossy(page);
    let own = "<script type=\"module\" src=\"page.js\">";
    *page = text
        .replace(own, &(links.collect::<String>() + own))
        .into_bytes();
    Ok(())
}

/// Puts into the page what is told of its first lesson, and the pictures of the lesson's run.
fn put_first_view(project: &Project, site: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<()> {
    let first = texts::first_view(project)?;
    let pictures = texts::PICTURES.iter().zip(&first.pictures);
    let places =
        pictures.map(|((place, _), svg)| format!("<div class=\"still {place}\">{svg}</div>"));
    let holes = [
        ("<div class=\"still\"></div>", places.collect::<String>()),
        ("id=\"title\"></h1>", format!("id=\"title\">{}</h1>", first.title)),
        ("id=\"summary\"></p>", format!("id=\"summary\">{}</p>", first.summary)),
        ("id=\"look\"></p>", format!("id=\"look\">{}</p>", first.look)),
        ("lesson=\"\"", format!("lesson=\"{}\"", first.lesson)),
    ];
    let page = site
        .get_mut(Path::new("index.html"))
        .context("the site has no index.html")?;
    let mut text = String::from_utf8_lossy(page).into_owned();
    for (hole, content) in holes {
        ensure!(text.contains(hole), "the page has no {hole}");
        text = text.replace(hole, &content);
    }
    *page = text.into_bytes();
    Ok(())
}

/// Makes `folder` hold just the named files; precompressed files are left to the stage that compresses.
fn update(folder: &Path, site: &BTreeMap<PathBuf, Vec<u8>>) -> Result<Outcome> {
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
    Ok(outcome)
}
