//! The transition of an edited run: bars start where they were, and end where they belong.

use crate::support::Played;
use crate::support::messages::Messages;
use interleave::timeline::{Axis, Ink, Picture, Shape, Transition, View, lay_out};

/// The left and right edges of the bars of sleeps, from top to bottom.
fn sleeps(picture: &Picture) -> Vec<(f64, f64)> {
    let bar = |shape: &Shape| match *shape {
        Shape::Rect {
            x_px,
            width_px,
            ink: Ink::Sleeping,
            ..
        } => Some((x_px, x_px + width_px)),
        _ => None,
    };
    picture.shapes.iter().filter_map(bar).collect()
}

#[test]
fn bars_go_from_where_they_were_to_where_they_belong() {
    let messages = Messages::of("en");
    let words = messages.words();
    let before = Played::simulated("gather", &[("urls", "url_2,url_4")]);
    let after = Played::simulated("gather", &[("urls", "url_3,url_4")]);
    let plain = View::whole(1000.0, 500.0, Axis::Time, &words);
    let old = before.look(|story| lay_out(story, &plain));
    let new = after.look(|story| lay_out(story, &plain));
    let mut transition = Transition::start(&old).unwrap();
    let mut at = |share| {
        transition.go_to(share);
        let view = View {
            transition: Some(&transition),
            ..plain.clone()
        };
        sleeps(&after.look(|story| lay_out(story, &view)))
    };
    assert_eq!(at(0.0), sleeps(&old));
    assert_eq!(at(1.0), sleeps(&new));
    let (half, old, new) = (at(0.5)[0], sleeps(&old)[0], sleeps(&new)[0]);
    assert!(old.1 < half.1 && half.1 < new.1, "{old:?} {half:?} {new:?}");
    // What did not change does not move.
    let unchanged = sleeps(&after.look(|story| lay_out(story, &plain)))[1];
    assert_eq!(at(0.5)[1], unchanged);
}

#[test]
fn a_bar_that_was_not_there_has_no_way() {
    let messages = Messages::of("en");
    let words = messages.words();
    let before = Played::simulated("gather", &[("urls", "url_2")]);
    let after = Played::simulated("gather", &[("urls", "url_2,url_1")]);
    let plain = View::whole(1000.0, 500.0, Axis::Time, &words);
    let transition = Transition::start(&before.look(|story| lay_out(story, &plain))).unwrap();
    let view = View {
        transition: Some(&transition),
        ..plain.clone()
    };
    let at = |view: &View<'_>| sleeps(&after.look(|story| lay_out(story, view)));
    assert_eq!(at(&view)[1], at(&plain)[1]);
}
