//! Why the end of a span cannot be dragged, in the picture that is shown.

use super::{Basis, Editing, Selected};
use crate::browser::run::ShownRun;
use crate::lessons::{why_fixed, why_no_sleep};
use crate::story::{Phrase, Row, Span};
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
            let row = (row, story.row(row)?);
            let span = row.1.span(number)?;
            if let Some(reason) = why_no_sleep(span.state) {
                return (asked == Asked::Edited).then_some(reason);
            }
            if asked == Asked::Pointed && story.trace().len() > POINTED_EVENTS {
                return None;
            }
            let known = self.with_sleeps(run, |sleeps| {
                why_fixed((run.lesson()?, self.arguments()?), sleeps, &row.1, &span)
            });
            match known {
                None => Some(Phrase::new(self.basis_key(), [])),
                Some(None) => self.out_of_reach(run, (picture, target_px), (row.0, &row.1), &span),
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
        row: (usize, &Row<'_>),
        span: &Span,
    ) -> Option<Phrase> {
        let scale = &picture.scale;
        let has = self.with_handles(run, None, target_px, |handles| {
            handles.is_some_and(|handles| handles.has(row, span, scale))
        });
        let key = match scale.px_per_s > 0.0 {
            _ if has => return None,
            true => "edit-narrow",
            false => "edit-order",
        };
        Some(Phrase::new(key, []))
    }
}
