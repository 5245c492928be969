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
pub enum Inside {
    /// What was there before: the lines are open.
    Nothing,
    /// The ground of the picture, so that the mark is seen on anything.
    Ground,
    /// The mark's colour, and the ground around it.
    Ink,
}

type Line = &'static [(f64, f64)];

const CHECK: &[Line] = &[&[(-5.0, 0.5), (-1.5, 4.0), (5.0, -4.0)]];
const CROSS: &[Line] = &[&[(-4.0, -4.0), (4.0, 4.0)], &[(4.0, -4.0), (-4.0, 4.0)]];
const STOP: &[Line] = &[&[
    (-4.0, -4.0),
    (4.0, -4.0),
    (4.0, 4.0),
    (-4.0, 4.0),
    (-4.0, -4.0),
]];
const RING: &[Line] = &[&[
    (4.4, 0.0),
    (3.8, 2.2),
    (2.2, 3.8),
    (0.0, 4.4),
    (-2.2, 3.8),
    (-3.8, 2.2),
    (-4.4, 0.0),
    (-3.8, -2.2),
    (-2.2, -3.8),
    (0.0, -4.4),
    (2.2, -3.8),
    (3.8, -2.2),
    (4.4, 0.0),
]];
const DIAMOND: &[Line] = &[&[
    (0.0, -5.5),
    (5.0, 0.0),
    (0.0, 5.5),
    (-5.0, 0.0),
    (0.0, -5.5),
]];
const TRIANGLE: &[Line] = &[&[(0.0, -5.5), (5.0, 4.0), (-5.0, 4.0), (0.0, -5.5)]];
const RIGHT: &[Line] = &[&[(-1.8, -3.5), (2.0, 0.0), (-1.8, 3.5)]];
const DOWN: &[Line] = &[&[(-3.5, -1.8), (0.0, 2.0), (3.5, -1.8)]];

impl Mark {
    /// Returns its lines, as places around its middle.
    #[must_use]
    pub fn lines(self) -> &'static [&'static [(f64, f64)]] {
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
    #[must_use]
    pub fn inside(self) -> Inside {
        match self {
            Mark::Asked | Mark::Refused => Inside::Ground,
            Mark::Delivered | Mark::Raised => Inside::Ink,
            _ => Inside::Nothing,
        }
    }
}
