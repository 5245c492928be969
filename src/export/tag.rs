//! The lines of HTML that show a run in an author's page.

use std::fmt::Write as _;

/// Returns the style that keeps the element's room until its script has come, as the element's own styles have it.
///
/// A view is highest where its parts stand below each other: in places narrower than 53.75 em. Below 43.75 em
/// what has everything is a player as high as the screen. No page knows in a style how wide the element will be, and
/// so the room is a padding, whose percentages are those of the width.
fn room(view: Option<&str>) -> String {
    let (high, low, player) = match view {
        None => (63, 102, "max(85em - 100svh, 29em)"),
        Some("timeline") => (35, 37, ""),
        Some(_) => (35, 54, ""),
    };
    let wide = format!("clamp({high}em, (53.75em - 100%) * 999, {low}em)");
    let height = match player {
        "" => wide,
        player => format!("calc({wide} - clamp(0em, (43.76em - 100%) * 999, {player}))"),
    };
    format!(
        "<style>interleave-playground:not(:defined) {{ display: flow-root }} \
         interleave-playground:not(:defined)::before {{ content: \"\"; float: left; font: medium sans-serif; \
         padding-top: var(--interleave-room, {height}) }}</style>"
    )
}

/// Writes the element's tag with a picture between its tags, the style that keeps its room, and the site's
/// script. An attribute without a value is written by its name alone. `picture` is HTML, and may be empty.
#[must_use]
pub fn tag(attributes: &[(&str, &str)], picture: &str, script: &str) -> String {
    let view = attributes.iter().find(|(name, _)| *name == "view");
    let room = room(view.map(|(_, view)| *view));
    let mut out = format!("{room}\n<interleave-playground");
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
