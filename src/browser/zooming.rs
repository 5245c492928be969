//! What of a picture a reader looks at: zooming, moving along, and a span that is selected.

use wasm_bindgen::prelude::*;

use super::answers::{facts, optional};
use super::playground::Playground;
use crate::runtime::TaskId;
use crate::story::StoryView;
use crate::timeline::{Facts, Picture, Window, facts_of, hit};

#[wasm_bindgen]
impl Playground {
    /// Zooms in by a factor, or out by one below 1, around a place of the picture.
    #[wasm_bindgen(js_name = "zoomBy")]
    pub fn zoom_by(&mut self, factor: f64, x_px: f64) {
        self.change(|window, picture| window.zoomed(picture.scale.plot, factor, x_px));
    }

    /// Zooms around the playhead.
    #[wasm_bindgen(js_name = "zoomAtPlayhead")]
    pub fn zoom_at_playhead(&mut self, factor: f64) {
        self.zoom_by(factor, self.playhead_x());
    }

    /// Moves along the run.
    #[wasm_bindgen(js_name = "panBy")]
    pub fn pan_by(&mut self, by_px: f64) {
        self.change(|window, picture| window.panned(picture.scale.plot, by_px));
    }

    /// Makes rows higher by a factor, or lower by one below 1.
    #[wasm_bindgen(js_name = "growRows")]
    pub fn grow_rows(&mut self, factor: f64) {
        self.change(|window, picture| Window {
            row_px: Some(picture.row_px() * factor),
            ..window
        });
    }

    /// Shows the whole run again.
    #[wasm_bindgen(js_name = "showAll")]
    pub fn show_all(&mut self) {
        self.window = Window::WHOLE;
    }

    /// Zooms to the selected span; without one to what is around the playhead.
    #[wasm_bindgen(js_name = "showSelected")]
    pub fn show_selected(&mut self) {
        let selected = self.selected_facts();
        let playhead_px = self.playhead_x();
        self.change(|window, picture| {
            let plot = picture.scale.plot;
            match selected {
                Some(facts) => window.fitted(plot, facts.from_px, facts.to_px),
                None => window.zoomed(plot, 4.0, playhead_px),
            }
        });
    }

    /// Says whether a part of the run is out of sight to the left or to the right.
    #[wasm_bindgen(getter, js_name = "isZoomed")]
    #[must_use]
    pub fn is_zoomed(&self) -> bool {
        self.window.zoom > 1.0
    }

    /// Says whether the picture that was painted last is not worked out yet.
    #[wasm_bindgen(getter, js_name = "isRough")]
    #[must_use]
    pub fn is_rough(&self) -> bool {
        self.sketch.is_rough() || self.sliding.is_some()
    }

    /// Moves the window as little as shows the playhead.
    #[wasm_bindgen(js_name = "followPlayhead")]
    pub fn follow_playhead(&mut self) {
        let playhead_px = self.playhead_x();
        self.change(|window, picture| window.showing(picture.scale.plot, playhead_px));
    }

    // ---- the selected span

    /// Selects the span at a place of the picture, or none. Returns its facts.
    pub fn select(&mut self, x_px: f64, y_px: f64) -> JsValue {
        self.editing.leave();
        let picture = self.picture.as_ref();
        let found = picture.and_then(|picture| self.look(|story| hit(story, picture, x_px, y_px)));
        self.selected = found.as_ref().map(|found| (found.lane, found.span));
        optional(found.as_ref().map(facts))
    }

    /// Selects the next span of the row, or the one before, and moves the playhead to its begin.
    /// Without a selected span it is the first of the task that has control. Returns its facts.
    #[wasm_bindgen(js_name = "selectNext")]
    pub fn select_next(&mut self, by: i32) -> JsValue {
        let next = self.look(|story| match self.selected {
            None => {
                let stop = story.stop(story.stop_number(self.playhead))?;
                Some((stop.task.unwrap_or(TaskId(0)).0 as usize, 0))
            }
            Some((lane, number)) => {
                let row = story.row(lane)?;
                let spans = row.spans_around(number);
                Some((lane, spans[if by < 0 { 0 } else { 1 }]?.number))
            }
        });
        if next.is_some() {
            self.editing.leave();
            self.selected = next;
            self.go_to_selected();
        }
        optional(self.selected_facts().as_ref().map(facts))
    }

    /// Selects the first span of the next task whose name has `text` in it, and moves the playhead
    /// there. Returns its facts, null if there is none.
    #[wasm_bindgen(js_name = "find")]
    pub fn find_task(&mut self, text: &str) -> JsValue {
        let from = self.selected.map_or(0, |(lane, _)| lane + 1);
        let found = self.look(|story| find(story, text, from));
        if let Some(row) = found {
            self.editing.leave();
            self.selected = Some((row, 0));
            self.go_to_selected();
        }
        optional(
            found
                .and_then(|_| self.selected_facts())
                .as_ref()
                .map(facts),
        )
    }

    /// Returns how far down the middle of the selected span's row is, with all rows above it;
    /// less than 0 if none is selected.
    #[wasm_bindgen(getter, js_name = "selectedY")]
    #[must_use]
    pub fn selected_y(&self) -> f64 {
        match (self.selected, &self.picture) {
            (Some((row, _)), Some(picture)) => picture.row_y_px(row) + self.window.scroll_px,
            _ => -1.0,
        }
    }
}

impl Playground {
    fn change(&mut self, change: impl FnOnce(Window, &Picture) -> Window) {
        if let Some(picture) = &self.picture {
            self.window = change(self.window, picture);
        }
    }

    fn selected_facts(&self) -> Option<Facts> {
        let (picture, selected) = (self.picture.as_ref()?, self.selected?);
        self.look(|story| facts_of(story, picture, selected))
    }

    /// Moves the playhead to the begin of the selected span.
    fn go_to_selected(&mut self) {
        let selected = self.selected;
        let from = self.look(|story| {
            let (row, number) = selected?;
            Some(story.row(row)?.span(number)?.from)
        });
        if let Some(from) = from {
            self.go_to(from);
        }
        if let Some((row, _)) = selected {
            self.refold(&|folds, story| folds.reveal(story, row));
        }
    }
}

/// Returns the row of the next task from `from` on, and round again, with a text in its name.
fn find(story: StoryView<'_>, text: &str, from: usize) -> Option<usize> {
    let text = text.to_ascii_lowercase();
    let rows = story.row_count();
    let mut numbers = (from..rows).chain(0..from.min(rows));
    let has = |row: &usize| {
        let row = story.row(*row);
        row.is_some_and(|row| row.name().to_ascii_lowercase().contains(&text))
    };
    numbers.find(has).filter(|_| !text.is_empty())
}
