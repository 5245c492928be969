//! What a site that has an address offers to hosts that turn a link into a frame: an answer of oEmbed 1.0 for
//! each lesson, as a file, and links by which such hosts find the first of them.
//!
//! The frames are named by whole addresses, since they stand in pages of others.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use crate::build::{self, FIRST_LESSON};
use crate::project::Project;

/// How large a frame is, in CSS pixels: an article's column, and the view `article` in it.
const SIZE_PX: (u32, u32) = (720, 720);

/// The documents that say where the answer is.
const DOCUMENTS: [&str; 2] = ["index.html", "embed.html"];

/// Writes the answers into the folder of a site, and the links into its documents.
///
/// # Errors
///
/// If the address is not one of the web, or a document has no head.
pub(super) fn write(project: &Project, folder: &Path, address: &str) -> Result<()> {
    ensure!(
        address.starts_with("https://") || address.starts_with("http://"),
        "{address} is no address of a site; give one like https://example.org/interleave/"
    );
    let address = format!("{}/", address.trim_end_matches('/'));
    let texts = build::texts_folder(project).join("languages/en.json");
    let texts: Map<String, Value> = serde_json::from_str(&fs::read_to_string(texts)?)?;
    fs::create_dir_all(folder.join("oembed"))?;
    for (key, title) in &texts {
        let lesson = key.strip_prefix("lesson-");
        let lesson = lesson.and_then(|rest| rest.strip_suffix("-title"));
        if let (Some(lesson), Some(title)) = (lesson, title.as_str()) {
            let answer = format!("{:#}\n", answer(&address, lesson, title));
            fs::write(folder.join(format!("oembed/{lesson}.json")), answer)?;
        }
    }
    for name in DOCUMENTS {
        let path = folder.join(name);
        let page = fs::read_to_string(&path)?;
        fs::write(&path, linked(&page, &address).context(name)?)?;
    }
    Ok(())
}

/// Returns what is answered for a lesson.
fn answer(address: &str, lesson: &str, title: &str) -> Value {
    let (width, height) = SIZE_PX;
    let title = format!("Interleave: {title}");
    let quoted = title.replace('&', "&amp;").replace('"', "&quot;");
    json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Interleave",
        "provider_url": address,
        "title": title,
        "width": width,
        "height": height,
        "html": format!(
            "<iframe src=\"{address}embed.html#lesson={lesson}&amp;view=article\" title=\"{quoted}\" \
             width=\"{width}\" height=\"{height}\" sandbox=\"allow-scripts\" loading=\"lazy\"></iframe>"
        ),
    })
}

/// Returns a document that says where the answer for its first lesson is.
fn linked(page: &str, address: &str) -> Result<String> {
    ensure!(page.contains("</title>"), "there is no title");
    let link = format!(
        "</title>\n    <link rel=\"alternate\" type=\"application/json+oembed\" \
         href=\"{address}oembed/{FIRST_LESSON}.json\" title=\"Interleave\" />"
    );
    Ok(page.replacen("</title>", &link, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_has_a_frame_that_names_its_whole_address() {
        let answer = answer("https://example.org/in/", "gather", "A & \"B\"");
        assert_eq!(answer["type"], "rich");
        assert_eq!(answer["title"], "Interleave: A & \"B\"");
        assert_eq!(
            answer["html"],
            "<iframe src=\"https://example.org/in/embed.html#lesson=gather&amp;view=article\" \
             title=\"Interleave: A &amp; &quot;B&quot;\" width=\"720\" height=\"720\" \
             sandbox=\"allow-scripts\" loading=\"lazy\"></iframe>"
        );
    }

    #[test]
    fn a_document_says_where_the_answer_is() -> Result<()> {
        let page = linked("<title>A</title>\n<body>", "https://example.org/")?;
        assert!(page.starts_with("<title>A</title>\n    <link rel=\"alternate\""));
        assert!(page.contains("href=\"https://example.org/oembed/workers-as-tasks.json\""));
        assert!(linked("<body>", "https://example.org/").is_err());
        Ok(())
    }
}
