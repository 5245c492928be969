//! Editing on the picture: sleeps are made longer and shorter where they are seen.
//!
//! What is edited is a value of the lesson, as in the fields of the page. The page changes it and
//! runs the lesson; here is only which sleep a reader means, and which value puts its end where the
//! pointer is. While an end is dragged the scale stays as it was: so it follows the pointer.

use std::cell::OnceCell;

use wasm_bindgen::prelude::*;

use super::answers::{facts, object, optional};
use super::here::Pace;
use super::playground::Playground;
use crate::lessons::{Arguments, DragSolver, Lesson, Nth, Parameter, Sleeps, stepped};
use crate::runtime::{Nanos, TaskId};
use crate::story::{Point, Span, State};
use crate::timeline::{DragHandle, DragHandles, Scale, drag_handle_at, facts_of};

/// How far beyond the end of the plot an end is dragged as elsewhere.
const BEYOND_PX: f64 = 20.0;

/// How many events may be made in a frame to find a value: those of some runs of a few tasks. One that
/// is longer is shown at once, and tells whether the value was right.
const ASKED_EVENTS: usize = 1000;

/// By how much time shrinks in a frame while an end is dragged beyond the picture.
const SHRINK: f64 = 0.985;

/// What is edited on the picture.
#[derive(Default)]
pub(super) struct Editing {
    /// The values of the run, if its sleeps are as long as its values say.
    arguments: Option<Arguments>,
    /// The sleeps of the run, once somebody asked for them.
    sleeps: OnceCell<Sleeps>,
    /// The sleep that was edited last, and what is changed with it.
    mark: Option<(Nth, &'static Parameter)>,
    drag: Option<Drag>,
    /// Whether the next run shows an edit, and the playhead is to stay.
    keeps_playhead: bool,
    /// Where the playhead stood when a run began in which it is to stay.
    pub(super) playhead: Option<Point>,
    /// How wide the place is at which the reader's usual pointer takes a grip.
    target_px: f64,
}

/// An end of a sleep that is dragged.
struct Drag {
    pull: DragSolver,
    /// The scale of the picture, which stays.
    scale: Scale,
    /// From the end of the sleep to the pointer.
    offset_px: f64,
}

impl Editing {
    /// Forgets the run before, which ends with the playhead at a point, none if it followed the end.
    /// What is being edited stays.
    pub(super) fn begin(&mut self, playhead: Option<Point>) {
        self.arguments = None;
        self.sleeps = OnceCell::new();
        self.playhead = playhead.filter(|_| self.keeps_playhead);
        self.keeps_playhead = false;
    }

    /// Takes the values of a run whose sleeps are as long as they say: on a clock that is not late.
    pub(super) fn take(&mut self, lesson: &Lesson, arguments: Arguments, pace: Pace) {
        let is_exact = pace == Pace::Simulated && lesson.has_lengths();
        self.arguments = is_exact.then_some(arguments);
    }

    /// Forgets which sleep was edited: the reader looks at another.
    pub(super) fn leave(&mut self) {
        self.mark = None;
    }

    /// Says whether an end is dragged.
    pub(super) fn is_dragged(&self) -> bool {
        self.drag.is_some()
    }

    /// Returns the scale that stays while an end is dragged.
    pub(super) fn scale(&self) -> Option<Scale> {
        self.drag.as_ref().map(|drag| drag.scale)
    }
}

fn source(sleeps: &Sleeps, nth: Nth) -> Option<&'static Parameter> {
    sleeps.get(nth)?.source
}

#[wasm_bindgen]
impl Playground {
    /// Says how wide the place is at which the reader's usual pointer takes a grip.
    #[wasm_bindgen(js_name = "setGripTarget")]
    pub fn set_grip_target(&mut self, target_px: f64) {
        self.editing.target_px = target_px;
    }

    /// Keeps the playhead where it is when the lesson runs once more.
    #[wasm_bindgen(js_name = "keepPlayhead")]
    pub fn keep_playhead(&mut self) {
        self.editing.keeps_playhead = true;
    }

    /// Says whether a grip is at a place of the picture.
    #[wasm_bindgen(js_name = "hasGrip")]
    #[must_use]
    pub fn has_grip(&self, x_px: f64, y_px: f64, target_px: f64) -> bool {
        self.drag_handle_at((x_px, y_px), target_px).is_some()
    }

    /// Takes the grip at a place of the picture, if there is one, and selects its sleep. Returns the
    /// name of what is changed with it, empty for nothing.
    pub fn grab(&mut self, x_px: f64, y_px: f64, target_px: f64) -> String {
        self.editing.drag = None;
        let grip = self.drag_handle_at((x_px, y_px), target_px);
        self.editing.drag = grip.and_then(|grip| self.drag_of(&grip, x_px));
        let Some(drag) = &self.editing.drag else {
            return String::new();
        };
        let (nth, parameter) = (drag.pull.nth, drag.pull.parameter);
        self.editing.mark = Some((nth, parameter));
        self.selected = grip.map(|grip| grip.span);
        parameter.name.to_string()
    }

    /// Returns the value that puts the dragged end to a place of the picture, as a reader would type
    /// it. Beyond the end of the picture time shrinks with each call, so that there is more of it.
    #[wasm_bindgen(js_name = "dragTo")]
    pub fn drag_to(&mut self, x_px: f64) -> String {
        let Some(mut drag) = self.editing.drag.take() else {
            return String::new();
        };
        if drag.is_beyond(x_px) {
            drag.scale.px_per_s *= SHRINK;
        }
        if let Some((value, span)) = self.marked()
            && let Some(to) = span.to
        {
            drag.pull.note(value, (to.time, to.order as u64));
        }
        let events = self.look(|story| story.trace().len());
        let value = drag.value(x_px, ASKED_EVENTS / events.max(1));
        self.editing.drag = Some(drag);
        value.short(9)
    }

    /// Says whether the value for a place may be another the next time: the end is beyond the picture,
    /// or the value is no more than likely.
    #[wasm_bindgen(js_name = "dragsOn")]
    #[must_use]
    pub fn drags_on(&self, x_px: f64) -> bool {
        let drag = self.editing.drag.as_ref();
        drag.is_some_and(|drag| !drag.pull.is_sure || drag.is_beyond(x_px))
    }

    /// Lets the dragged end go.
    #[wasm_bindgen(js_name = "letGo")]
    pub fn let_go(&mut self) {
        self.editing.drag = None;
    }

    /// Returns what makes the selected sleep longer by some steps, or shorter: the parameter's name
    /// and its value. Null if it takes its length from no parameter.
    #[wasm_bindgen(js_name = "lengthenSelected")]
    pub fn lengthen_selected(&mut self, by: i32) -> JsValue {
        let mark = self.editing.mark.or_else(|| self.selected_source());
        self.editing.mark = mark;
        let edit = mark.and_then(|(_, parameter)| {
            let value = self.editing.arguments.as_ref()?.length(parameter.name);
            let value = stepped(parameter, value, by.into()).short(9);
            Some(object(&[
                ("name", parameter.name.into()),
                ("value", value.into()),
            ]))
        });
        optional(edit)
    }

    /// Returns the facts of the sleep that was edited last, and where it ends in the picture that
    /// was painted last; null if it is there no more.
    #[wasm_bindgen(js_name = "editedFacts")]
    #[must_use]
    pub fn edited_facts(&self) -> JsValue {
        let picture = self.picture.as_ref();
        let found = picture
            .zip(self.marked_number())
            .and_then(|(picture, span)| {
                let found = self.look(|story| facts_of(story, picture, span))?;
                Some(object(&[
                    ("facts", facts(&found)),
                    ("x", found.to_px.into()),
                    ("y", picture.row_y_px(found.lane).into()),
                ]))
            });
        optional(found)
    }
}

impl Drag {
    fn is_beyond(&self, x_px: f64) -> bool {
        x_px - self.offset_px > self.scale.plot.right_px + BEYOND_PX
    }

    fn value(&mut self, x_px: f64, runs: usize) -> Nanos {
        let scale = self.scale;
        let place = |time, steps| place(scale, time, steps);
        self.pull.value_at(x_px - self.offset_px, runs, place)
    }
}

/// Returns where a sleep ends that does so at a moment, after some steps.
fn place(scale: Scale, time: Nanos, steps: u64) -> f64 {
    let order = steps as f64;
    scale.x_from_point(Point { time, order })
}

impl Playground {
    /// Shows what can be dragged to whoever paints. Where the lesson has no lengths, nothing can.
    pub(super) fn with_grips<R>(
        &self,
        target_px: f64,
        show: impl FnOnce(Option<DragHandles<'_>>) -> R,
    ) -> R {
        let held = self.editing.drag.as_ref().and(self.selected);
        // While one is dragged the others rest, and the lesson is not asked for them.
        let offers = |task, event| match self.editing.drag {
            Some(_) => held.is_some(),
            None => self.source_of(task, event).is_some(),
        };
        let grips = DragHandles {
            offers: &offers,
            target_px,
            held,
        };
        show(self.editing.arguments.as_ref().map(|_| grips))
    }

    /// Selects again what was edited, in the run that shows the edit.
    pub(super) fn select_edited(&mut self) {
        if self.selected.is_none() && self.editing.mark.is_some() {
            self.selected = self.marked_number();
        }
    }

    pub(super) fn grip_target_px(&self) -> f64 {
        self.editing.target_px
    }

    /// Looks at the sleeps of the run, if it is one whose sleeps are as long as its values say, and
    /// if it is over.
    fn with_sleeps<R>(&self, look: impl FnOnce(&Sleeps) -> R) -> Option<R> {
        let session = self
            .session
            .as_ref()
            .filter(|session| !session.is_running())?;
        let (lesson, arguments) = (self.lesson?, self.editing.arguments.as_ref()?);
        let sleeps = self.editing.sleeps.get_or_init(|| {
            let sleeps = session.read(|trace| Sleeps::among(trace.events()));
            lesson.with_sources(arguments, sleeps)
        });
        Some(look(sleeps))
    }

    fn drag_handle_at(&self, at_px: (f64, f64), target_px: f64) -> Option<DragHandle> {
        let picture = self.picture.as_ref()?;
        self.with_grips(target_px, |grips| {
            let grips = grips?;
            self.look(|story| drag_handle_at(story, picture, &grips, at_px))
        })
    }

    fn drag_of(&self, grip: &DragHandle, x_px: f64) -> Option<Drag> {
        let (nth, parameter) = self.source_of(grip.task, grip.event)?;
        let (lesson, arguments) = (self.lesson?, self.editing.arguments.clone()?);
        let scale = self.picture.as_ref()?.scale;
        let end_px = self.with_sleeps(|sleeps| {
            let slept = sleeps.get(nth)?;
            Some(place(scale, slept.until, slept.steps))
        });
        Some(Drag {
            pull: DragSolver::new(lesson, arguments, nth, parameter),
            scale,
            offset_px: x_px - end_px??,
        })
    }

    fn source_of(&self, task: TaskId, event: usize) -> Option<(Nth, &'static Parameter)> {
        self.with_sleeps(|sleeps| {
            let nth = sleeps.find(task, event)?;
            Some((nth, source(sleeps, nth)?))
        })?
    }

    fn selected_source(&self) -> Option<(Nth, &'static Parameter)> {
        let (row, number) = self.selected?;
        let task = TaskId(row as u32);
        let event = self.look(|story| {
            let lane = story.lane(task)?;
            lane.event_of(&lane.span(number)?)
        });
        self.source_of(task, event?)
    }

    /// Returns the span that was edited, and its length, if that is what its parameter says.
    fn marked(&self) -> Option<(Nanos, Span)> {
        let (nth, parameter) = self.editing.mark?;
        let length = self.editing.arguments.as_ref()?.length(parameter.name);
        self.look(|story| {
            let mut number = 0;
            for span in story.row(nth.task.0 as usize)?.spans() {
                let Some(slept) = length_of(&span) else {
                    continue;
                };
                if number == nth.number {
                    return (slept == length).then_some((slept, span));
                }
                number += 1;
            }
            None
        })
    }

    fn marked_number(&self) -> Option<(usize, usize)> {
        let (nth, _) = self.editing.mark?;
        let (_, span) = self.marked()?;
        Some((nth.task.0 as usize, span.number))
    }
}

/// Returns how long a span was to be, if its task slept or blocked the loop.
fn length_of(span: &Span) -> Option<Nanos> {
    let until = match span.state {
        State::Sleeping(until) => until,
        State::Blocking => span.to?.time,
        _ => return None,
    };
    Some(until.since(span.from.time))
}
