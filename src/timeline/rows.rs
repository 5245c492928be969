//! From lanes to pixels: how high a row is, and which rows are seen.

/// The height of the axis above the rows.
pub(super) const AXIS_PX: f64 = 30.0;

/// The space below the rows.
const BELOW_PX: f64 = 10.0;

/// The rows of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rows {
    /// The height of a row.
    pub(super) row_px: f64,
    /// How far the rows are scrolled up.
    scroll_px: f64,
    count: usize,
}

impl Rows {
    /// Makes rows of a good height for `count` lanes, within what a screen shows at once.
    pub(super) fn fit(count: usize, height_max_px: f64, scroll_px: f64) -> Rows {
        let room = height_max_px - AXIS_PX - BELOW_PX;
        let row_px = (room / count.max(1) as f64).clamp(20.0, 46.0);
        Rows {
            row_px,
            scroll_px,
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

    /// Returns the height of a bar in its row.
    pub(super) fn bar_px(&self) -> f64 {
        // In low rows the bars take the room, so that their words still fit into them.
        if self.row_px < 30.0 {
            (self.row_px - 3.0).round()
        } else {
            (self.row_px * 0.62).round()
        }
    }

    /// Returns the lanes whose rows can be seen in a window of this height.
    pub(super) fn visible(&self, height_px: f64) -> std::ops::Range<usize> {
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
}
