//! Editing on the picture: sleeps are made longer and shorter where they are seen. An owner of the
//! playground.
//!
//! What is edited is a value of the lesson, as in the fields of the page. The page changes it and
//! runs the lesson; here is only which sleep a reader means, and which value puts its end where the
//! pointer is.

mod drag;
mod reason;

use std::cell::OnceCell;

use drag::{Drag, end_px};
pub(super) use reason::Asked;

use crate::browser::border::Edit;
use crate::browser::run::{Pace, Request, ShownRun};
use crate::lessons::{Arguments, DragSolver, Length, Nth, Sleeps, stepped};
use crate::runtime::Nanos;
use crate::story::{Party, Span, State};
use crate::timeline::{DragHandle, DragHandles, Picture, Scale, drag_handle_at};

/// How many events may be made in a frame to find a value: those of some runs of a few tasks. One that
/// is longer is shown at once, and tells whether the value was right.
const ASKED_EVENTS: usize = 1000;

/// A span, by its row and its number in the row.
pub(super) type Selected = (usize, usize);

/// What is edited on the picture.
#[derive(Default)]
pub(super) struct Editing {
    basis: Basis,
    /// The sleeps of the run, once they were asked for.
    sleeps: OnceCell<Sleeps>,
    /// The sleep that was edited last, and what is changed with it.
    mark: Option<(Nth, Length)>,
    drag: Option<Drag>,
}

/// What the lengths of the run's sleeps come from.
#[derive(Default)]
pub(super) enum Basis {
    /// The run was recorded, and is not run again.
    #[default]
    Recorded,
    /// The run is too large to be run once more while a reader waits.
    Worker,
    /// The lesson, whose clock is the real one, or which has no lengths of time.
    Lesson,
    /// These values: its sleeps are as long as they say.
    Exact(Arguments),
}

impl Editing {
    // ---- runs

    /// Forgets the run before. What is being edited stays.
    pub(super) fn restart(&mut self) {
        self.basis = Basis::default();
        self.sleeps = OnceCell::new();
    }

    /// Takes the values of a run. Its sleeps are as long as they say on a clock that is not late.
    pub(super) fn take(&mut self, request: Request) {
        let is_exact = request.pace == Pace::Simulated && request.lesson.has_lengths();
        self.basis = if request.is_for_worker() {
            Basis::Worker
        } else if is_exact {
            Basis::Exact(request.arguments)
        } else {
            Basis::Lesson
        };
    }

    fn arguments(&self) -> Option<&Arguments> {
        match &self.basis {
            Basis::Exact(arguments) => Some(arguments),
            _ => None,
        }
    }

    /// Forgets which sleep was edited: the reader looks at another.
    pub(super) fn leave(&mut self) {
        self.mark = None;
    }

    // ---- dragging

    pub(super) fn is_dragged(&self) -> bool {
        self.drag.is_some()
    }

    /// Returns the scale that stays while an end is dragged.
    pub(super) fn scale(&self) -> Option<Scale> {
        self.drag.as_ref().map(|drag| drag.scale)
    }

    /// Shows what can be dragged. Where the lesson has no lengths, nothing can.
    pub(super) fn with_handles<R>(
        &self,
        run: &ShownRun,
        selected: Option<Selected>,
        target_px: f64,
        show: impl FnOnce(Option<DragHandles<'_>>) -> R,
    ) -> R {
        let held = self.drag.as_ref().and(selected);
        // While one is dragged the others rest, and the lesson is not asked for them.
        let offers = |party, event| match self.drag {
            Some(_) => held.is_some(),
            None => self.source_of(run, party, event).is_some(),
        };
        let handles = DragHandles {
            offers: &offers,
            target_px,
            held,
        };
        show(self.arguments().map(|_| handles))
    }

    /// Returns the handle at a place of the picture, if there is one.
    pub(super) fn handle_at(
        &self,
        run: &ShownRun,
        (picture, selected): (&Picture, Option<Selected>),
        at_px: (f64, f64),
        target_px: f64,
    ) -> Option<DragHandle> {
        self.with_handles(run, selected, target_px, |handles| {
            let handles = handles?;
            run.look(|story| drag_handle_at(story, picture, &handles, at_px))
        })
    }

    /// Takes a handle at a place of the picture. Returns what is changed with it, as it is.
    pub(super) fn grab(
        &mut self,
        run: &ShownRun,
        picture: &Picture,
        handle: &DragHandle,
        x_px: f64,
    ) -> Option<Edit> {
        let (nth, length) = self.source_of(run, handle.party, handle.event)?;
        let (lesson, arguments) = (run.lesson()?, self.arguments()?.clone());
        let end_px = self.with_sleeps(run, |sleeps| {
            let slept = sleeps.get(nth)?;
            Some(end_px(picture.scale, slept.until, slept.steps))
        })??;
        let edit = edit(&arguments, length, arguments.length(length));
        let solver = DragSolver::new(lesson, arguments, nth, length);
        self.drag = Some(Drag::take(solver, picture.scale, (end_px, x_px)));
        self.mark = Some((nth, length));
        Some(edit)
    }

    /// Returns the edit that puts the dragged end to a place of the picture; none if none is dragged.
    /// Beyond the end of the picture time shrinks with each call, so that there is more of it.
    pub(super) fn drag_to(&mut self, run: &ShownRun, x_px: f64) -> Option<Edit> {
        let mut drag = self.drag.take()?;
        drag.shrink(x_px);
        if let Some((value, span)) = self.marked(run)
            && let Some(to) = span.to
        {
            drag.solver.note(value, (to.time, to.order as u64));
        }
        let events = run.look(|story| story.trace().len());
        let value = drag.value(x_px, ASKED_EVENTS / events.max(1));
        let length = drag.solver.length;
        self.drag = Some(drag);
        Some(edit(self.arguments()?, length, value))
    }

    pub(super) fn drags_on(&self, x_px: f64) -> bool {
        self.drag.as_ref().is_some_and(|drag| drag.goes_on(x_px))
    }

    pub(super) fn let_go(&mut self) {
        self.drag = None;
    }

    // ---- keys

    /// Returns what makes the sleep that was edited last, or the selected one, longer by some steps;
    /// none if it takes its length from no value.
    pub(super) fn lengthen(
        &mut self,
        run: &ShownRun,
        selected: Option<Selected>,
        by: i64,
    ) -> Option<Edit> {
        let mark = self.mark.or_else(|| self.selected_source(run, selected));
        self.mark = mark;
        let ((_, length), arguments) = (mark?, self.arguments()?);
        let value = stepped(length, arguments.length(length), by);
        Some(edit(arguments, length, value))
    }

    // ---- which sleep is meant

    /// Returns the span of the sleep that was edited last, if it is there.
    pub(super) fn edited(&self, run: &ShownRun) -> Option<Selected> {
        let (nth, _) = self.mark?;
        let (_, span) = self.marked(run)?;
        Some((run.look(|story| story.row_of(nth.of)), span.number))
    }

    /// Looks at the sleeps of the run, if it is one whose sleeps are as long as its values say, and
    /// if it is over.
    fn with_sleeps<R>(&self, run: &ShownRun, look: impl FnOnce(&Sleeps) -> R) -> Option<R> {
        let session = run.session().filter(|_| !run.is_running())?;
        let (lesson, arguments) = (run.lesson()?, self.arguments()?);
        let sleeps = self.sleeps.get_or_init(|| {
            let sleeps = session
                .recorder()
                .read(|trace| Sleeps::among(trace.events()));
            lesson.with_sources(arguments, sleeps)
        });
        Some(look(sleeps))
    }

    fn source_of(&self, run: &ShownRun, party: Party, event: usize) -> Option<(Nth, Length)> {
        self.with_sleeps(run, |sleeps| {
            let nth = sleeps.find(party, event)?;
            Some((nth, sleeps.get(nth)?.source?))
        })?
    }

    fn selected_source(&self, run: &ShownRun, selected: Option<Selected>) -> Option<(Nth, Length)> {
        let (row, number) = selected?;
        let (party, event) = run.look(|story| {
            let row = story.row(row)?;
            Some((row.party(), row.event_of(&row.span(number)?)?))
        })?;
        self.source_of(run, party, event)
    }

    /// Returns the span that was edited, and its length, if that is what its parameter says.
    fn marked(&self, run: &ShownRun) -> Option<(Nanos, Span)> {
        let (nth, length) = self.mark?;
        let length = self.arguments()?.length(length);
        run.look(|story| {
            let row = story.row(story.row_of(nth.of))?;
            let mut sleeps = row
                .spans()
                .filter_map(|span| Some((length_of(&span)?, span)));
            let (slept, span) = sleeps.nth(nth.number)?;
            (slept == length).then_some((slept, span))
        })
    }
}

/// Returns the edit that gives a length to what has one.
fn edit(arguments: &Arguments, of: Length, length: Nanos) -> Edit {
    Edit {
        name: of.parameter.name,
        value: arguments.value_with(of, length),
        label: arguments.length_name(of),
        seconds: length.seconds(),
    }
}

/// Returns how long a span was to be, if its task slept or blocked the loop, or its thread worked.
fn length_of(span: &Span) -> Option<Nanos> {
    let until = match span.state {
        State::Sleeping(until) => until,
        State::Blocking | State::Working(_) => span.to?.time,
        _ => return None,
    };
    Some(until.since(span.from.time))
}
