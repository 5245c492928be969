//! Collapsed lanes: what is drawn of them, and where a lane is collapsed.

use crate::runtime::TaskId;
use crate::story::StoryView;

use crate::timeline::density::crowd::Density;
use crate::timeline::drawing::Drawing;
use crate::timeline::{Picture, Progressive, Shape};

/// The height of the band in which collapsed lanes are seen, at least and at most.
const BAND_PX: (f64, f64) = (3.0, 8.0);

/// The space between that band and the next bar.
const APART_PX: f64 = 7.0;

impl Drawing<'_> {
    /// Draws collapsed lanes as a thin band below the bar of their row, where there is room.
    pub(crate) fn collapsed(&self, progressive: &mut Progressive, shapes: &mut Vec<Shape>) {
        let band_px = (self.rows.row_px - self.rows.bar_px() - APART_PX).min(BAND_PX.1);
        if band_px < BAND_PX.0 || self.rows.per_band > 1 {
            return;
        }
        for row in self.rows.seen(self.view.height_px) {
            if self.rows.collapsed_below(row).is_none() {
                continue;
            }
            let (rows, size_px) = (self.rows.clone(), (self.view.width_px, band_px));
            let density = Density::new(Some(row), self.scale, rows, size_px, self.present);
            let mut bands = progressive.bands(self.story, density);
            bands.y_px = self.rows.y_from_lane(row) + self.rows.bar_px() / 2.0 + 2.0;
            (bands.band_px, bands.bar_px) = (band_px, band_px);
            shapes.push(Shape::Density(bands));
        }
    }
}

impl Picture {
    /// Returns the row that can be collapsed at a position: that of a task that created others, and
    /// whose name is there.
    pub fn collapsible_at(&self, story: StoryView<'_>, x_px: f64, y_px: f64) -> Option<usize> {
        let is_name = (0.0..self.scale.plot.left_px).contains(&x_px);
        let row = self.rows.named_at(y_px).filter(|_| is_name)?;
        let collapses = row < story.lane_count() && story.is_creator(TaskId(row as u32));
        collapses.then_some(row)
    }
}
