//! The window: what part of a picture is seen.
//!
//! At zoom 1 the whole run lies between the edges of the plot. Zooming keeps the place under the
//! pointer where it is, and nothing moves beyond the run's ends.

/// The farthest that a picture is zoomed in.
const ZOOM_MAX: f64 = 1e7;

/// Where a run is drawn: beside the names, with room for the marks behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// The left edge.
    pub left_px: f64,
    /// The right edge, where the run ends at zoom 1.
    pub right_px: f64,
}

impl Plot {
    /// Returns how wide it is, one pixel at least.
    #[must_use]
    pub fn width_px(&self) -> f64 {
        (self.right_px - self.left_px).max(1.0)
    }
}

/// What part of a picture is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// How many times wider than the plot the run is.
    pub zoom: f64,
    /// How far the run is moved to the left.
    pub pan_px: f64,
    /// The height of a row; none for one that suits their number.
    pub row_px: Option<f64>,
    /// How far the rows are scrolled up.
    pub scroll_px: f64,
}

impl Window {
    /// The window that shows a whole run.
    pub const WHOLE: Window = Window {
        zoom: 1.0,
        pan_px: 0.0,
        row_px: None,
        scroll_px: 0.0,
    };

    /// Returns the window zoomed in by a factor, or out if it is less than 1, around a place.
    #[must_use]
    pub fn zoomed(self, plot: Plot, factor: f64, x_px: f64) -> Window {
        let place_px = held(x_px, plot.left_px, plot.right_px) - plot.left_px;
        self.with_place(plot, factor, self.pan_px + place_px, place_px)
    }

    /// Returns the window moved along the run.
    #[must_use]
    pub fn panned(self, plot: Plot, by_px: f64) -> Window {
        let pan_px = self.pan_px + by_px;
        Window { pan_px, ..self }.held(plot)
    }

    /// Returns the window in which a stretch of the picture, between two places of this window,
    /// takes the middle.
    #[must_use]
    pub fn fitted(self, plot: Plot, from_px: f64, to_px: f64) -> Window {
        let width_px = (to_px - from_px).max(1e-6);
        let factor = plot.width_px() * 0.7 / width_px;
        let middle_px = self.pan_px + f64::midpoint(from_px, to_px) - plot.left_px;
        self.with_place(plot, factor, middle_px, plot.width_px() / 2.0)
    }

    /// Returns the window zoomed by a factor, in which the place that was `run_px` behind the run's
    /// begin is `plot_px` behind the plot's.
    fn with_place(self, plot: Plot, factor: f64, run_px: f64, plot_px: f64) -> Window {
        let zoom = held(self.zoom * factor, 1.0, ZOOM_MAX);
        let pan_px = run_px * (zoom / self.zoom) - plot_px;
        Window {
            zoom,
            pan_px,
            ..self
        }
        .held(plot)
    }

    /// Returns the window moved as little as shows a place, with some room beside it.
    #[must_use]
    pub fn showing(self, plot: Plot, x_px: f64) -> Window {
        let room_px = plot.width_px() * 0.1;
        let (left_px, right_px) = (plot.left_px + room_px, plot.right_px - room_px);
        if self.zoom <= 1.0 || (left_px..=right_px).contains(&x_px) {
            return self;
        }
        let wanted_px = held(x_px, left_px, right_px);
        self.panned(plot, x_px - wanted_px)
    }

    /// Returns the window within the run.
    fn held(self, plot: Plot) -> Window {
        let most_px = plot.width_px() * (self.zoom - 1.0);
        let pan_px = held(self.pan_px, 0.0, most_px);
        Window { pan_px, ..self }
    }
}

/// Returns a value within bounds.
///
/// As `clamp`, which has words for bounds that make no sense, and with them all of the text of
/// floating-point numbers: as much for a page as a lesson's worth of code.
fn held(value: f64, least: f64, most: f64) -> f64 {
    value.min(most).max(least)
}

impl Default for Window {
    fn default() -> Window {
        Window::WHOLE
    }
}
