//! From lanes to pixels: how high a row is, which rows are seen, and which share a band.
//!
//! Rows have room for a bar each, or, where there are too many, some of them share a *band*.

use std::ops::Range;
use std::rc::Rc;

use crate::timeline::rows::collapsed_rows::Hidden;
use crate::timeline::window::Window;

/// The height of the axis above the rows.
pub(in crate::timeline) const AXIS_PX: f64 = 30.0;

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

/// The rows of a picture. Those that are folded away are known by their numbers, and have no place.
#[derive(Clone, Debug)]
pub(in crate::timeline) struct Rows {
    /// The height of a row.
    pub(in crate::timeline) row_px: f64,
    /// How many rows share a band.
    pub(in crate::timeline) per_band: usize,
    /// Where the first row begins, if nothing is scrolled.
    top_px: f64,
    /// How far the rows are scrolled up.
    scroll_px: f64,
    /// How many rows have a place.
    count: usize,
    hidden: Rc<Hidden>,
}

impl PartialEq for Rows {
    fn eq(&self, other: &Rows) -> bool {
        let places = |rows: &Rows| (rows.row_px, rows.top_px, rows.scroll_px);
        places(self) == places(other)
            && (self.per_band, self.count) == (other.per_band, other.count)
            && self.hidden.is_like(&other.hidden)
    }
}

impl Rows {
    /// Makes rows of a good height for `count` lanes and threads, less those that are hidden,
    /// within what a screen shows at once. They begin below `top_px`.
    pub(in crate::timeline) fn fit(
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

    /// Returns how high the picture is with all rows.
    pub(in crate::timeline) fn height_px(&self) -> f64 {
        self.top_px + self.count as f64 * self.row_px + BELOW_PX
    }

    /// Returns where the last row ends.
    pub(in crate::timeline) fn bottom_px(&self) -> f64 {
        self.top_px + self.count as f64 * self.row_px - self.scroll_px
    }

    /// Returns where something is that scrolls with the rows.
    pub(in crate::timeline) fn scrolled_px(&self, y_px: f64) -> f64 {
        y_px - self.scroll_px
    }

    /// Returns the number of the strip between the axis and the rows that is at a place, if one is.
    pub(in crate::timeline) fn strip_from_y(&self, y_px: f64, strip_px: f64) -> Option<usize> {
        let unscrolled_px = y_px + self.scroll_px;
        let is_strip = y_px >= AXIS_PX && unscrolled_px < self.top_px;
        is_strip.then(|| ((unscrolled_px - AXIS_PX) / strip_px) as usize)
    }

    /// Returns the middle of a lane's row; of one that is folded away that of the row that hides it.
    pub(in crate::timeline) fn y_from_lane(&self, lane: usize) -> f64 {
        let place = self.hidden.place_of(lane);
        self.top_px + (place as f64 + 0.5) * self.row_px - self.scroll_px
    }

    /// Returns the height of a bar in its row, or in its band.
    pub(in crate::timeline) fn bar_px(&self) -> f64 {
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

    /// Returns the places of the rows that can be seen in a window of this height.
    fn visible(&self, height_px: f64) -> Range<usize> {
        let place = |y_px: f64| ((self.scroll_px + y_px - self.top_px) / self.row_px).max(0.0);
        let (first, last) = (place(AXIS_PX).floor(), place(height_px).ceil());
        (first as usize).min(self.count)..(last as usize).min(self.count)
    }

    /// Returns the rows that can be seen in a window of this height.
    pub(in crate::timeline) fn seen(&self, height_px: f64) -> impl Iterator<Item = usize> {
        self.visible(height_px).map(|place| self.row_at(place))
    }

    /// Says whether a row, or the one that hides it, can be seen in a window of this height.
    pub(in crate::timeline) fn is_seen(&self, row: usize, height_px: f64) -> bool {
        self.visible(height_px).contains(&self.hidden.place_of(row))
    }

    /// Says whether a row is folded away.
    pub(in crate::timeline) fn is_hidden(&self, row: usize) -> bool {
        self.hidden.owner_of(row).is_some()
    }

    /// Returns how many rows are folded away below a row, if any are.
    pub(in crate::timeline) fn folded_below(&self, row: usize) -> Option<usize> {
        self.hidden.count_under(row)
    }

    /// Returns the first row from `from` on that is folded away below another.
    pub(in crate::timeline) fn next_below(&self, row: usize, from: usize) -> Option<usize> {
        self.hidden.next_under(row, from)
    }

    /// Returns the row at a place among those that have one.
    pub(in crate::timeline) fn row_at(&self, place: usize) -> usize {
        self.hidden.row_at(place)
    }

    /// Returns the row at a height, if there is one.
    pub(in crate::timeline) fn lane_from_y(&self, y_px: f64) -> Option<usize> {
        let place = (y_px - self.top_px + self.scroll_px) / self.row_px;
        let is_place = y_px >= AXIS_PX && place >= 0.0 && place < self.count as f64;
        is_place.then(|| self.row_at(place as usize))
    }

    /// Returns the row whose name is beside a height: of a band its first.
    pub(in crate::timeline) fn named_at(&self, y_px: f64) -> Option<usize> {
        let row = self.lane_from_y(y_px)?;
        let band = self.band_of(self.hidden.place_of(row));
        Some(self.row_at(self.rows_of(band).start))
    }

    /// Returns the rows that are at a height, or whose middles are not farther from it.
    pub(in crate::timeline) fn near(
        &self,
        y_px: f64,
        reach_px: f64,
    ) -> impl Iterator<Item = usize> {
        let place = (y_px - self.top_px + self.scroll_px) / self.row_px;
        let reach = (reach_px / self.row_px - 0.5).max(0.0);
        let (first, last) = ((place - reach).max(0.0), (place + reach).max(-1.0) + 1.0);
        let end = if y_px < AXIS_PX { 0 } else { last as usize };
        let places = (first as usize).min(self.count)..end.min(self.count);
        places.map(|place| self.row_at(place))
    }

    // ---- bands

    /// Returns the height of a band.
    pub(in crate::timeline) fn band_px(&self) -> f64 {
        self.row_px * self.per_band as f64
    }

    /// Returns the middle of a band.
    pub(in crate::timeline) fn y_from_band(&self, band: usize) -> f64 {
        self.top_px + (band as f64 + 0.5) * self.band_px() - self.scroll_px
    }

    /// Returns the band of a place.
    pub(in crate::timeline) fn band_of(&self, place: usize) -> usize {
        place / self.per_band
    }

    /// Returns the places of the rows of a band.
    pub(in crate::timeline) fn rows_of(&self, band: usize) -> Range<usize> {
        let at = |band: usize| (band * self.per_band).min(self.count);
        at(band)..at(band + 1)
    }

    /// Returns the bands that can be seen in a window of this height.
    pub(in crate::timeline) fn visible_bands(&self, height_px: f64) -> Range<usize> {
        let places = self.visible(height_px);
        self.band_of(places.start)..places.end.div_ceil(self.per_band)
    }
}
