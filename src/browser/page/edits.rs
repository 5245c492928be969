//! Editing on the picture, as the page calls it.

use tsify::Ts;
use wasm_bindgen::prelude::*;

use super::playground::Playground;
use crate::browser::border::{Edit, EditedFacts, FixedFacts, SpanFacts, typed};
use crate::browser::editing::{Asked, Selected};
use crate::timeline::{DragHandle, facts_of};

#[wasm_bindgen]
impl Playground {
    /// Says how wide the target is at which the reader's usual pointer takes a handle.
    #[wasm_bindgen(js_name = "setHandleTarget")]
    pub fn set_handle_target(&mut self, target_px: f64) {
        self.viewport.handle_px = target_px;
    }

    /// Says whether a handle is at a position of the picture.
    #[wasm_bindgen(js_name = "hasHandle")]
    pub fn has_handle(&self, x_px: f64, y_px: f64, target_px: f64) -> bool {
        self.handle_at((x_px, y_px), target_px).is_some()
    }

    /// Takes the handle at a position of the picture, if there is one, and selects its sleep. Returns
    /// what is changed with it, as it is.
    pub fn grab(&mut self, x_px: f64, y_px: f64, target_px: f64) -> Option<Ts<Edit>> {
        self.editing.let_go();
        let handle = self.handle_at((x_px, y_px), target_px)?;
        let picture = self.viewport.picture()?;
        let edit = self.editing.grab(&self.run, picture, &handle, x_px)?;
        self.viewport.hold(handle.span);
        Some(typed(&edit))
    }

    /// Returns the edit that puts the dragged end to a position of the picture. Beyond the end of the picture time shrinks with each call, so that there is more.
    #[wasm_bindgen(js_name = "dragTo")]
    pub fn drag_to(&mut self, x_px: f64) -> Option<Ts<Edit>> {
        let edit = self.editing.drag_to(&self.run, x_px)?;
        Some(typed(&edit))
    }

    /// Says whether the value for a position may be another the next time.
    #[wasm_bindgen(js_name = "dragsOn")]
    pub fn drags_on(&self, x_px: f64) -> bool {
        self.editing.drags_on(x_px)
    }

    /// Lets the dragged end go.
    #[wasm_bindgen(js_name = "letGo")]
    pub fn let_go(&mut self) {
        self.editing.let_go();
    }

    /// Returns what makes the selected sleep longer by some steps, or shorter; nothing if it takes
    /// its length from no value: see `whyFixed`.
    #[wasm_bindgen(js_name = "lengthenSelected")]
    pub fn lengthen_selected(&mut self, by: i32) -> Option<Ts<Edit>> {
        let selected = self.viewport.selected();
        let edit = self.editing.lengthen(&self.run, selected, by.into())?;
        Some(typed(&edit))
    }

    /// Returns the facts of the sleep that was edited last, and where it ends in the picture that
    /// was painted last; nothing if it is there no more.
    #[wasm_bindgen(js_name = "editedFacts")]
    pub fn edited_facts(&self) -> Option<Ts<EditedFacts>> {
        let picture = self.viewport.picture()?;
        let span = self.editing.edited(&self.run)?;
        let found = self.run.look(|story| facts_of(story, picture, span))?;
        let (x, y) = (found.to_px, picture.row_y_px(found.lane));
        let facts = found.into();
        Some(typed(&EditedFacts { facts, x, y }))
    }
}

#[wasm_bindgen]
impl Playground {
    /// Says why the end of a span cannot be dragged, by its row and its number in the row; of numbers less than
    /// 0 that of the selected span, whose length a reader wants to change. Nothing if there is no such span.
    #[wasm_bindgen(js_name = "whyFixed")]
    pub fn why_fixed(&self, lane: i32, span: i32) -> Option<Ts<FixedFacts>> {
        let (picture, selected) = (self.viewport.picture()?, self.viewport.selected());
        let (span, asked) = match (usize::try_from(lane), usize::try_from(span)) {
            (Ok(lane), Ok(span)) if selected == Some((lane, span)) => {
                ((lane, span), Asked::Selected)
            }
            (Ok(lane), Ok(span)) => ((lane, span), Asked::Pointed),
            _ => (selected?, Asked::Edited),
        };
        let found = self.run.look(|story| facts_of(story, picture, span))?;
        let (x, y) = (found.to_px, picture.row_y_px(found.lane));
        let seen = (picture, self.viewport.handle_px);
        let why = self.editing.reason(&self.run, seen, span, asked);
        Some(typed(&FixedFacts {
            facts: found.into(),
            x,
            y,
            why: why.map(Into::into),
        }))
    }
}

impl Playground {
    /// Adds to the facts of a span whether it is a sleep whose end cannot be dragged.
    pub(super) fn with_fixed(&self, span: Option<Selected>, mut facts: SpanFacts) -> Ts<SpanFacts> {
        let is_fixed = self.viewport.picture().zip(span).map(|(picture, span)| {
            let seen = (picture, self.viewport.handle_px);
            self.editing.is_fixed(&self.run, seen, span)
        });
        facts.is_fixed = is_fixed.unwrap_or(false);
        typed(&facts)
    }

    fn handle_at(&self, at_px: (f64, f64), target_px: f64) -> Option<DragHandle> {
        let seen = (self.viewport.picture()?, self.viewport.selected());
        self.editing.handle_at(&self.run, seen, at_px, target_px)
    }
}
