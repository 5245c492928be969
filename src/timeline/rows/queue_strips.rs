//! Queue strips: strips below the axis that show how many items each queue holds.
//!
//! A strip costs what is seen of it: changes within a pixel are one step, as high as the highest of
//! them.

use crate::story::{Phrase, Point, QueueLevels, StoryView, Word};

use crate::timeline::drawing::Drawing;
use crate::timeline::label_texts::{COUNT, Label, NAME};
use crate::timeline::rows::names::counted;
use crate::timeline::rows::row_layout::AXIS_PX;
use crate::timeline::text::shortened;
use crate::timeline::{Ink, Picture, Shape, View};

/// The height of a strip, and of the area in it.
const STRIP_PX: f64 = 36.0;
const AREA_PX: f64 = 26.0;

/// At most so many queues have a strip each; the others are counted.
const STRIPS_MAX: usize = 3;

/// A stretch in which a queue holds the same number of items.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    from_px: f64,
    to_px: f64,
    level: u32,
}

/// Returns the height of all strips.
pub(crate) fn strips_px(story: StoryView<'_>, view: &View<'_>) -> f64 {
    // A small picture has no room for more.
    let is_small = view.height_px < 240.0;
    let most = if is_small { 1 } else { STRIPS_MAX };
    story.queues().take(most).count() as f64 * STRIP_PX
}

/// Returns the texts beside the strips: which queue each is, and how much it held at most.
pub(crate) fn strip_texts(story: StoryView<'_>, view: &View<'_>) -> Vec<[String; 2]> {
    let label_texts = view.label_texts;
    let strips = (strips_px(story, view) / STRIP_PX) as usize;
    let more = story.queues().count() - strips;
    let mut texts = Vec::new();
    for (index, queue) in story.queues().take(strips).enumerate() {
        let mut number = String::new();
        if strips > 1 {
            number = (index + 1).to_string();
        }
        let name = label_texts.label(Label::Queue, NAME, &number);
        let mut most = label_texts.label(Label::Most, COUNT, &queue.most().to_string());
        if more > 0 && index + 1 == strips {
            most += &counted(more);
        }
        texts.push([name, most]);
    }
    texts
}

/// What a queue holds at a position in its strip.
#[derive(Clone, Debug, PartialEq)]
pub struct QueueFacts {
    /// How many items, and of which queue.
    pub state: Phrase,
    /// Since when, in seconds.
    pub from_s: f64,
    /// Until when, in seconds; none if the level does not change any more.
    pub to_s: Option<f64>,
}

/// Returns what the queue holds whose strip is at a position in a picture, if one is there.
pub fn hit_queue(
    story: StoryView<'_>,
    picture: &Picture,
    x_px: f64,
    y_px: f64,
) -> Option<QueueFacts> {
    let index = picture.rows.strip_from_y(y_px, STRIP_PX)?;
    let queue = story.queues().nth(index)?;
    let x = |point: Point| picture.scale.x_from_point(point);
    if x_px < picture.scale.plot.left_px || x_px > x(story.end()) {
        return None;
    }
    let next = queue.count_before(&|at| x(at) <= x_px);
    let last = next.checked_sub(1);
    let seconds = |number: usize| queue.at(number).time.seconds();
    let level = last.map_or(0, |last| queue.level(last));
    let number = match story.queues().nth(1) {
        Some(_) => (index + 1).to_string(),
        None => String::new(),
    };
    let arguments = vec![
        ("number", Word::Text(number)),
        ("count", level.into()),
        ("most", queue.most().into()),
    ];
    Some(QueueFacts {
        state: Phrase::new("state-holds", arguments),
        from_s: last.map_or(0.0, seconds),
        to_s: (next < queue.count()).then(|| seconds(next)),
    })
}

impl Drawing<'_> {
    /// Draws the strips that are seen. They scroll with the rows; the last one counts the queues
    /// that have none.
    pub(crate) fn queue_strips(&self, shapes: &mut Vec<Shape>) {
        let texts = strip_texts(self.story, self.view);
        for (index, (queue, texts)) in self.story.queues().zip(texts).enumerate() {
            let top_px = self.rows.scrolled_px(AXIS_PX + index as f64 * STRIP_PX);
            if top_px >= AXIS_PX - 8.0 {
                self.strip(&queue, top_px, shapes);
                self.strip_name(texts, top_px, shapes);
            }
        }
    }

    fn strip(&self, queue: &QueueLevels<'_>, top_px: f64, shapes: &mut Vec<Shape>) {
        let bottom_px = top_px + AREA_PX + 2.0;
        let ground = |from_px: f64, to_px: f64| {
            Shape::line((from_px, bottom_px), (to_px, bottom_px), Ink::Line, 1.0)
        };
        let (steps, right_px) = self.steps(queue);
        shapes.push(ground(self.scale.plot.left_px, right_px));
        for step in steps.iter().filter(|step| step.level > 0) {
            let share = f64::from(step.level) / f64::from(queue.most().max(1));
            let height_px = (share * AREA_PX).max(1.0);
            let corner_px = (step.from_px, bottom_px - height_px);
            let size_px = (step.to_px - step.from_px, height_px);
            shapes.push(Shape::rect(corner_px, size_px, 0.0, Ink::Level));
        }
    }

    /// Returns the steps of a queue that the window shows, and where the last one ends.
    fn steps(&self, queue: &QueueLevels<'_>) -> (Vec<Step>, f64) {
        let x = |point: Point| self.scale.x_from_point(point);
        let left_px = self.scale.plot.left_px;
        let right_px = x(self.present).min(self.view.width_px).max(left_px);
        let mut next = queue.count_before(&|at| x(at) <= left_px);
        let mut level = next.checked_sub(1).map_or(0, |last| queue.level(last));
        let mut from_px = left_px;
        let mut steps = Vec::new();
        while next < queue.count() {
            let at = queue.at(next);
            let at_px = x(at);
            if at_px > right_px || !self.view.shows(at.time) {
                break;
            }
            let to_px = at_px.floor() + 1.0;
            let is_in_step = |at: Point| x(at) < to_px && self.view.shows(at.time);
            let end = queue.count_before_from(next, &is_in_step);
            let most = queue.most_in(next..end);
            add(&mut steps, from_px, at_px, level);
            add(&mut steps, at_px, to_px.min(right_px), most);
            level = queue.level(end - 1);
            (from_px, next) = (to_px, end);
        }
        add(&mut steps, from_px, right_px, level);
        (steps, right_px)
    }

    fn strip_name(&self, [name, most]: [String; 2], top_px: f64, shapes: &mut Vec<Shape>) {
        let room_px = self.scale.plot.left_px - 10.0;
        for (text, ink, y_px) in [(name, Ink::Text, 8.0), (most, Ink::Muted, 23.0)] {
            let text = shortened(&text, room_px);
            shapes.push(Shape::text(2.0, top_px + y_px, text, ink));
        }
    }
}

/// Adds a step, or extends the last one if that is as high.
fn add(steps: &mut Vec<Step>, from_px: f64, to_px: f64, level: u32) {
    if to_px <= from_px {
        return;
    }
    match steps.last_mut() {
        Some(last) if last.level == level => last.to_px = to_px,
        _ => steps.push(Step {
            from_px,
            to_px,
            level,
        }),
    }
}
