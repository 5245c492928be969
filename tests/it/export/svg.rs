//! Runs as pictures that others show: SVG.

use crate::support::Played;
use crate::support::messages::Messages;
use crate::support::pictures::everywhere;
use interleave::export::svg;
use interleave::lessons::catalogue;
use interleave::timeline::{Axis, Palette, Progressive, Theme, add_legend, still, with_all_lanes};
use interleave::trace::Trace;

/// Every `<tag …>` is closed in order, and text has no bare `<` or `&`.
pub fn assert_well_formed(name: &str, xml: &str) {
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

/// What the page exports: a run with the meaning of its colours, in each language.
#[test]
fn a_picture_that_stands_alone_says_what_its_colours_mean() {
    let many = Played::simulated("ten-thousand", &[("pages", "3000")]);
    for played in catalogue().iter().map(Played::of).chain([many]) {
        let name = &played.summary.lesson;
        for language in ["en", "zh-Hans"] {
            let messages = Messages::of(language);
            let words = messages.words();
            for width_px in [240.0, 860.0] {
                let text = played.look(|story| {
                    let mut picture = still(story, width_px, Axis::Auto, &words);
                    let height_px = picture.height_px;
                    add_legend(&mut picture, story, width_px, &words);
                    assert!(picture.height_px > height_px);
                    svg(&picture, width_px, &Palette::new(Theme::Light), name)
                });
                assert!(text.len() < 100_000, "{name}: {} bytes", text.len());
                assert_well_formed(name, &text);
                for kind in played.look(|story| story.state_kinds().to_vec()) {
                    let meaning = &messages.0[&format!("legend-{}", kind.name())];
                    assert!(text.contains(&format!(">{meaning}<")), "{name}: {meaning}");
                }
            }
        }
    }
}

/// However many lanes there are, all are in a picture that may be so high.
#[test]
fn a_picture_with_all_lanes_is_as_high_as_it_may_be() {
    let words = Messages::of("en").words();
    for (pages, height_px) in [("10", 414.0), ("200", 6874.0), ("2000", 8000.0)] {
        let played = Played::simulated("ten-thousand", &[("pages", pages)]);
        let picture = played.look(|story| {
            with_all_lanes(
                story,
                (860.0, 8000.0),
                Axis::Auto,
                &words,
                &mut Progressive::exact(),
            )
        });
        assert!(
            (picture.height_px - height_px).abs() < 1.0,
            "{}",
            picture.height_px
        );
        let last = picture.row_y_px(played.builder.with(&Trace::new()).lane_count() - 1);
        assert!(last < height_px, "{last}");
    }
}
