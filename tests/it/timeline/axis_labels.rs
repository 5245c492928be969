//! The labels of the axis, in any window: neighbours differ and do not touch, and there are two at least.

use crate::support::messages::Messages;
use crate::support::{GIVEN, Played};
use interleave::lessons::catalogue;
use interleave::story::StoryView;
use interleave::timeline::{Axis, Picture, Shape, View, lay_out, text_width_px};

/// The labels of the axis, from left to right.
fn labels(picture: &Picture) -> Vec<(f64, &str)> {
    let labels = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Text {
            x_px, y_px, text, ..
        } if *y_px < 24.0 => Some((*x_px, text.as_str())),
        _ => None,
    });
    labels.collect()
}

fn check(picture: &Picture, width_px: f64, at: &str) {
    let labels = labels(picture);
    assert!(labels.len() >= 2, "{at}: {labels:?}");
    for pair in labels.windows(2) {
        let [(x_px, text), (next_px, next)] = pair else {
            unreachable!()
        };
        assert_ne!(text, next, "{at}: {labels:?}");
        assert!(
            x_px + text_width_px(text) < *next_px,
            "{at}: {labels:?} touch"
        );
    }
    let (first_px, _) = labels[0];
    let (last_px, last) = labels[labels.len() - 1];
    assert!(
        first_px >= picture.scale.plot.left_px - 0.02,
        "{at}: {labels:?}"
    );
    assert!(
        last_px + text_width_px(last) <= width_px,
        "{at}: {labels:?}"
    );
}

/// Zooms in around a place again and again, as a pinch does, and checks each picture.
fn pinch(story: StoryView<'_>, axis: Axis, width_px: f64, share: f64, name: &str) {
    let words = Messages::of("en").words();
    let mut view = View::whole(width_px, 300.0, axis, &words);
    for turn in 0..40 {
        let picture = lay_out(story, &view);
        check(
            &picture,
            width_px,
            &format!(
                "{name} {axis:?} {width_px} px at {share}, zoom {turn}: {:?}",
                view.window
            ),
        );
        let plot = picture.scale.plot;
        let x_px = plot.left_px + share * plot.width_px();
        let wanted = view.window.zoomed(plot, 1.7, x_px);
        view.window = picture.scale.no_closer(view.window, wanted);
    }
}

#[test]
fn neighbours_differ_and_there_are_two_at_least_however_close_one_looks() {
    let lessons = catalogue().iter().map(Played::of);
    let given = GIVEN
        .iter()
        .map(|(slug, given)| Played::simulated(slug, given));
    let short = [("worker_1", "0.00000002"), ("worker_2", "0.001")];
    let more = [
        Played::simulated("workers-as-tasks", &short),
        Played::simulated(
            "workers-as-tasks",
            &[("worker_1", "1.83"), ("worker_2", "1.8304")],
        ),
    ];
    for played in lessons.chain(given).chain(more) {
        played.look(|story| {
            for axis in [Axis::Auto, Axis::Elastic, Axis::Time, Axis::Order] {
                for (width_px, share) in [(900.0, 0.0), (900.0, 0.37), (900.0, 1.0), (400.0, 0.6)] {
                    pinch(story, axis, width_px, share, &played.summary.lesson);
                }
            }
        });
    }
}

#[test]
fn labels_get_more_decimals_as_one_looks_closer() {
    let words = Messages::of("en").words();
    let given = [("worker_1", "1.83"), ("worker_2", "1.8304")];
    let played = Played::simulated("workers-as-tasks", &given);
    let text = |axis, zoom| {
        played.look(|story| {
            let mut view = View::whole(900.0, 300.0, axis, &words);
            let picture = lay_out(story, &view);
            let x_px = picture.scale.x_from_point(story.end());
            view.window = view.window.zoomed(picture.scale.plot, zoom, x_px);
            let picture = lay_out(story, &view);
            let texts: Vec<_> = labels(&picture)
                .into_iter()
                .map(|(_, text)| text.to_string())
                .collect();
            texts.join(", ")
        })
    };
    expect_test::expect!["0 s, 1.83 s"].assert_eq(&text(Axis::Elastic, 1.0));
    expect_test::expect!["1.83 s, turn 5, 1.8304 s, turn 7"].assert_eq(&text(Axis::Elastic, 8.0));
    expect_test::expect!["1.8304 s, turn 7.55, turn 7.6, turn 7.65, turn 7.7, turn 7.75, turn 7.8, turn 7.85, turn 7.9, turn 7.95"].assert_eq(&text(Axis::Elastic, 60.0));
    expect_test::expect![
        "1.8295 s, 1.8296 s, 1.8297 s, 1.8298 s, 1.8299 s, 1.83 s, 1.8301 s, 1.8302 s, 1.8303 s"
    ]
    .assert_eq(&text(Axis::Time, 2000.0));
}
