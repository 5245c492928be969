//! Pictures for the place between an element's tags: small, whole, and of no harm to a page.

use crate::export::svg::assert_well_formed;
use crate::support::Played;
use crate::support::messages::Messages;
use expect_test::expect;
use interleave::export::{StillOptions, StillTheme, still_picture};
use interleave::lessons::catalogue;
use interleave::timeline::Axis;

/// The first picture of an embed is at most 20 KB; this is the most that any lesson's picture has.
const BYTES_MAX: usize = 14_000;

fn drawn(played: &Played, language: &str, theme: StillTheme) -> String {
    let label_texts = Messages::of(language).words();
    let options = StillOptions {
        width_px: 720.0,
        axis: Axis::Auto,
        theme,
        title: "<the \"title\" & more>",
        description: "what is seen",
        label_texts: &label_texts,
    };
    played.look(|story| still_picture(story, &options))
}

#[test]
fn the_picture_of_every_lesson_is_small_and_whole() {
    let mut sizes = Vec::new();
    for lesson in catalogue() {
        for language in ["en", "zh-Hans"] {
            let text = drawn(&Played::of(lesson), language, StillTheme::Page);
            assert_well_formed(lesson.slug, &text);
            assert!(!text.contains("NaN") && !text.contains("inf"));
            assert!(text.len() <= BYTES_MAX, "{}: {}", lesson.slug, text.len());
            // What would be the page's, or what a policy refuses.
            for refused in ["style", " id=", "<script", "href", "url("] {
                assert!(!text.contains(refused), "{}: {refused}", lesson.slug);
            }
            sizes.push(text.len());
        }
    }
    sizes.sort_unstable();
    let middle = sizes[sizes.len() / 2];
    assert!(middle <= 5_000, "{middle} bytes in the middle");
}

/// Each colour is there twice: the light one alone, and both for browsers that know of both.
#[test]
fn a_picture_is_light_and_dark_or_one_of_both() {
    let played = Played::simulated("workers-in-turn", &[]);
    expect![[r##"
        <svg xmlns="http://www.w3.org/2000/svg" class="interleave-still" role="img" width="100%" viewBox="0 0 720 74" font-family="system-ui,sans-serif" font-size="13" fill="currentColor" stroke-linecap="round" stroke-linejoin="round">
        <title>&lt;the &quot;title&quot; &amp; more&gt;</title>
        <desc>what is seen</desc>
        <g color="#ffffff">
        <path d="M0 0h720v74h-720z"/>
        </g>
        <g color="#f3f1ec" stroke="currentColor" stroke-width="12">
        <path d="M61 30h20v32h-20zm210 0h20v32h-20zm394 0h20v32h-20z"/>
        </g>
        <g color="#5d6779">
        <g>
        <text x="58" y="17.5">0 s</text>
        <text x="268" y="17.5">1 s</text>
        <text x="662" y="17.5">3 s</text>
        </g>
        </g>
        <g color="#1d2430" stroke="currentColor" stroke-width="8">
        <path d="M63 40.5h16v13h-16zm210 0h16v13h-16zm394 0h16v13h-16z"/>
        </g>
        <g color="#d3e3f8" stroke="currentColor" stroke-width="8">
        <path d="M89 42h174v10h-174zm210 0h358v10h-358z"/>
        </g>
        <g color="#2a5796">
        <g>
        <text x="92" y="51.5">sleeps 1 s</text>
        <text x="302" y="51.5">sleeps 2 s</text>
        </g>
        </g>
        <g color="#1d2430">
        <g>
        <text x="2" y="51.5">main</text>
        </g>
        </g>
        <g color="#237a4b" stroke="currentColor" stroke-width="2" fill="none">
        <path d="M695 47.5l3.5 3.5l6.5-8"/>
        </g>
        </svg>"##]].assert_eq(&drawn(&played, "en", StillTheme::Light).replace("><", ">\n<"));
    let both = drawn(&played, "en", StillTheme::Page);
    assert!(both.contains(r##"<g color="#1d2430"><g color="light-dark(#1d2430,#e9edf4)"><text"##));
    for (theme, ground) in [
        (StillTheme::Light, "#ffffff"),
        (StillTheme::Dark, "#1a1f28"),
    ] {
        let one = drawn(&played, "en", theme);
        assert!(!one.contains("light-dark"));
        assert!(
            one.contains(&format!("<g color=\"{ground}\"><path d=\"M0 0h720")),
            "{one}"
        );
    }
}

/// A shape that lies on another is painted after it, however they are gathered.
#[test]
fn what_is_gathered_into_one_path_keeps_what_lies_on_what() {
    let played = Played::simulated("blocking-in-a-task", &[]);
    let text = drawn(&played, "en", StillTheme::Light);
    let place = |part: &str| {
        text.find(part)
            .unwrap_or_else(|| panic!("{part} is missing"))
    };
    // The shade across all lanes, the bar that blocks, its hatches, and what is said in it.
    let hatches = r##"<g color="#93301a" stroke="currentColor""##;
    let texts = r##"<g color="#93301a"><g><text"##;
    let order = ["#faeeea", "#f6cfc4", hatches, texts].map(place);
    assert!(order.is_sorted(), "{order:?}");
}
