//! What is still to come when the playhead is where it is.

use crate::support::Played;
use crate::support::messages::Messages;
use crate::support::pictures::view;
use interleave::timeline::{Axis, Ink, Mark, Shape, lay_out};

/// Of the endings those are drawn over the veil that have come when the playhead is where it is.
#[test]
fn what_is_still_to_come_is_pale() {
    let words = Messages::of("en").words();
    let is_ending = |shape: &Shape| {
        matches!(
            shape,
            Shape::Mark {
                mark: Mark::Check | Mark::Cross | Mark::Stop,
                ..
            }
        )
    };
    let is_veil = |shape: &Shape| matches!(shape, Shape::Rect { ink: Ink::Veil, .. });
    for slug in [
        "workers-as-tasks",
        "cancel-and-errors",
        "gather",
        "semaphore",
    ] {
        Played::simulated(slug, &[]).look(|story| {
            let mut view = view(&words, 1200.0, Axis::Elastic);
            view.height_px = 800.0;
            for stop in story.stops() {
                view.playhead = Some(stop.at);
                let shapes = lay_out(story, &view).shapes;
                let veils = shapes.iter().filter(|shape| is_veil(shape)).count();
                assert_eq!(
                    veils,
                    usize::from(stop.at < story.end()),
                    "{slug}: {stop:?}"
                );
                let over = shapes.iter().rev().take_while(|shape| !is_veil(shape));
                let endings = story.lanes().filter_map(|lane| lane.ending());
                let ended = endings.filter(|(at, _)| *at <= stop.at).count();
                assert_eq!(
                    over.filter(|shape| is_ending(shape)).count(),
                    ended,
                    "{slug}: {stop:?}"
                );
            }
        });
    }
}
