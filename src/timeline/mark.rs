//! Marks: small signs around a place, as the lines of which they are drawn.
//!
//! Each has a shape of its own, so that they differ without their colour.

/// A small sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A task returned.
    Check,
    /// A task raised an error.
    Cross,
    /// A task was cancelled.
    Stop,
    /// A task asks another to stop: a ring.
    Asked,
    /// The request reaches the task: a diamond.
    Delivered,
    /// The request reaches the task, which goes on: a hollow diamond.
    Refused,
    /// The error of another task is raised in the task: a triangle.
    Raised,
    /// The lanes below a lane are collapsed: the mark points at the name.
    Collapsed,
    /// The lanes below a lane are shown: the mark points down.
    Expanded,
}

/// What is inside of the lines of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// What was there before: the lines are open.
    Nothing,
    /// The ground of the picture, so that the mark is seen on anything.
    Ground,
    /// The mark's colour, and the ground around it.
    Ink,
}

/// Positions around the middle, in tenths of a pixel.
type Line = &'static [(i8, i8)];

impl Mark {
    /// Returns the lines of the mark.
    pub(super) fn lines(self) -> &'static [Line] {
        match self {
            Mark::Check => &[&[(-50, 5), (-15, 40), (50, -40)]],
            Mark::Cross => &[&[(-40, -40), (40, 40)], &[(40, -40), (-40, 40)]],
            Mark::Stop => &[&[(-40, -40), (40, -40), (40, 40), (-40, 40), (-40, -40)]],
            Mark::Asked => &[&[
                (44, 0),
                (38, 22),
                (22, 38),
                (0, 44),
                (-22, 38),
                (-38, 22),
                (-44, 0),
                (-38, -22),
                (-22, -38),
                (0, -44),
                (22, -38),
                (38, -22),
                (44, 0),
            ]],
            Mark::Delivered | Mark::Refused => &[&[(0, -55), (50, 0), (0, 55), (-50, 0), (0, -55)]],
            Mark::Raised => &[&[(0, -55), (50, 40), (-50, 40), (0, -55)]],
            Mark::Collapsed => &[&[(-18, -35), (20, 0), (-18, 35)]],
            Mark::Expanded => &[&[(-35, -18), (0, 20), (35, -18)]],
        }
    }

    /// Returns what is inside of these lines.
    pub(super) fn inside(self) -> Fill {
        match self {
            Mark::Asked | Mark::Refused => Fill::Ground,
            Mark::Delivered | Mark::Raised => Fill::Ink,
            _ => Fill::Nothing,
        }
    }
}
