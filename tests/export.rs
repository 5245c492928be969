//! Runs as pictures that others show: SVG.
#![allow(clippy::unwrap_used)]

mod support;

use interleave::export::svg;
use interleave::timeline::{Palette, Theme};
use support::pictures::everywhere;

/// Every `<tag …>` is closed in order, and text has no bare `<` or `&`.
fn assert_well_formed(name: &str, xml: &str) {
    let mut open = Vec::new();
    for part in xml.split('<').skip(1) {
        let (tag, text) = part
            .split_once('>')
            .unwrap_or_else(|| panic!("{name}: <{part}"));
        assert!(tag.matches('"').count() % 2 == 0, "{name}: <{tag}>");
        for entity in tag.split('&').skip(1).chain(text.split('&').skip(1)) {
            let known = ["amp;", "lt;", "gt;", "quot;"];
            assert!(
                known.iter().any(|e| entity.starts_with(e)),
                "{name}: &{entity}"
            );
        }
        match (tag.strip_prefix('/'), tag.ends_with('/')) {
            (Some(closed), _) => assert_eq!(open.pop(), Some(closed), "{name}"),
            (None, true) => {}
            (None, false) => open.push(tag.split(' ').next().unwrap()),
        }
    }
    assert_eq!(open, Vec::<&str>::new(), "{name}");
}

#[test]
fn a_picture_is_a_small_and_whole_svg() {
    everywhere(|name, _, view, picture| {
        for theme in [Theme::Light, Theme::Dark, Theme::Forced] {
            let palette = Palette::new(theme);
            let text = svg(picture, view.width_px, &palette, "<the \"title\" & more>");
            assert!(text.len() < 100_000, "{name}: {} bytes", text.len());
            assert_well_formed(name, &text);
            assert!(!text.contains("NaN") && !text.contains("inf"), "{name}");
        }
    });
}
