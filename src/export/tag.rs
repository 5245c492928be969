//! The lines of HTML that show a run in an author's page.

use std::fmt::Write as _;

/// The style that keeps the element's room until its script has come.
const ROOM: &str = "<style>interleave-playground:not(:defined) { display: block; min-height: ";

/// Writes the element's tag with a picture between its tags, the style that keeps its room, and the site's
/// script. An attribute without a value is written by its name alone. `picture` is HTML, and may be empty.
#[must_use]
pub fn tag(attributes: &[(&str, &str)], picture: &str, script: &str) -> String {
    let view = attributes.iter().find(|(name, _)| *name == "view");
    // As the element's own styles have it.
    let room = if view.is_none() { "60rem" } else { "28rem" };
    let mut out = format!("{ROOM}{room} }}</style>\n<interleave-playground");
    for (name, value) in attributes {
        let _ = match *value {
            "" => write!(out, " {name}"),
            value => write!(out, " {name}=\"{}\"", quoted(value)),
        };
    }
    let picture = match picture {
        "" => String::new(),
        picture => format!("\n{picture}\n"),
    };
    let script = quoted(script);
    let _ = writeln!(
        out,
        ">{picture}</interleave-playground>\n<script type=\"module\" src=\"{script}\"></script>"
    );
    out
}

/// Writes a text as the value of an attribute.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}
