//! The site's documents: each names what it loads by the names that the site has for it, says what a browser
//! checks scripts by, and lets the browser ask at once for the chunks that its script imports.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::names;
use super::site::{Content, Digests};
use super::texts::{FirstView, PICTURES};
use crate::folder::has_extension;

/// The attributes that name a file.
const ATTRIBUTES: [&str; 2] = ["href", "src"];

/// What is loaded as soon as there is a picture: what stands around it.
const SOON: &str = "around.js";

/// Names the files in the site's documents as they are called in the site.
pub(super) fn name_files(site: &mut Content, digests: &Digests) -> Result<()> {
    let is_document = |name: &&PathBuf| has_extension(name, &["html"]);
    let documents: Vec<_> = site.keys().filter(is_document).cloned().collect();
    for name in documents {
        let page = site.get(&name).cloned().unwrap_or_default();
        let page = named(&String::from_utf8(page)?, site, digests);
        let page = page.with_context(|| name.display().to_string())?;
        site.insert(name, page.into_bytes());
    }
    Ok(())
}

/// Returns a document that names the files as they are called in the site.
fn named(page: &str, site: &Content, digests: &Digests) -> Result<String> {
    let mut named = page.to_owned();
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
        let content = content.with_context(|| format!("the site has no {name}"))?;
        let mut written = format!("{attribute}=\"{found}\"");
        let is_script = has_extension(Path::new(name), &["js"]);
        // What is fetched is checked by the script that fetches it; browsers warn of a link that says so, too. A
        // sheet that is checked does not come where the page is opened from a folder.
        if is_script {
            written += &format!(" integrity=\"{}\"", names::integrity_of(content));
        }
        named = named.replace(&format!("{attribute}=\"{name}\""), &written);
        if is_script {
            named = preload_chunks(&named, &found, site)?;
        }
    }
    Ok(named)
}

/// Returns the attribute and the file, if a piece of HTML is an attribute that names one.
fn file_of(piece: &str) -> Option<(&str, &str)> {
    let (attribute, rest) = piece.split_once("=\"")?;
    let (name, _) = rest.split_once('"')?;
    ATTRIBUTES.contains(&attribute).then_some((attribute, name))
}

/// Returns the names of the scripts that a chunk loads as soon as there is a picture.
fn loaded_soon(chunk: &str) -> Vec<String> {
    let loaded = chunk.split("import(\"./").skip(1);
    let names = loaded.filter_map(|rest| rest.split_once('"'));
    let is_soon = |name: &&str| names::digest_in(name, SOON).is_some();
    names
        .map(|(name, _)| name)
        .filter(is_soon)
        .map(String::from)
        .collect()
}

fn content_of<'a>(site: &'a Content, name: &str) -> Result<&'a [u8]> {
    let content = site.get(Path::new(name));
    content.map(Vec::as_slice).with_context(|| name.to_owned())
}

/// Writes a link that lets a browser ask for a script.
fn preload(name: &str, content: &[u8], priority: &str) -> String {
    let integrity = names::integrity_of(content);
    format!(
        "<link rel=\"modulepreload\" href=\"{name}\" {priority}integrity=\"{integrity}\" />\n    "
    )
}

/// Puts links to the chunks that a script imports, and to those that it loads soon, before the tag of the script.
fn preload_chunks(page: &str, script: &str, site: &Content) -> Result<String> {
    let text = site.get(Path::new(script));
    let text = String::from_utf8_lossy(text.context("the page's script is not there")?);
    let imported = text
        .split("\"./chunk-")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'));
    let chunks: BTreeSet<_> = imported.map(|(name, _)| format!("chunk-{name}")).collect();
    let mut links = String::new();
    let mut soon = BTreeSet::new();
    for chunk in &chunks {
        let content = content_of(site, chunk)?;
        links += &preload(chunk, content, "");
        soon.extend(loaded_soon(&String::from_utf8_lossy(content)));
    }
    for script in &soon {
        links += &preload(script, content_of(site, script)?, "fetchpriority=\"low\" ");
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn a_document_names_its_files_with_digests_and_its_chunks_before_its_script() -> Result<()> {
        let script = "import\"./chunk-ABCDEFGH.js\";";
        let site = BTreeMap::from([
            ("page-AAAAAAAA.js".into(), script.into()),
            ("chunk-ABCDEFGH.js".into(), b"abc".to_vec()),
            ("words-BBBBBBBB/en.json".into(), b"{}".to_vec()),
        ]);
        let digests = [("page.js", "AAAAAAAA"), ("words", "BBBBBBBB")];
        let digests = digests.map(|(name, digest)| (name.to_owned(), digest.to_owned()));
        let page = "<link href=\"words/en.json\" />\n<script type=\"module\" src=\"page.js\"></script>\n<a href=\"./\">";
        let named = named(page, &site, &digests.into())?;
        let lines: Vec<_> = named.lines().map(str::trim).collect();
        let chunk = names::integrity_of(b"abc");
        let own = names::integrity_of(script.as_bytes());
        assert_eq!(
            lines,
            [
                "<link href=\"words-BBBBBBBB/en.json\" />",
                &format!(
                    "<link rel=\"modulepreload\" href=\"chunk-ABCDEFGH.js\" integrity=\"{chunk}\" />"
                ),
                &format!(
                    "<script type=\"module\" src=\"page-AAAAAAAA.js\" integrity=\"{own}\"></script>"
                ),
                "<a href=\"./\">",
            ]
        );
        Ok(())
    }
}
