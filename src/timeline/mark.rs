//! Marks: small signs around a place, as the lines of which they are drawn.
//!
//! Each has a shape of its own, so that nobody has to tell them apart by their colour.

/// A small sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A task returned.
    Check,
    /// It raised.
    Cross,
    /// It was cancelled.
    Stop,
    /// It asks another to stop: a ring.
    Asked,
    /// It hears that it was asked to stop: a diamond.
    Delivered,
    /// It hears of it and goes on: a hollow diamond.
    Refused,
    /// The error of another task comes into it: a triangle.
    Raised,
    /// The lanes below a lane are folded away: it points at the name.
    Folded,
    /// They are shown: it points down.
    Unfolded,
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

/// Places around the middle, in tenths of a pixel.
type Line = &'static [(i8, i8)];

const CHECK: &[Line] = &[&[(-50, 5), (-15, 40), (50, -40)]];
const CROSS: &[Line] = &[&[(-40, -40), (40, 40)], &[(40, -40), (-40, 40)]];
const STOP: &[Line] = &[&[(-40, -40), (40, -40), (40, 40), (-40, 40), (-40, -40)]];
const RING: &[Line] = &[&[
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
]];
const DIAMOND: &[Line] = &[&[(0, -55), (50, 0), (0, 55), (-50, 0), (0, -55)]];
const TRIANGLE: &[Line] = &[&[(0, -55), (50, 40), (-50, 40), (0, -55)]];
const RIGHT: &[Line] = &[&[(-18, -35), (20, 0), (-18, 35)]];
const DOWN: &[Line] = &[&[(-35, -18), (0, 20), (35, -18)]];

impl Mark {
    /// Returns its lines, as places around its middle, in tenths of a pixel.
    pub(super) fn lines(self) -> &'static [Line] {
        match self {
            Mark::Check => CHECK,
            Mark::Cross => CROSS,
            Mark::Stop => STOP,
            Mark::Asked => RING,
            Mark::Delivered | Mark::Refused => DIAMOND,
            Mark::Raised => TRIANGLE,
            Mark::Folded => RIGHT,
            Mark::Unfolded => DOWN,
        }
    }

    /// Returns what is inside of its lines.
    pub(super) fn inside(self) -> Fill {
        match self {
            Mark::Asked | Mark::Refused => Fill::Ground,
            Mark::Delivered | Mark::Raised => Fill::Ink,
            _ => Fill::Nothing,
        }
    }
}
