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
pub enum Shape {
    /// A rectangle with round corners.
    Rect {
        /// The left edge.
        x_px: f64,
        /// The top edge.
        y_px: f64,
        /// The width.
        width_px: f64,
        /// The height.
        height_px: f64,
        /// The radius of its corners.
        radius_px: f64,
        /// What it is filled with.
        ink: Ink,
        /// How.
        pattern: Pattern,
    },
    /// A straight line.
    Line {
        /// Where it begins and ends.
        from_px: (f64, f64),
        /// Where it ends.
        to_px: (f64, f64),
        /// Its colour.
        ink: Ink,
        /// Its width.
        width_px: f64,
    },
    /// An arrow from one lane to another.
    Arrow {
        /// Where it begins.
        from_px: (f64, f64),
        /// Where its head is.
        to_px: (f64, f64),
        /// Its colour.
        ink: Ink,
        /// Whether it is dashed.
        is_dashed: bool,
    },
    /// A line of text, from its left edge and its middle.
    Text {
        /// The left edge.
        x_px: f64,
        /// The middle line.
        y_px: f64,
        /// The text.
        text: String,
        /// Its colour.
        ink: Ink,
    },
    /// A sign around its middle.
    Mark {
        /// The middle.
        at_px: (f64, f64),
        /// Which.
        mark: Mark,
        /// Its colour.
        ink: Ink,
    },
    /// How much of each state there is, in bands of rows and columns of pixels.
    Density(Bands),
    /// A filled circle around its middle.
    Dot {
        /// The middle.
        at_px: (f64, f64),
        /// The radius.
        radius_px: f64,
        /// Its colour.
        ink: Ink,
    },
}
