//! Folding lanes away, and showing them again.

use wasm_bindgen::prelude::*;

use super::playground::Playground;
use crate::runtime::TaskId;
use crate::story::Told;
use crate::timeline::Folds;

#[wasm_bindgen]
impl Playground {
    /// Says whether there is a lane to fold at a place of the picture. A finger may miss it by
    /// `slack_px`.
    #[wasm_bindgen(js_name = "foldsAt")]
    #[must_use]
    pub fn folds_at(&self, x_px: f64, y_px: f64, slack_px: f64) -> bool {
        self.fold_at((x_px, y_px), slack_px).is_some()
    }

    /// Folds the lane at a place of the picture, or unfolds it.
    #[wasm_bindgen(js_name = "toggleFoldAt")]
    pub fn toggle_fold_at(&mut self, x_px: f64, y_px: f64, slack_px: f64) {
        if let Some(row) = self.fold_at((x_px, y_px), slack_px) {
            self.refold(|folds, told| folds.toggle(told, row));
        }
    }

    /// Folds the lane of the selected span, or of the task that has control, or unfolds it; where
    /// nothing is below that lane the one above it.
    #[wasm_bindgen(js_name = "toggleFold")]
    pub fn toggle_fold(&mut self) {
        let selected = self.selected.map(|(row, _)| row);
        let playhead = self.playhead;
        self.refold(|folds, told| {
            let stop = told.stop(told.stop_number(playhead));
            let task = stop.and_then(|stop| stop.task).unwrap_or(TaskId(0));
            let row = selected.unwrap_or(task.0 as usize);
            folds.toggle(told, above(told, row));
        });
    }

    /// Folds all lanes, or unfolds all if any is folded.
    #[wasm_bindgen(js_name = "toggleFolds")]
    pub fn toggle_folds(&mut self) {
        self.refold(Folds::toggle_all);
    }
}

impl Playground {
    fn fold_at(&self, at_px: (f64, f64), slack_px: f64) -> Option<usize> {
        let picture = self.picture.as_ref()?;
        self.look(|told| picture.fold_at(told, at_px, slack_px))
    }

    /// Changes what is folded.
    pub(super) fn refold(&mut self, change: impl FnOnce(&mut Folds, Told<'_>)) {
        let mut folds = std::mem::take(&mut self.folds);
        self.look(|told| change(&mut folds, told));
        self.folds = folds;
    }
}

/// Returns a lane, or the one above it if nothing is below that lane.
fn above(told: Told<'_>, row: usize) -> usize {
    let task = TaskId(row as u32);
    let parent = told.lane(task).and_then(|lane| lane.parent());
    let above = if told.is_creator(task) { None } else { parent };
    above.unwrap_or(task).0 as usize
}
