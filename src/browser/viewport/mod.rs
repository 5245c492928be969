//! What of the picture is seen, and the picture that was painted last. An owner of the playground.

mod named;
mod picture;
mod selection;
mod sliding;
mod whole_picture;

pub(super) use named::{axis_named, theme_named};
pub(super) use picture::Paper;
pub(super) use selection::{Pointed, find_row};
pub use whole_picture::WholePicture;

use sliding::Sliding;

use super::painter::Dress;
use super::run::ShownRun;
use crate::runtime::Nanos;
use crate::story::{Link, Point, StoryView};
use crate::timeline::{
    Axis, CollapsedRows, LabelTexts, Margins, Picture, Progressive, Transition, Window,
};

/// How many spans of a crowded picture are worked out in a frame.
const SPANS_AT_ONCE: usize = 32_000;

/// What of the picture is seen.
pub(super) struct Viewport {
    pub(super) window: Window,
    pub(super) label_texts: LabelTexts,
    /// The picture that was painted last.
    picture: Option<Picture>,
    /// What of it is worked out over several frames.
    progressive: Progressive,
    /// The bars that are on their way to their places.
    sliding: Option<Sliding>,
    /// Whether the reader likes less motion: then nothing slides.
    pub(super) is_still: bool,
    hover: Option<(usize, usize)>,
    /// The span that is selected: its row, and its number in the row.
    selected: Option<(usize, usize)>,
    collapsed: CollapsedRows,
    /// The critical path, if it is lit; else empty.
    path: Vec<Link>,
    /// The spans of the lines of the program under the pointer.
    pointed: Vec<Link>,
    /// The margins of the picture beside this one.
    beside: Option<Margins>,
    /// What is known of the run in that picture.
    pub(super) other: Other,
    /// How wide the target is at which the reader's usual pointer takes a handle.
    pub(super) handle_px: f64,
    /// What the author of the page says of the look.
    pub(super) dress: Dress,
}

/// What is known of a run that is compared with the one that is shown.
#[derive(Default)]
pub(super) struct Other {
    /// When it ends.
    pub(super) end: Nanos,
    /// The number of the stop at its playhead.
    pub(super) stop: usize,
    /// How many stops it has; 0 where nothing is compared.
    pub(super) stops: usize,
    /// Whether the stop that both playheads reached last is one of it.
    pub(super) is_shown: bool,
}

impl Default for Viewport {
    fn default() -> Viewport {
        Viewport {
            window: Window::WHOLE,
            label_texts: LabelTexts::new(Vec::new()),
            picture: None,
            progressive: Progressive::in_parts(SPANS_AT_ONCE),
            sliding: None,
            is_still: false,
            hover: None,
            selected: None,
            collapsed: CollapsedRows::default(),
            path: Vec::new(),
            pointed: Vec::new(),
            beside: None,
            other: Other::default(),
            handle_px: 0.0,
            dress: Dress::plain(),
        }
    }
}

impl Viewport {
    // ---- runs

    /// Forgets the run before. Another lesson has other lanes.
    pub(super) fn restart(&mut self, is_same_lesson: bool) {
        if !is_same_lesson {
            self.collapsed = CollapsedRows::default();
        }
        self.collapsed.restart();
        (self.path, self.pointed) = (Vec::new(), Vec::new());
        (self.hover, self.selected) = (None, None);
    }

    /// Lets the bars of the next run slide from where they are now.
    pub(super) fn slide_from_here(&mut self) {
        let picture = self.picture.as_ref().filter(|_| !self.is_still);
        let transition = picture.and_then(Transition::start);
        self.sliding = transition.map(Sliding::new);
    }

    /// Lets no bar slide: all are at their places at once.
    pub(super) fn stop_sliding(&mut self) {
        self.sliding = None;
    }

    // ---- the window

    /// Changes what is seen of the picture, if there is one.
    pub(super) fn change(&mut self, change: impl FnOnce(Window, &Picture) -> Window) {
        if let Some(picture) = &self.picture {
            let wanted = change(self.window, picture);
            self.window = picture.scale.no_closer(self.window, wanted);
        }
    }

    pub(super) fn zoom(&mut self, factor: f64, x_px: f64) {
        self.change(|window, picture| window.zoomed(picture.scale.plot, factor, x_px));
    }

    pub(super) fn is_rough(&self) -> bool {
        self.progressive.is_rough() || self.sliding.is_some()
    }

    pub(super) fn collapse(
        &mut self,
        run: &ShownRun,
        change: impl FnOnce(&mut CollapsedRows, StoryView<'_>),
    ) {
        run.look(|story| change(&mut self.collapsed, story));
    }

    // ---- another run beside this one

    /// Takes the margins of another picture. Returns whether that changes this one.
    pub(super) fn lie_beside(&mut self, other: &Viewport) -> bool {
        let margins = other.picture.as_ref().map(|picture| picture.margins);
        let before = std::mem::replace(&mut self.beside, margins);
        before != margins
    }

    pub(super) fn lie_alone(&mut self) {
        self.beside = None;
        self.other = Other::default();
    }

    // ---- points and positions

    /// Returns where the run ends, or when a longer one beside it does.
    pub(super) fn end(&self, run: &ShownRun) -> Point {
        let end = run.builder().end;
        Point {
            time: end.time.max(self.other.end),
            ..end
        }
    }

    pub(super) fn at_time(&self, run: &ShownRun, time: Nanos) -> Point {
        let end = self.end(run);
        if time > run.builder().end.time {
            let time = time.min(end.time);
            return Point { time, ..end };
        }
        run.builder().at_time(time)
    }

    /// Returns the point at a position of the picture that was painted last.
    pub(super) fn point_at(&self, run: &ShownRun, x_px: f64) -> Option<Point> {
        let scale = self.picture.as_ref()?.scale;
        let at = scale.point_from_x(run.builder(), x_px);
        if self.beside.is_none() || scale.axis != Axis::Time || at < run.builder().end {
            return Some(at);
        }
        let time_s = (x_px - scale.left_px) / scale.px_per_s;
        Some(self.at_time(run, Nanos::from_seconds(time_s)))
    }

    /// Returns the position of a point in the picture that was painted last.
    pub(super) fn x_of(&self, point: Point) -> f64 {
        let picture = self.picture.as_ref();
        picture.map_or(0.0, |picture| picture.scale.x_from_point(point))
    }

    pub(super) fn picture(&self) -> Option<&Picture> {
        self.picture.as_ref()
    }

    // ---- the critical path

    pub(super) fn light_path(&mut self, run: &ShownRun, is_lit: bool) {
        self.path = if is_lit {
            run.look(|story| story.critical_path())
        } else {
            Vec::new()
        };
    }

    pub(super) fn path(&self) -> &[Link] {
        &self.path
    }
}
