//! Folding lanes away, and showing them again.

use wasm_bindgen::prelude::*;

use super::playground::Playground;
use crate::runtime::TaskId;
use crate::story::StoryView;
use crate::timeline::CollapsedRows;

#[wasm_bindgen]
impl Playground {
    /// Returns the row that folds at a place of the picture, less than 0 if there is none.
    #[wasm_bindgen(js_name = "foldAt")]
    #[must_use]
    pub fn fold_at(&self, x_px: f64, y_px: f64) -> i32 {
        let Some(picture) = &self.picture else {
            return -1;
        };
        let row = self.look(|story| picture.collapsible_at(story, x_px, y_px));
        row.map_or(-1, |row| row as i32)
    }

    /// Collapses a row, or expands it. Of a number less than 0 it is that of the selected span, or of
    /// the task that has control; where nothing is below that lane the one above it.
    #[wasm_bindgen(js_name = "toggleFold")]
    pub fn toggle_fold(&mut self, row: i32) {
        let selected = self.selected.map(|(row, _)| row);
        let playhead = self.playhead;
        self.refold(&|folds, story| {
            let row = usize::try_from(row).unwrap_or_else(|_| {
                let stop = story.stop(story.stop_number(playhead));
                let task = stop.and_then(|stop| stop.task).unwrap_or(TaskId(0));
                above(story, selected.unwrap_or(task.0 as usize))
            });
            folds.toggle(story, row);
        });
    }

    /// collapses all lanes, or expands all if one is collapsed.
    #[wasm_bindgen(js_name = "toggleFolds")]
    pub fn toggle_folds(&mut self) {
        self.refold(&CollapsedRows::toggle_all);
    }
}

impl Playground {
    /// Changes what is folded.
    pub(super) fn refold(&mut self, change: &dyn Fn(&mut CollapsedRows, StoryView<'_>)) {
        let mut folds = std::mem::take(&mut self.folds);
        self.look(|story| change(&mut folds, story));
        self.folds = folds;
    }
}

/// Returns a lane, or the one above it if nothing is below that lane.
fn above(story: StoryView<'_>, row: usize) -> usize {
    let task = TaskId(row as u32);
    let parent = story.lane(task).and_then(|lane| lane.parent());
    let above = if story.is_creator(task) { None } else { parent };
    above.unwrap_or(task).0 as usize
}
