//! Paths: of what lines and surfaces shapes are, on a canvas and in SVG alike.
//!
//! A shape gives its lines to a [`Pen`], and each pen writes them in its own format, so that both
//! pictures are the same. What both formats have an element for is no path: rectangles, circles, texts
//! and densities.

use super::mark::{Fill, Mark};
use super::palette::Palette;
use super::shape::{Pattern, Shape};

/// How far from each other the lines of a pattern are.
const HATCHES_PX: f64 = 7.0;
const LINES_PX: f64 = 5.0;

/// A hatch that is shorter would only cross a round corner.
const HATCH_MIN_PX: f64 = 3.0;

/// A place in CSS pixels.
type Place = (f64, f64);

/// What draws paths. Lines have round ends and corners.
pub trait Pen {
    /// What may go wrong.
    type Error;

    /// Goes to a place.
    fn move_to(&mut self, x_px: f64, y_px: f64);

    /// Draws a straight line to a place.
    fn line_to(&mut self, x_px: f64, y_px: f64);

    /// Draws a curve: two places that it bends towards, and where it ends.
    fn curve_to(&mut self, places: [(f64, f64); 3]);

    /// Paints what was drawn since the last time.
    ///
    /// # Errors
    /// If what it draws on refuses.
    fn paint(&mut self, paint: &Paint<'_>) -> Result<(), Self::Error>;
}

/// How a path is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint<'a> {
    /// The colour of what it encloses, if that is filled.
    pub fill: Option<&'a str>,
    /// The colour of the line along it, if there is one.
    pub stroke: Option<&'a str>,
    /// The width of the line.
    pub width_px: f64,
    /// How long a dash of the line is, and the gap after it; none for an unbroken line.
    pub dash_px: Option<(f64, f64)>,
    /// How much the line covers, from 0 to 1.
    pub opacity: f64,
    /// Whether the line lies below what is filled, and so stands outside of it.
    pub is_line_below: bool,
}

impl<'a> Paint<'a> {
    fn line(color: &'a str, width_px: f64) -> Paint<'a> {
        Paint {
            fill: None,
            stroke: Some(color),
            width_px,
            dash_px: None,
            opacity: 1.0,
            is_line_below: false,
        }
    }
}

impl Shape {
    /// Draws the paths of which it consists: of a rectangle its pattern, of others that are no paths
    /// none.
    ///
    /// # Errors
    /// The error of the pen.
    pub fn draw<P: Pen>(&self, palette: &Palette<'_>, pen: &mut P) -> Result<(), P::Error> {
        match self {
            Shape::Rect {
                x_px,
                y_px,
                width_px,
                height_px,
                pattern,
                ..
            } => {
                let (at, size) = ((*x_px, *y_px), (*width_px, *height_px));
                fill_in(*pattern, at, size, palette, pen)
            }
            Shape::Line {
                from_px,
                to_px,
                ink,
                width_px,
            } => {
                line(*from_px, *to_px, pen);
                pen.paint(&Paint::line(palette.color(*ink), *width_px))
            }
            Shape::Arrow {
                from_px,
                to_px,
                ink,
                is_dashed,
            } => {
                let shaft = Paint {
                    dash_px: is_dashed.then_some((3.0, 3.0)),
                    ..Paint::line(palette.color(*ink), 1.3)
                };
                arrow(*from_px, *to_px, &shaft, pen)
            }
            Shape::Mark { at_px, mark, ink } => {
                draw_mark(*mark, *at_px, (palette.color(*ink), palette.ground()), pen)
            }
            Shape::Text { .. } | Shape::Density(_) | Shape::Dot { .. } => Ok(()),
        }
    }
}

fn line(from: Place, to: Place, pen: &mut impl Pen) {
    pen.move_to(from.0, from.1);
    pen.line_to(to.0, to.1);
}

/// Draws the shaft of an arrow, and its head.
fn arrow<P: Pen>(from: Place, to: Place, shaft: &Paint<'_>, pen: &mut P) -> Result<(), P::Error> {
    let side = (to.1 - from.1).signum();
    let bend = (to.1 - from.1) * 0.45;
    let neck = (to.0, to.1 - side * 3.0);
    pen.move_to(from.0, from.1);
    pen.curve_to([(from.0, from.1 + bend), (to.0, to.1 - bend), neck]);
    pen.paint(shaft)?;
    let back = to.1 - side * 5.5;
    line(to, (to.0 - 3.2, back), pen);
    pen.line_to(to.0 + 3.2, back);
    pen.paint(&Paint {
        fill: shaft.stroke,
        stroke: None,
        ..*shaft
    })
}

fn draw_mark<P: Pen>(
    mark: Mark,
    (x, y): Place,
    (color, ground): (&str, &str),
    pen: &mut P,
) -> Result<(), P::Error> {
    for line in mark.lines() {
        for (number, (right, down)) in line.iter().enumerate() {
            let (x, y) = (x + f64::from(*right) / 10.0, y + f64::from(*down) / 10.0);
            match number {
                0 => pen.move_to(x, y),
                _ => pen.line_to(x, y),
            }
        }
    }
    let (fill, stroke) = match mark.inside() {
        Fill::Nothing => (None, color),
        Fill::Ground => (Some(ground), color),
        Fill::Ink => (Some(color), ground),
    };
    pen.paint(&Paint {
        fill,
        is_line_below: mark.inside() == Fill::Ink,
        ..Paint::line(stroke, 2.0)
    })
}

/// Draws the lines of a pattern on a rectangle. They end inside of it, with their round ends.
fn fill_in<P: Pen>(
    pattern: Pattern,
    (x, y): Place,
    (width, height): (f64, f64),
    palette: &Palette<'_>,
    pen: &mut P,
) -> Result<(), P::Error> {
    let steps = |length, step| (1..=(length / step) as u32).map(move |i| f64::from(i) * step);
    let (right, below) = (width - 0.5, height - 0.5);
    let (ink, dash_px) = match pattern {
        Pattern::Plain => return Ok(()),
        Pattern::Hatched(ink) => {
            for sum in steps(width + height, HATCHES_PX) {
                // Along a hatch the distances from the left and from the top have one sum.
                let (from, to) = ((sum - 0.5).min(right), sum - (sum - 0.5).min(below));
                if from - to >= HATCH_MIN_PX {
                    line((x + from, y + sum - from), (x + to, y + sum - to), pen);
                }
            }
            (ink, None)
        }
        Pattern::Lined(ink) => {
            for down in steps(below, LINES_PX) {
                line((x + 0.5, y + down), (x + right, y + down), pen);
            }
            (ink, None)
        }
        Pattern::Dotted(ink) => {
            // A row of dots along the lower edge, out of the way of the text.
            let y = y + height - if height < 20.0 { 1.5 } else { 4.0 };
            if width >= 6.0 {
                line((x + 4.0, y), (x + width - 1.0, y), pen);
            }
            (ink, Some((1.0, 5.0)))
        }
    };
    pen.paint(&Paint {
        dash_px,
        opacity: palette.pattern_opacity(),
        ..Paint::line(palette.color(ink), 1.0)
    })
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::{Paint, Pen, fill_in};
    use crate::timeline::{Ink, Palette, Pattern, Theme};

    /// Notes the places to which lines go.
    #[derive(Default)]
    struct Places(Vec<(f64, f64)>);

    impl Pen for Places {
        type Error = Infallible;

        fn move_to(&mut self, x_px: f64, y_px: f64) {
            self.0.push((x_px, y_px));
        }

        fn line_to(&mut self, x_px: f64, y_px: f64) {
            self.0.push((x_px, y_px));
        }

        fn curve_to(&mut self, places: [(f64, f64); 3]) {
            self.0.extend(places);
        }

        fn paint(&mut self, _: &Paint) -> Result<(), Infallible> {
            Ok(())
        }
    }

    fn places(pattern: Pattern, at: (f64, f64), size: (f64, f64)) -> Vec<(f64, f64)> {
        let mut pen = Places::default();
        let Ok(()) = fill_in(pattern, at, size, &Palette::new(Theme::Light), &mut pen);
        pen.0
    }

    #[test]
    fn patterns_stay_inside_of_their_rectangles() {
        let patterns = [Pattern::Hatched, Pattern::Dotted, Pattern::Lined];
        for (width, height) in [(0.5, 0.5), (3.0, 25.0), (6.0, 4.0), (100.0, 25.0)] {
            for pattern in patterns {
                for (x, y) in places(pattern(Ink::Text), (10.0, 20.0), (width, height)) {
                    let is_inside =
                        (10.0..=10.0 + width).contains(&x) && (20.0..=20.0 + height).contains(&y);
                    assert!(is_inside, "{x} {y} of {width} by {height}");
                }
            }
        }
        let hatches = places(Pattern::Hatched(Ink::Text), (0.0, 0.0), (100.0, 25.0));
        assert_eq!(hatches.len(), 2 * 17);
    }
}
