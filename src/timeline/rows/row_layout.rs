//! From rows to pixels: how high a row is, which rows are seen, and which share a band.
//!
//! Each row has room for a bar, or, where there are too many rows, some of them share a *band*. The
//! *position* of a row is its number among the rows that are not hidden.

use std::ops::Range;
use std::rc::Rc;

use crate::timeline::rows::collapsed_rows::Hidden;
use crate::timeline::window::Window;

/// The height of the axis above the rows.
pub(crate) const AXIS_PX: f64 = 30.0;

const BELOW_PX: f64 = 10.0;

/// The height of a row with just enough room for its texts, and the most height of a row.
const ROW_PX: (f64, f64) = (20.0, 46.0);

/// The lowest row that has a bar of its own.
const BAR_MIN_PX: f64 = 6.0;

/// The height of a band of rows that are lower.
const BAND_PX: f64 = 12.0;

/// Rows that fill more screens than this are shown as bands at first; fewer are scrolled.
const SCREENS_MAX: f64 = 10.0;

/// The highest picture: browsers scroll no farther.
const HEIGHT_MAX_PX: f64 = 1.5e7;

/// The rows of a picture. Hidden rows keep their numbers, and have no position.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rows {
    pub(crate) row_px: f64,
    pub(crate) per_band: usize,
    /// Where the first row begins, if the rows are not scrolled.
    top_px: f64,
    /// How far the rows are scrolled up.
    scroll_px: f64,
    count: usize,
    pub(crate) hidden: Rc<Hidden>,
}

impl Rows {
    /// Makes rows of a good height for `count` lanes and threads, without those that are hidden. The
    /// rows begin below `top_px`, and a screen shows `height_max_px` at once.
    pub(crate) fn fit(
        count: usize,
        hidden: Rc<Hidden>,
        (top_px, height_max_px): (f64, f64),
        window: Window,
    ) -> Rows {
        let count = count.saturating_sub(hidden.count());
        let room_px = (height_max_px - top_px - BELOW_PX).max(1.0);
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
            top_px,
            scroll_px: window.scroll_px,
            count,
            hidden,
        }
    }

    pub(crate) fn height_px(&self) -> f64 {
        self.top_px + self.count as f64 * self.row_px + BELOW_PX
    }

    pub(crate) fn bottom_px(&self) -> f64 {
        self.top_px + self.count as f64 * self.row_px - self.scroll_px
    }

    pub(crate) fn scrolled_px(&self, y_px: f64) -> f64 {
        y_px - self.scroll_px
    }

    /// Returns the number of the strip between the axis and the rows at a height, if one is there.
    pub(crate) fn strip_from_y(&self, y_px: f64, strip_px: f64) -> Option<usize> {
        let unscrolled_px = y_px + self.scroll_px;
        let is_strip = y_px >= AXIS_PX && unscrolled_px < self.top_px;
        is_strip.then(|| ((unscrolled_px - AXIS_PX) / strip_px) as usize)
    }

    /// Returns the middle of a lane's row; of a hidden lane, the middle of the row that hides it.
    pub(crate) fn y_from_lane(&self, lane: usize) -> f64 {
        let position = self.hidden.position_of(lane);
        self.top_px + (position as f64 + 0.5) * self.row_px - self.scroll_px
    }

    /// Returns the height of a bar in its row, or in its band.
    /// Returns the row whose position is `by` farther down, or up, within the rows that are not hidden.
    pub(crate) fn beside(&self, row: usize, by: isize) -> usize {
        let position = self.hidden.position_of(row).saturating_add_signed(by);
        self.hidden
            .row_at(position.min(self.count.saturating_sub(1)))
    }

    pub(crate) fn bar_px(&self) -> f64 {
        // In low rows the bars take the whole height, so that their labels still fit.
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

    /// Returns the positions of the rows that can be seen in a window of this height.
    fn visible(&self, height_px: f64) -> Range<usize> {
        let position = |y_px: f64| ((self.scroll_px + y_px - self.top_px) / self.row_px).max(0.0);
        let (first, last) = (position(AXIS_PX).floor(), position(height_px).ceil());
        (first as usize).min(self.count)..(last as usize).min(self.count)
    }

    pub(crate) fn seen(&self, height_px: f64) -> impl Iterator<Item = usize> {
        let positions = self.visible(height_px);
        positions.map(|position| self.row_at(position))
    }

    pub(crate) fn is_seen(&self, row: usize, height_px: f64) -> bool {
        let position = self.hidden.position_of(row);
        self.visible(height_px).contains(&position)
    }

    pub(crate) fn row_at(&self, position: usize) -> usize {
        self.hidden.row_at(position)
    }

    pub(crate) fn lane_from_y(&self, y_px: f64) -> Option<usize> {
        let position = (y_px - self.top_px + self.scroll_px) / self.row_px;
        let is_row = y_px >= AXIS_PX && position >= 0.0 && position < self.count as f64;
        is_row.then(|| self.row_at(position as usize))
    }

    /// Returns the row whose name is at a height: of a band the first row.
    pub(crate) fn named_at(&self, y_px: f64) -> Option<usize> {
        let row = self.lane_from_y(y_px)?;
        let band = self.band_of(self.hidden.position_of(row));
        Some(self.row_at(self.rows_of(band).start))
    }

    /// Returns the rows that are at a height, or whose middles are at most `reach_px` from it.
    pub(crate) fn near(&self, y_px: f64, reach_px: f64) -> impl Iterator<Item = usize> {
        let position = (y_px - self.top_px + self.scroll_px) / self.row_px;
        let reach = (reach_px / self.row_px - 0.5).max(0.0);
        let first = (position - reach).max(0.0) as usize;
        let last = (position + reach).max(-1.0) + 1.0;
        let end = if y_px < AXIS_PX { 0 } else { last as usize };
        let positions = first.min(self.count)..end.min(self.count);
        positions.map(|position| self.row_at(position))
    }

    pub(crate) fn band_px(&self) -> f64 {
        self.row_px * self.per_band as f64
    }

    pub(crate) fn y_from_band(&self, band: usize) -> f64 {
        self.top_px + (band as f64 + 0.5) * self.band_px() - self.scroll_px
    }

    pub(crate) fn band_of(&self, position: usize) -> usize {
        position / self.per_band
    }

    /// Returns the positions of the rows of a band.
    pub(crate) fn rows_of(&self, band: usize) -> Range<usize> {
        let at = |band: usize| (band * self.per_band).min(self.count);
        at(band)..at(band + 1)
    }

    pub(crate) fn visible_bands(&self, height_px: f64) -> Range<usize> {
        let positions = self.visible(height_px);
        self.band_of(positions.start)..positions.end.div_ceil(self.per_band)
    }
}
