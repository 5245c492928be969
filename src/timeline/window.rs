//! The window: which part of a picture is seen.
//!
//! At zoom 1 the whole run lies between the edges of the plot. Zooming keeps the position under the
//! pointer where it is, and the window does not move beyond the run's ends.

/// The farthest that a picture is zoomed in.
const ZOOM_MAX: f64 = 1e7;

/// Where a run is drawn: beside the names, with room for the marks after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// The left edge.
    pub left_px: f64,
    /// The right edge, where the run ends at zoom 1.
    pub right_px: f64,
}

impl Plot {
    /// Returns how wide the plot is, at least one pixel.
    pub fn width_px(&self) -> f64 {
        (self.right_px - self.left_px).max(1.0)
    }
}

/// Which part of a picture is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// How many times wider than the plot the run is.
    pub zoom: f64,
    /// How far the run is moved to the left.
    pub pan_px: f64,
    /// The height of a row; none for a height that suits the number of rows.
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

    /// Returns the window zoomed by a factor around a position: in, or out if less than 1.
    pub fn zoomed(self, plot: Plot, factor: f64, x_px: f64) -> Window {
        let plot_px = bounded(x_px, plot.left_px, plot.right_px) - plot.left_px;
        self.with_position(plot, factor, self.pan_px + plot_px, plot_px)
    }

    /// Returns the window moved along the run.
    pub fn panned(self, plot: Plot, by_px: f64) -> Window {
        let pan_px = self.pan_px + by_px;
        Window { pan_px, ..self }.within(plot)
    }

    /// Returns the window in which a stretch between two positions in this one takes the middle.
    pub fn fitted(self, plot: Plot, from_px: f64, to_px: f64) -> Window {
        // What takes no time on the axis has no width.
        let width_px = (to_px - from_px).max(1.0);
        let factor = plot.width_px() * 0.7 / width_px;
        let middle_px = self.pan_px + f64::midpoint(from_px, to_px) - plot.left_px;
        self.with_position(plot, factor, middle_px, plot.width_px() / 2.0)
    }

    /// Returns the window zoomed so that what is `run_px` into the run is `plot_px` into the plot.
    fn with_position(self, plot: Plot, factor: f64, run_px: f64, plot_px: f64) -> Window {
        let zoom = bounded(self.zoom * factor, 1.0, ZOOM_MAX);
        let pan_px = run_px * (zoom / self.zoom) - plot_px;
        let zoomed = Window {
            zoom,
            pan_px,
            ..self
        };
        zoomed.within(plot)
    }

    /// Returns the window moved as little as shows a position, with some room beside it.
    pub fn showing(self, plot: Plot, x_px: f64) -> Window {
        let room_px = plot.width_px() * 0.1;
        let (left_px, right_px) = (plot.left_px + room_px, plot.right_px - room_px);
        if self.zoom <= 1.0 || (left_px..=right_px).contains(&x_px) {
            return self;
        }
        let wanted_px = bounded(x_px, left_px, right_px);
        self.panned(plot, x_px - wanted_px)
    }

    /// Returns the window moved to lie within the run.
    fn within(self, plot: Plot) -> Window {
        let most_px = plot.width_px() * (self.zoom - 1.0);
        let pan_px = bounded(self.pan_px, 0.0, most_px);
        Window { pan_px, ..self }
    }
}

/// Returns a value within bounds.
///
/// As `clamp`, whose message for bounds in the wrong order would bring the code that writes
/// floating-point numbers into the page's module, as much as a lesson.
fn bounded(value: f64, least: f64, most: f64) -> f64 {
    value.min(most).max(least)
}
