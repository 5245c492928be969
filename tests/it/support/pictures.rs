//! Pictures of all lessons, at some widths on each axis.

use interleave::lessons::catalogue;
use interleave::story::StoryView;
use interleave::timeline::{Axis, LabelTexts, Picture, View, lay_out};

use super::Played;
use super::messages::Messages;

const AXES: [Axis; 4] = [Axis::Auto, Axis::Elastic, Axis::Time, Axis::Order];

/// Returns the view of a whole story, at which no pointer points.
pub fn view(words: &LabelTexts, width_px: f64, axis: Axis) -> View<'_> {
    View::whole(width_px, 4000.0, axis, words)
}

/// Draws every lesson at three widths on each axis.
pub fn everywhere(mut look: impl FnMut(&str, StoryView<'_>, &View<'_>, &Picture)) {
    let words = Messages::of("en").words();
    for lesson in catalogue() {
        let played = Played::of(lesson);
        for width_px in [360.0, 800.0, 1400.0] {
            for axis in AXES {
                let mut view = view(&words, width_px, axis);
                view.playhead = Some(played.builder.end);
                let name = format!("{} {width_px} {axis:?}", lesson.slug);
                played.look(|story| look(&name, story, &view, &lay_out(story, &view)));
            }
        }
    }
}
