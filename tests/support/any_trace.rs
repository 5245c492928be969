//! Any bytes as a recorded run: they are refused, or told and drawn, and nothing panics.
//!
//! It is a file of its own, and knows nothing of the other tests, because the fuzzer in `fuzz`
//! includes it, too.

use interleave::export::{chrome_trace, json_events, svg};
use interleave::story::{Story, Told, inside, phrases};
use interleave::timeline::{
    Axis, Folds, Palette, Sketch, Theme, View, Words, hit, lay_out, with_all_lanes,
};
use interleave::trace::{Trace, codec};

/// Runs longer than this are told in part: a picture of all steps takes long.
const STOPS_MAX: usize = 200;

/// Reads bytes, and tells and draws what they are. Returns whether they are a trace.
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

/// Tells and draws a trace, whatever it holds.
pub fn show(trace: &Trace) {
    let words = Words::from_messages(|key| format!("{key} {{name}} {{count}} {{seconds}}"));
    let story = Story::of(trace);
    let told = story.with(trace);
    for stop in told.stops().take(STOPS_MAX) {
        let _ = phrases(told, &stop);
    }
    for count in [0, trace.len() / 2, trace.len()] {
        let _ = inside(trace, count);
    }
    for axis in [Axis::Auto, Axis::Time, Axis::Order] {
        let mut view = View::whole(300.0, 200.0, axis, &words);
        (view.playhead, view.hover) = (Some(story.end), Some((0, 0)));
        for zoom in [1.0, 30.0] {
            view.window.zoom = zoom;
            show_picture(told, &view);
        }
    }
    let mut folds = Folds::default();
    folds.toggle_all(told);
    let mut view = View::whole(300.0, 200.0, Axis::Auto, &words);
    view.folds = Some(&folds);
    show_picture(told, &view);
    let _ = chrome_trace(told);
    let _ = json_events(told, 0..trace.len());
    let _ = with_all_lanes(
        told,
        (300.0, 200.0),
        Axis::Auto,
        &words,
        &mut Sketch::exact(),
    );
}

fn show_picture(told: Told<'_>, view: &View<'_>) {
    let picture = lay_out(told, view);
    let _ = hit(told, &picture, 100.0, 50.0);
    let _ = picture.fold_at(told, 10.0, 50.0);
    let _ = picture.scale.point_from_x(told.story(), 100.0);
    let _ = svg(&picture, 300.0, &Palette::new(Theme::Light), "");
}
