//! The documents as pages of the site, in the folder `docs`: the README is its front page.
//!
//! Links among documents lead to the pages. What is in the checkout alone, such as sources, is named without a
//! link, since the site has no such files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::Result;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use super::site::slashes;
use crate::build;
use crate::folder::{file_name, files};
use crate::project::Project;

const STYLE: &str = include_str!("documents.css");

/// Writes the pages into a folder.
pub(super) fn write(project: &Project, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let style = build::with_digest("style.css", &build::digest_of(STYLE.as_bytes()));
    fs::write(folder.join(&style), STYLE)?;
    let mut sources = files(&project.root, &["md"])?;
    sources.extend(files(&project.root.join("docs"), &["md"])?);
    let names = sources.iter().map(|source| {
        let name = source.strip_prefix(&project.root)?;
        Ok((slashes(name), page_of(name)))
    });
    let mut pages: BTreeMap<String, String> = names.collect::<Result<_>>()?;
    for picture in files(&project.root.join("docs"), &["png", "svg"])? {
        let name = slashes(file_name(&picture));
        fs::copy(&picture, folder.join(&name))?;
        pages.insert(format!("docs/{name}"), name);
    }
    pages.insert("LICENSE".to_owned(), "license.txt".to_owned());
    fs::copy(project.root.join("LICENSE"), folder.join("license.txt"))?;
    for source in &sources {
        let name = source.strip_prefix(&project.root)?;
        let text = fs::read_to_string(source)?;
        let page = page(&text, name, &pages, &style);
        fs::write(folder.join(page_of(name)), page)?;
    }
    Ok(())
}

/// Returns the name of a document's page.
fn page_of(name: &Path) -> String {
    let stem = name.file_stem().unwrap_or_default().to_string_lossy();
    let stem = stem.to_lowercase();
    let stem = if stem == "readme" { "index" } else { &stem };
    format!("{stem}.html")
}

/// Writes a document as a page.
fn page(text: &str, name: &Path, pages: &BTreeMap<String, String>, style: &str) -> String {
    let events: Vec<_> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    let title = title_of(&events);
    let mut body = String::new();
    html::push_html(&mut body, linked(&events, name, pages).into_iter());
    // A wide table, or code, scrolls by itself, and by keys.
    let body = body.replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>");
    let body = body.replace("</table>", "</table></div>");
    let body = body.replace("<pre>", "<pre tabindex=\"0\">");
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n\
         <title>{title}</title>\n<link rel=\"icon\" href=\"data:,\" />\n\
         <link rel=\"stylesheet\" href=\"{style}\" />\n</head>\n<body>\n\
         <nav><a href=\"../\">Interleave</a> <a href=\"./\">Documents</a></nav>\n\
         <main>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// Returns the words of the first heading.
fn title_of(events: &[Event<'_>]) -> String {
    let is_heading = |event: &Event<'_>| matches!(event, Event::Start(Tag::Heading { .. }));
    let first = events.iter().position(is_heading);
    first.map_or_else(String::new, |at| words_of(&events[at + 1..]))
}

/// Returns a document's pieces with anchors at its headings, and with links that lead somewhere in the site.
fn linked<'a>(
    events: &[Event<'a>],
    name: &Path,
    pages: &BTreeMap<String, String>,
) -> Vec<Event<'a>> {
    let mut written = Vec::new();
    // Whether each link that is open leads somewhere.
    let mut open = Vec::new();
    for (at, event) in events.iter().enumerate() {
        let mut event = event.clone();
        match &mut event {
            Event::Start(Tag::Heading { id, .. }) => {
                *id = Some(anchor_of(&words_of(&events[at + 1..])).into());
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let leads = target(dest_url, name, pages);
                open.push(leads.is_some());
                let Some(leads) = leads else { continue };
                *dest_url = leads.into();
            }
            Event::End(TagEnd::Link) if open.pop() != Some(true) => continue,
            Event::Start(Tag::Image { dest_url, .. }) => {
                *dest_url = target(dest_url, name, pages).unwrap_or_default().into();
            }
            _ => {}
        }
        written.push(event);
    }
    written
}

/// Returns where a link of a document leads in the site; nothing if the site has no such file.
fn target(link: &str, name: &Path, pages: &BTreeMap<String, String>) -> Option<String> {
    if link.contains("://") || link.starts_with('#') {
        return Some(link.to_owned());
    }
    let (path, anchor) = link
        .split_once('#')
        .map_or((link, String::new()), |(path, anchor)| {
            (path, format!("#{anchor}"))
        });
    let mut found = PathBuf::new();
    for part in name
        .parent()
        .unwrap_or(Path::new(""))
        .join(path)
        .components()
    {
        match part {
            Component::ParentDir => _ = found.pop(),
            Component::Normal(part) => found.push(part),
            _ => {}
        }
    }
    let page = pages.get(&slashes(&found))?;
    let page = if page == "index.html" { "./" } else { page };
    Some(format!("{page}{anchor}"))
}

/// Returns the words of a heading.
fn words_of(events: &[Event<'_>]) -> String {
    let heading = events
        .iter()
        .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    let words = heading.filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
        _ => None,
    });
    words.collect()
}

/// Returns what a link names a heading by.
fn anchor_of(words: &str) -> String {
    let lower = words.to_lowercase().replace(' ', "-");
    lower
        .chars()
        .filter(|letter| letter.is_alphanumeric() || "-_".contains(*letter))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_a_page_of_the_site_or_is_none() {
        let pages = BTreeMap::from([
            ("README.md".to_owned(), "index.html".to_owned()),
            ("docs/time.md".to_owned(), "time.html".to_owned()),
        ]);
        let of = |link: &str, name: &str| target(link, Path::new(name), &pages);
        assert_eq!(
            of("docs/time.md#ticks", "README.md").as_deref(),
            Some("time.html#ticks")
        );
        assert_eq!(of("../README.md", "docs/time.md").as_deref(), Some("./"));
        assert_eq!(
            of("https://docs.python.org/3/", "README.md").as_deref(),
            Some("https://docs.python.org/3/")
        );
        assert_eq!(of("src/lessons", "README.md"), None);
        let page = page(
            "# A\n[b](src/lessons) [c](#d-e)\n## D `e`",
            Path::new("README.md"),
            &pages,
            "s.css",
        );
        assert!(page.contains("<p>b <a href=\"#d-e\">c</a></p>"), "{page}");
        assert!(page.contains("<h2 id=\"d-e\">"), "{page}");
    }
}
