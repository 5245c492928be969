//! From lanes to pixels: how high a row is, which rows are seen, and which share a band.
//!
//! Rows have room for a bar each, or, where there are too many, some of them share a *band*.

use std::ops::Range;

use super::window::Window;

/// The height of the axis above the rows.
pub(super) const AXIS_PX: f64 = 30.0;

/// The space below the rows.
const BELOW_PX: f64 = 10.0;

/// The height of a row that has room for its words, and that of one that has room to spare.
const ROW_PX: (f64, f64) = (20.0, 46.0);

/// The lowest row that has a bar of its own.
const BAR_MIN_PX: f64 = 6.0;

/// The height of a band of rows that are lower.
const BAND_PX: f64 = 12.0;

/// Rows that fill this many screens are shown as bands at first, fewer are scrolled.
const SCREENS_MAX: f64 = 10.0;

/// The highest picture: browsers scroll no farther.
const HEIGHT_MAX_PX: f64 = 1.5e7;

/// The rows of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rows {
    /// The height of a row.
    pub(super) row_px: f64,
    /// How many rows share a band.
    pub(super) per_band: usize,
    /// How far the rows are scrolled up.
    scroll_px: f64,
    count: usize,
}

impl Rows {
    /// Makes rows of a good height for `count` lanes, within what a screen shows at once.
    pub(super) fn fit(count: usize, height_max_px: f64, window: Window) -> Rows {
        let room_px = (height_max_px - AXIS_PX - BELOW_PX).max(1.0);
        let all_px = room_px / count.max(1) as f64;
        let most_px = ROW_PX.1.min(HEIGHT_MAX_PX / count.max(1) as f64);
        let row_px = match window.row_px {
            Some(row_px) => row_px.min(most_px).max(all_px.min(most_px)),
            None if all_px * SCREENS_MAX < ROW_PX.0 => all_px,
            None => all_px.clamp(ROW_PX.0, ROW_PX.1),
        };
        let per_band = if row_px >= BAR_MIN_PX {
            1
        } else {
            (BAND_PX / row_px).ceil() as usize
        };
        Rows {
            row_px,
            per_band,
            scroll_px: window.scroll_px,
            count,
        }
    }

    /// Returns how high the picture is with all rows.
    pub(super) fn height_px(&self) -> f64 {
        AXIS_PX + self.count as f64 * self.row_px + BELOW_PX
    }

    /// Returns the middle of a lane's row.
    pub(super) fn y_from_lane(&self, lane: usize) -> f64 {
        AXIS_PX + (lane as f64 + 0.5) * self.row_px - self.scroll_px
    }

    /// Returns the height of a bar in its row, or in its band.
    pub(super) fn bar_px(&self) -> f64 {
        // In low rows the bars take the room, so that their words still fit into them.
        if self.per_band > 1 {
            self.band_px() - 1.0
        } else if self.row_px < 14.0 {
            self.row_px - 1.0
        } else if self.row_px < 30.0 {
            (self.row_px - 3.0).round()
        } else {
            (self.row_px * 0.62).round()
        }
    }

    /// Returns the lanes whose rows can be seen in a window of this height.
    pub(super) fn visible(&self, height_px: f64) -> Range<usize> {
        let first = (self.scroll_px / self.row_px).floor().max(0.0) as usize;
        let last = ((self.scroll_px + height_px - AXIS_PX) / self.row_px)
            .ceil()
            .max(0.0) as usize;
        first.min(self.count)..last.min(self.count)
    }

    /// Returns the lane at a height, if there is one.
    pub(super) fn lane_from_y(&self, y_px: f64) -> Option<usize> {
        let lane = (y_px - AXIS_PX + self.scroll_px) / self.row_px;
        (y_px >= AXIS_PX && lane >= 0.0 && lane < self.count as f64).then_some(lane as usize)
    }

    /// Returns the lanes whose rows are at a height, or whose middles are not farther from it.
    pub(super) fn near(&self, y_px: f64, reach_px: f64) -> Range<usize> {
        if y_px < AXIS_PX {
            return 0..0;
        }
        let place = (y_px - AXIS_PX + self.scroll_px) / self.row_px;
        let reach = (reach_px / self.row_px - 0.5).max(0.0);
        let (first, last) = ((place - reach).max(0.0), (place + reach).max(0.0));
        (first as usize).min(self.count)..(last as usize + 1).min(self.count)
    }

    // ---- bands

    /// Returns the height of a band.
    pub(super) fn band_px(&self) -> f64 {
        self.row_px * self.per_band as f64
    }

    /// Returns the middle of a band.
    pub(super) fn y_from_band(&self, band: usize) -> f64 {
        AXIS_PX + (band as f64 + 0.5) * self.band_px() - self.scroll_px
    }

    /// Returns the band of a row.
    pub(super) fn band_of(&self, row: usize) -> usize {
        row / self.per_band
    }

    /// Returns the rows of a band.
    pub(super) fn rows_of(&self, band: usize) -> Range<usize> {
        let at = |band: usize| (band * self.per_band).min(self.count);
        at(band)..at(band + 1)
    }

    /// Returns the bands that can be seen in a window of this height.
    pub(super) fn visible_bands(&self, height_px: f64) -> Range<usize> {
        let rows = self.visible(height_px);
        self.band_of(rows.start)..rows.end.div_ceil(self.per_band)
    }
}
