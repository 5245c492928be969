//! Folded lanes: what is drawn of them, and where a lane is folded.

use crate::runtime::TaskId;
use crate::story::Told;

use super::density::Density;
use super::layout::{Drawing, Picture};
use super::rows::AXIS_PX;
use super::shape::Shape;
use super::sketch::Sketch;

/// The height of the band in which folded lanes are seen, at least and at most.
const BAND_PX: (f64, f64) = (3.0, 8.0);

/// What is left between that band and the next bar.
const APART_PX: f64 = 7.0;

impl Drawing<'_> {
    /// Draws what is folded away as a thin band below the bar of its row, where there is room.
    pub(super) fn folded(&self, sketch: &mut Sketch, shapes: &mut Vec<Shape>) {
        let band_px = (self.rows.row_px - self.rows.bar_px() - APART_PX).min(BAND_PX.1);
        if band_px < BAND_PX.0 || self.rows.per_band > 1 {
            return;
        }
        for row in self.rows.seen(self.view.height_px) {
            let Some(count) = self.rows.folded_below(row) else {
                continue;
            };
            debug_assert!(count > 0, "a fold that hides nothing");
            let (rows, width_px) = (self.rows.clone(), self.view.width_px);
            let density = Density::below(row, self.scale, rows, width_px, self.present);
            let mut bands = sketch.bands(self.told, density);
            bands.y_px = self.rows.y_from_lane(row) + self.rows.bar_px() / 2.0 + 2.0;
            (bands.band_px, bands.bar_px) = (band_px, band_px);
            shapes.push(Shape::Density(bands));
        }
    }
}

impl Picture {
    /// Returns the row that folds at a place: one of a task that created others, whose name is
    /// there, or not farther above or below than `slack_px`.
    #[must_use]
    pub fn fold_at(
        &self,
        told: Told<'_>,
        (x_px, y_px): (f64, f64),
        slack_px: f64,
    ) -> Option<usize> {
        if x_px < 0.0 || x_px >= self.scale.plot.left_px || y_px < AXIS_PX {
            return None;
        }
        let under = self.rows.named_at(y_px);
        let folds = |row: &usize| told.is_creator(TaskId(*row as u32)) && *row < told.lane_count();
        if let Some(row) = under.filter(folds) {
            return Some(row);
        }
        let distance = |row: &usize| (self.rows.y_from_lane(*row) - y_px).abs();
        let near = self.rows.between(y_px - slack_px, y_px + slack_px);
        near.filter(folds)
            .min_by(|one, other| distance(one).total_cmp(&distance(other)))
    }
}
