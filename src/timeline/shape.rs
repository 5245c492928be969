//! Shapes: what a picture is made of.

use super::density::bands::Bands;
use super::mark::Mark;
use super::palette::Ink;

/// How a surface is filled, so that states differ without colour, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Evenly.
    Plain,
    /// With slanted lines of an ink.
    Hatched(Ink),
    /// With dots of an ink.
    Dotted(Ink),
    /// With lines of an ink along it.
    Lined(Ink),
}

/// One thing to paint, in CSS pixels. Shapes are painted in the order of the list.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    missing_docs,
    reason = "the fields say what they are; what they are measured from is said"
)]
pub enum Shape {
    /// A rectangle with round corners, from its left and top edges, and how it is filled.
    Rect {
        x_px: f64,
        y_px: f64,
        width_px: f64,
        height_px: f64,
        radius_px: f64,
        ink: Ink,
        pattern: Pattern,
    },
    /// A straight line.
    Line {
        from_px: (f64, f64),
        to_px: (f64, f64),
        ink: Ink,
        width_px: f64,
    },
    /// An arrow from one lane to another, at which its head is.
    Arrow {
        from_px: (f64, f64),
        to_px: (f64, f64),
        ink: Ink,
        is_dashed: bool,
    },
    /// A line of text, from its left edge and its middle.
    Text {
        x_px: f64,
        y_px: f64,
        text: String,
        ink: Ink,
    },
    /// A sign around its middle.
    Mark {
        at_px: (f64, f64),
        mark: Mark,
        ink: Ink,
    },
    /// How much of each state there is, in bands of rows and columns of pixels.
    Density(Bands),
    /// A filled circle around its middle.
    Dot {
        at_px: (f64, f64),
        radius_px: f64,
        ink: Ink,
    },
}
