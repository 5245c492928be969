//! Any bytes as a recorded run: they are refused, or shown and drawn, and nothing panics.
//!
//! It is a file of its own, and knows nothing of the other tests, because the fuzzer in `fuzz`
//! includes it, too.

use interleave::export::{chrome_trace, json_events, svg};
use interleave::story::{StoryBuilder, StoryView, loop_state, phrases};
use interleave::timeline::{
    Axis, CollapsedRows, LabelTexts, Palette, Progressive, Theme, View, hit, lay_out,
    with_all_lanes,
};
use interleave::trace::{Trace, codec};

/// Runs longer than this are shown in part: a picture of all steps takes long.
const STOPS_MAX: usize = 200;

/// Reads bytes, and shows and draws what they are. Returns whether they are a trace.
pub fn check(bytes: &[u8], files: &[&'static str]) -> bool {
    let Ok(trace) = codec::decode(bytes, files) else {
        return false;
    };
    let written = codec::encode(&trace);
    let again = codec::decode(&written, files).expect("what is written can be read");
    assert!(trace.events().eq(again.events()), "another trace is read");
    assert_eq!(codec::encode(&again), written, "other bytes are written");
    show(&trace);
    true
}

/// Shows and draws a trace, whatever it holds.
pub fn show(trace: &Trace) {
    let words = LabelTexts::from_messages(|key| format!("{key} {{name}} {{count}} {{seconds}}"));
    let builder = StoryBuilder::of(trace);
    let story = builder.with(trace);
    for stop in story.stops().take(STOPS_MAX) {
        let _ = phrases(story, &stop);
    }
    for count in [0, trace.len() / 2, trace.len()] {
        let _ = loop_state(trace, count);
    }
    for axis in [Axis::Auto, Axis::Time, Axis::Order] {
        let mut view = View::whole(300.0, 200.0, axis, &words);
        (view.playhead, view.hover) = (Some(builder.end), Some((0, 0)));
        for zoom in [1.0, 30.0] {
            view.window.zoom = zoom;
            show_picture(story, &view);
        }
    }
    let mut folds = CollapsedRows::default();
    folds.toggle_all(story);
    let mut view = View::whole(300.0, 200.0, Axis::Auto, &words);
    view.collapsed = Some(&folds);
    show_picture(story, &view);
    let _ = chrome_trace(story);
    let _ = json_events(story, 0..trace.len());
    let _ = with_all_lanes(
        story,
        (300.0, 200.0),
        Axis::Auto,
        &words,
        &mut Progressive::exact(),
    );
}

fn show_picture(story: StoryView<'_>, view: &View<'_>) {
    let picture = lay_out(story, view);
    let _ = hit(story, &picture, 100.0, 50.0);
    let _ = picture.collapsible_at(story, 10.0, 50.0);
    let _ = picture.scale.point_from_x(story.builder(), 100.0);
    let _ = svg(&picture, 300.0, &Palette::new(Theme::Light), "");
}
