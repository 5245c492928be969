//! Why the end of a span cannot be dragged, in the picture that is shown.

use super::{Basis, Editing, Selected};
use crate::browser::run::ShownRun;
use crate::lessons::{is_sleep, why_fixed, why_no_sleep};
use crate::story::Phrase;
use crate::timeline::Picture;

/// What a reader does where it may be said why an end cannot be dragged.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::browser) enum Asked {
    /// The pointer is over the span.
    Pointed,
    /// The span is selected.
    Selected,
    /// A key was to change its length.
    Edited,
}

/// How many events a run has at most that is run again while the pointer moves.
const POINTED_EVENTS: usize = 2000;

impl Editing {
    /// Says why the end of a span cannot be dragged; nothing where it can be, and of what is no sleep
    /// nothing unless a reader wants to change its length.
    pub(in crate::browser) fn reason(
        &self,
        run: &ShownRun,
        (picture, target_px): (&Picture, f64),
        (row, number): Selected,
        asked: Asked,
    ) -> Option<Phrase> {
        run.look(|story| {
            let (at, row) = ((row, number), story.row(row)?);
            let span = row.span(number)?;
            if let Some(reason) = why_no_sleep(span.state) {
                return (asked == Asked::Edited).then_some(reason);
            }
            if asked == Asked::Pointed && story.trace().len() > POINTED_EVENTS {
                return None;
            }
            let known = self.with_sleeps(run, |sleeps| {
                why_fixed((run.lesson()?, self.arguments()?), sleeps, &row, &span)
            });
            match known {
                None => Some(Phrase::new(self.basis_key(), [])),
                Some(None) => self.out_of_reach(run, (picture, target_px), at),
                Some(reason) => reason,
            }
        })
    }

    /// Says why nothing is known of the sleeps of the run.
    fn basis_key(&self) -> &'static str {
        match self.basis {
            Basis::Recorded => "edit-recorded",
            Basis::Worker => "edit-large",
            Basis::Lesson => "edit-live",
            Basis::Exact(_) => "edit-going",
        }
    }

    /// Says why a handle that there may be is not in the picture.
    fn out_of_reach(
        &self,
        run: &ShownRun,
        (picture, target_px): (&Picture, f64),
        span: Selected,
    ) -> Option<Phrase> {
        if !self.is_fixed(run, (picture, target_px), span) {
            return None;
        }
        let is_time = picture.scale.px_per_s > 0.0;
        let key = if is_time { "edit-narrow" } else { "edit-order" };
        Some(Phrase::new(key, []))
    }

    /// Says whether a span is a sleep that has no handle in the picture.
    pub(in crate::browser) fn is_fixed(
        &self,
        run: &ShownRun,
        (picture, target_px): (&Picture, f64),
        (number, span): Selected,
    ) -> bool {
        run.look(|story| {
            let row = story.row(number);
            let found = row.and_then(|row| Some((row.span(span)?, row)));
            let Some((span, row)) = found.filter(|(span, _)| is_sleep(span.state)) else {
                return false;
            };
            self.with_handles(run, None, target_px, |handles| {
                handles.is_none_or(|handles| !handles.has((number, &row), &span, &picture.scale))
            })
        })
    }
}
