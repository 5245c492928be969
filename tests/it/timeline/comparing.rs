//! Two pictures on one scale.

use crate::support::Played;
use crate::support::messages::Messages;
use interleave::lessons::catalogue;
use interleave::timeline::{Axis, Scale, Shape, View, lay_out};

/// The scale of each of two runs that lie beside each other.
fn scales(one: &Played, other: &Played, axis: Axis) -> (Scale, Scale) {
    let words = Messages::of("en").words();
    let view = View::whole(900.0, 400.0, axis, &words);
    let margins = |played: &Played| played.look(|story| lay_out(story, &view).margins);
    let scale = |played: &Played, beside| {
        let view = View {
            beside: Some(beside),
            ..view.clone()
        };
        played.look(|story| lay_out(story, &view).scale)
    };
    (scale(one, margins(other)), scale(other, margins(one)))
}

#[test]
fn a_second_is_as_wide_in_both() {
    let first = Played::simulated("gather", &[]);
    for lesson in catalogue() {
        let second = Played::of(lesson);
        for axis in [Axis::Auto, Axis::Time, Axis::Elastic, Axis::Order] {
            let (one, two) = scales(&first, &second, axis);
            assert_eq!(one, two, "{} {axis:?}", lesson.slug);
        }
        let (auto, _) = scales(&first, &second, Axis::Auto);
        assert_eq!(
            auto.axis,
            Axis::Time,
            "what is compared is compared by time"
        );
    }
}

#[test]
fn the_longer_run_has_the_room_and_the_shorter_a_part_of_it() {
    let (short, long) = (
        Played::simulated("gather", &[]),
        Played::simulated("await-in-turn", &[]),
    );
    let words = Messages::of("en").words();
    let mut view = View::whole(900.0, 400.0, Axis::Time, &words);
    view.beside = Some(long.look(|story| lay_out(story, &view).margins));
    let picture = short.look(|story| lay_out(story, &view));
    let end_px = short.look(|story| picture.scale.x_from_point(story.end()));
    let plot = picture.scale.plot;
    assert!(((end_px - plot.left_px) / plot.width_px() - 0.4).abs() < 1e-9);
    // The axis of the short one goes on to the end of the long one.
    let mut labels = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Text { text, y_px, .. } if *y_px < 30.0 => Some(text.as_str()),
        _ => None,
    });
    assert_eq!(labels.next_back(), Some("10 s"));
}

#[test]
fn a_picture_alone_has_its_own_margins() {
    let words = Messages::of("en").words();
    let view = View::whole(900.0, 400.0, Axis::Time, &words);
    Played::simulated("gather", &[]).look(|story| {
        let picture = lay_out(story, &view);
        let margins = picture.margins;
        assert_eq!(margins.end, story.end());
        let beside = View {
            beside: Some(margins),
            ..view.clone()
        };
        assert_eq!(lay_out(story, &beside), picture);
    });
}
