//! Runs as files that others read: SVG and Chrome trace JSON.
#![allow(clippy::unwrap_used)]

mod support;

use interleave::export::{chrome_trace, svg};
use interleave::lessons::catalogue;
use interleave::timeline::{Palette, Theme};
use support::Played;
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

#[test]
fn a_chrome_trace_has_tracks_without_overlaps_and_flows_in_pairs() {
    for lesson in catalogue() {
        let played = Played::of(lesson);
        let text = played.look(chrome_trace);
        let (rows, arrows) = played.look(|told| (told.row_count(), told.arrow_count()));
        let trace: serde_json::Value = serde_json::from_str(&text).unwrap();
        let events = trace["traceEvents"].as_array().unwrap();
        let of_phase = |phase: &str| -> Vec<_> {
            let fits = |event: &&serde_json::Value| event["ph"] == phase;
            events.iter().filter(fits).collect()
        };
        let mut ends = vec![0.0; rows + 2];
        for event in of_phase("X") {
            let number = |key: &str| event[key].as_f64().unwrap();
            let track = number("tid") as usize;
            assert!(
                number("ts") >= ends[track] - 1e-6,
                "{}: {event}",
                lesson.slug
            );
            ends[track] = number("ts") + number("dur");
        }
        let (starts, ends) = (of_phase("s"), of_phase("f"));
        assert_eq!((starts.len(), ends.len()), (arrows, arrows));
        for (start, end) in starts.iter().zip(ends) {
            assert_eq!(start["id"], end["id"], "{}", lesson.slug);
            assert!(
                start["ts"].as_f64() <= end["ts"].as_f64(),
                "{}",
                lesson.slug
            );
        }
        let named = events.iter().filter(|event| event["name"] == "thread_name");
        assert_eq!(named.count(), rows, "{}", lesson.slug);
    }
}
