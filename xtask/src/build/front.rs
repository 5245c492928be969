//! The page's own document: it names what it loads by the names that the site has for it, says what a browser
//! checks it by, and lets the browser ask at once for the chunks that its script imports.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::names;
use super::site::{Content, Digests};
use super::texts::{FirstView, PICTURES};
use crate::folder::has_extension;

/// The attributes that name a file.
const ATTRIBUTES: [&str; 2] = ["href", "src"];

/// Names the files in `index.html` as they are called in the site.
pub(super) fn name_files(site: &mut Content, digests: &Digests) -> Result<()> {
    let page = site.get(Path::new("index.html"));
    let page = String::from_utf8(page.context("the site has no index.html")?.clone())?;
    let mut named = page.clone();
    for quoted in page.split(['\n', ' ']) {
        let Some((attribute, name)) = file_of(quoted) else {
            continue;
        };
        let top = name.split('/').next().unwrap_or_default();
        let Some(digest) = digests.get(top) else {
            continue;
        };
        let found = names::with_digest(name, digest);
        let content = site.get(Path::new(&found));
        let content = content.with_context(|| format!("index.html names {name}"))?;
        let mut written = format!("{attribute}=\"{found}\"");
        // What is fetched is checked by the script that fetches it; browsers warn of a link that says so, too.
        if has_extension(Path::new(name), &["css", "js"]) {
            written += &format!(" integrity=\"{}\"", names::integrity_of(content));
        }
        named = named.replace(&format!("{attribute}=\"{name}\""), &written);
        if top == "page.js" {
            named = preload_chunks(&named, &found, site)?;
        }
    }
    site.insert("index.html".into(), named.into_bytes());
    Ok(())
}

/// Returns the attribute and the file, if a piece of HTML is an attribute that names one.
fn file_of(piece: &str) -> Option<(&str, &str)> {
    let (attribute, rest) = piece.split_once("=\"")?;
    let (name, _) = rest.split_once('"')?;
    ATTRIBUTES.contains(&attribute).then_some((attribute, name))
}

/// Puts links to the chunks that a script imports before the tag of the script.
fn preload_chunks(page: &str, script: &str, site: &Content) -> Result<String> {
    let text = site.get(Path::new(script));
    let text = String::from_utf8_lossy(text.context("the page's script is not there")?);
    let imported = text
        .split("\"./chunk-")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'));
    let chunks: BTreeSet<_> = imported.map(|(name, _)| format!("chunk-{name}")).collect();
    let mut links = String::new();
    for chunk in &chunks {
        let content = site.get(Path::new(chunk));
        let integrity = names::integrity_of(content.with_context(|| chunk.clone())?);
        links += &format!(
            "<link rel=\"modulepreload\" href=\"{chunk}\" integrity=\"{integrity}\" />\n    "
        );
    }
    let own = format!("<script type=\"module\" src=\"{script}\"");
    Ok(page.replace(&own, &(links + &own)))
}

/// Puts into the page what is told of its first lesson, and the pictures of the lesson's run.
pub(super) fn put_first_view(site: &mut Content, first: &FirstView) -> Result<()> {
    let pictures = PICTURES.iter().zip(&first.pictures);
    let places =
        pictures.map(|((place, _), svg)| format!("<div class=\"still {place}\">{svg}</div>"));
    let holes = [
        ("<div class=\"still\"></div>", places.collect::<String>()),
        (
            "id=\"title\"></h1>",
            format!("id=\"title\">{}</h1>", first.title),
        ),
        (
            "id=\"summary\"></p>",
            format!("id=\"summary\">{}</p>", first.summary),
        ),
        (
            "id=\"look\"></p>",
            format!("id=\"look\">{}</p>", first.look),
        ),
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
