//! Drag handles: the ends of sleeps that can be dragged.
//!
//! Which sleeps these are the caller says; this file knows where the drag handles are, how they are
//! drawn, and which one is under the pointer. A span that is narrower than the target of a drag
//! handle has none: it would be unclear which of two is meant.

use crate::story::{Party, Row, Span, State, StoryView};

use crate::timeline::{Ink, Picture, Scale, Shape};

/// Which ends of sleeps can be dragged.
#[derive(Clone, Copy)]
pub struct DragHandles<'a> {
    /// Returns whether the sleep that an event of a task begins, or the work of a thread, has an end that can
    /// be dragged.
    pub offers: &'a dyn Fn(Party, usize) -> bool,
    /// How wide and high the area is in which a pointer takes a drag handle.
    pub target_px: f64,
    /// The sleep whose end is being dragged: its row, and its span in the row. No other sleep has a
    /// drag handle meanwhile.
    pub held: Option<(usize, usize)>,
}

/// A drag handle that is under the pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DragHandle {
    /// The task or the thread.
    pub party: Party,
    /// The event that begins the sleep.
    pub event: usize,
    /// The sleep's span: its row, and its number in the row.
    pub span: (usize, usize),
    /// Where the sleep ends.
    pub at_px: (f64, f64),
}

const WIDTH_PX: f64 = 5.0;

/// The distance from the end of a span to its drag handle.
const INSET_PX: f64 = 3.0;

/// How much of a span the drag handle takes from the label.
pub(crate) const ROOM_PX: f64 = WIDTH_PX + INSET_PX;

impl DragHandles<'_> {
    /// Returns the task or thread and the event of a sleep, and where the sleep ends, if it has a drag handle.
    pub(crate) fn of(
        &self,
        (number, row): (usize, &Row<'_>),
        span: &Span,
        scale: &Scale,
    ) -> Option<(Party, usize, f64)> {
        let to = span.to?;
        if !is_whole(span) || scale.px_per_s <= 0.0 {
            return None;
        }
        let (from_px, to_px) = (scale.x_from_point(span.from), scale.x_from_point(to));
        let is_held = self.held == Some((number, span.number));
        if !is_held && (self.held.is_some() || to_px - from_px < self.target_px) {
            return None;
        }
        let event = row.event_of(span)?;
        (self.offers)(row.party(), event).then_some((row.party(), event, to_px))
    }

    /// Returns whether a sleep has a drag handle.
    pub fn has(&self, row: (usize, &Row<'_>), span: &Span, scale: &Scale) -> bool {
        self.of(row, span, scale).is_some()
    }

    /// Returns the shape of a drag handle in a bar that ends at `to_px`.
    pub(crate) fn shape(
        &self,
        span: (usize, &Span),
        (to_px, y_px): (f64, f64),
        bar_px: f64,
    ) -> Shape {
        let is_held = self.held == Some((span.0, span.1.number));
        let ink = match span.1.state {
            _ if is_held => Ink::Hover,
            State::Blocking => Ink::BlockingText,
            State::Working(_) => Ink::WorkingText,
            _ => Ink::SleepingText,
        };
        let height_px = (bar_px * if is_held { 0.8 } else { 0.5 }).round();
        let corner_px = (to_px - INSET_PX - WIDTH_PX, y_px - height_px / 2.0);
        Shape::rect(corner_px, (WIDTH_PX, height_px), WIDTH_PX / 2.0, ink)
    }
}

/// Returns whether a span is a sleep, or a call that blocks, to its own end. The end of a sleep that was
/// cancelled is not its value's.
fn is_whole(span: &Span) -> bool {
    match span.state {
        State::Sleeping(until) => span.to.is_some_and(|to| until == to.time),
        State::Blocking | State::Working(_) => true,
        _ => false,
    }
}

/// Returns the drag handle at a position in a picture, the nearest if there are several.
pub fn drag_handle_at(
    story: StoryView<'_>,
    picture: &Picture,
    handles: &DragHandles<'_>,
    (x_px, y_px): (f64, f64),
) -> Option<DragHandle> {
    let reach_px = handles.target_px / 2.0;
    let point = |px: f64| picture.scale.point_from_x(story.builder(), px);
    // A drag handle is left of the end that it moves.
    let before = story.events_by(point(x_px - reach_px));
    let right_px = x_px + reach_px + ROOM_PX;
    let mut nearest: Option<(f64, DragHandle)> = None;
    let rows = picture.rows.near(y_px, reach_px);
    for (number, row) in rows.filter_map(|number| Some((number, story.row(number)?))) {
        for span in row.spans_since(before) {
            if picture.scale.x_from_point(span.from) > right_px {
                break;
            }
            let Some((party, event, to_px)) = handles.of((number, &row), &span, &picture.scale)
            else {
                continue;
            };
            let at_px = (to_px, picture.row_y_px(number));
            let [across, down] = [to_px - INSET_PX - WIDTH_PX / 2.0 - x_px, at_px.1 - y_px];
            let distance = across.abs().max(down.abs());
            let is_nearer = nearest.is_none_or(|(other, _)| distance < other);
            if across.abs() <= reach_px && is_nearer {
                let handle = DragHandle {
                    party,
                    event,
                    span: (number, span.number),
                    at_px,
                };
                nearest = Some((distance, handle));
            }
        }
    }
    nearest.map(|(_, handle)| handle)
}
