//! Paths: of what lines and surfaces shapes are, on a canvas and in SVG alike.
//!
//! Whoever paints only says the segments in its own words, so that both pictures are the same. What has
//! words of its own in both is no path: rectangles, circles, texts and densities.

use super::mark::Fill;
use super::palette::Palette;
use super::shape::{Pattern, Shape};

/// How far from each other the lines of a pattern are.
const HATCHES_PX: f64 = 7.0;
const LINES_PX: f64 = 5.0;

/// A hatch that is shorter would only cross a round corner.
const HATCH_MIN_PX: f64 = 3.0;

/// A step of a path, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Goes to a place.
    Move(f64, f64),
    /// Draws a straight line to a place.
    Line(f64, f64),
    /// Draws a curve: two places that it bends towards, and where it ends.
    Curve([(f64, f64); 3]),
}

/// Segments, and how they are painted. Lines have round ends and corners.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The segments, in order.
    pub segments: Vec<Segment>,
    /// The colour of what they enclose, if it is filled.
    pub fill: Option<&'static str>,
    /// The colour of the line along them, if there is one.
    pub stroke: Option<&'static str>,
    /// The width of the line.
    pub width_px: f64,
    /// How long a dash of the line is, and the gap behind it; none for an unbroken line.
    pub dash_px: Option<(f64, f64)>,
    /// How much the line covers, from 0 to 1.
    pub opacity: f64,
    /// Whether the line lies below what is filled, and so stands outside of it.
    pub is_line_below: bool,
}

impl Path {
    fn filled(segments: Vec<Segment>, color: &'static str) -> Path {
        Path {
            fill: Some(color),
            stroke: None,
            ..Path::line(segments, color, 0.0)
        }
    }

    fn line(segments: Vec<Segment>, color: &'static str, width_px: f64) -> Path {
        Path {
            segments,
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
    /// Returns the paths that it consists of: of a rectangle those of its pattern, of others that are no
    /// paths none.
    #[must_use]
    pub fn paths(&self, palette: &Palette) -> Vec<Path> {
        match self {
            Shape::Rect {
                x_px,
                y_px,
                width_px,
                height_px,
                pattern,
                ..
            } => pattern_paths(*pattern, (*x_px, *y_px), (*width_px, *height_px), palette),
            Shape::Line {
                from_px,
                to_px,
                ink,
                width_px,
            } => {
                let line = line(*from_px, *to_px);
                vec![Path::line(line.into(), palette.color(*ink), *width_px)]
            }
            Shape::Arrow {
                from_px,
                to_px,
                ink,
                is_dashed,
            } => arrow(*from_px, *to_px, palette.color(*ink), *is_dashed),
            Shape::Mark { at_px, mark, ink } => {
                let (color, ground) = (palette.color(*ink), palette.ground());
                let (fill, stroke) = match mark.inside() {
                    Fill::Nothing => (None, color),
                    Fill::Ground => (Some(ground), color),
                    Fill::Ink => (Some(color), ground),
                };
                vec![Path {
                    fill,
                    is_line_below: mark.inside() == Fill::Ink,
                    ..Path::line(mark.segments(*at_px), stroke, 2.0)
                }]
            }
            Shape::Text { .. } | Shape::Density(_) | Shape::Dot { .. } => Vec::new(),
        }
    }
}

fn line(from: (f64, f64), to: (f64, f64)) -> [Segment; 2] {
    [Segment::Move(from.0, from.1), Segment::Line(to.0, to.1)]
}

/// Returns the shaft of an arrow, and its head.
fn arrow(from: (f64, f64), to: (f64, f64), color: &'static str, is_dashed: bool) -> Vec<Path> {
    let side = (to.1 - from.1).signum();
    let bend = (to.1 - from.1) * 0.45;
    let neck = (to.0, to.1 - side * 3.0);
    let curve = [(from.0, from.1 + bend), (to.0, to.1 - bend), neck];
    let shaft = vec![Segment::Move(from.0, from.1), Segment::Curve(curve)];
    let back = to.1 - side * 5.5;
    let head = vec![
        Segment::Move(to.0, to.1),
        Segment::Line(to.0 - 3.2, back),
        Segment::Line(to.0 + 3.2, back),
    ];
    let shaft = Path {
        dash_px: is_dashed.then_some((3.0, 3.0)),
        ..Path::line(shaft, color, 1.3)
    };
    vec![shaft, Path::filled(head, color)]
}

/// Returns the lines of a pattern on a rectangle. They end inside of it, with their round ends.
fn pattern_paths(
    pattern: Pattern,
    (x, y): (f64, f64),
    (width, height): (f64, f64),
    palette: &Palette,
) -> Vec<Path> {
    let steps =
        |length: f64, step: f64| (1..=(length / step) as u32).map(move |i| f64::from(i) * step);
    let (right, below) = (width - 0.5, height - 0.5);
    let (ink, segments, dash_px) = match pattern {
        Pattern::Plain => return Vec::new(),
        Pattern::Dotted(_) if width < 6.0 => return Vec::new(),
        Pattern::Hatched(ink) => {
            // Along a hatch the distances from the left and from the top have one sum.
            let hatches = steps(width + height, HATCHES_PX).map(|sum| {
                let (from, to) = ((sum - 0.5).min(right), sum - (sum - 0.5).min(below));
                (from, to, sum)
            });
            let hatches = hatches.filter(|(from, to, _)| from - to >= HATCH_MIN_PX);
            let lines = hatches
                .map(|(from, to, sum)| line((x + from, y + sum - from), (x + to, y + sum - to)));
            (ink, lines.flatten().collect(), None)
        }
        Pattern::Lined(ink) => {
            let lines =
                steps(below, LINES_PX).map(|down| line((x + 0.5, y + down), (x + right, y + down)));
            (ink, lines.flatten().collect(), None)
        }
        Pattern::Dotted(ink) => {
            // A row of dots along the lower edge, out of the way of the text.
            let y = y + height - if height < 20.0 { 1.5 } else { 4.0 };
            let dots = line((x + 4.0, y), (x + width - 1.0, y));
            (ink, dots.into(), Some((1.0, 5.0)))
        }
    };
    vec![Path {
        dash_px,
        opacity: 0.28,
        ..Path::line(segments, palette.color(ink), 1.0)
    }]
}

#[cfg(test)]
mod tests {
    use super::{Segment, pattern_paths};
    use crate::timeline::{Ink, Palette, Pattern, Theme};

    #[test]
    fn patterns_stay_inside_of_their_rectangles() {
        let palette = Palette::new(Theme::Light);
        let patterns = [Pattern::Hatched, Pattern::Dotted, Pattern::Lined];
        for (width, height) in [(0.5, 0.5), (3.0, 25.0), (6.0, 4.0), (100.0, 25.0)] {
            for pattern in patterns {
                let paths =
                    pattern_paths(pattern(Ink::Text), (10.0, 20.0), (width, height), &palette);
                let segments = paths.iter().flat_map(|path| &path.segments);
                for segment in segments {
                    let (Segment::Move(x, y) | Segment::Line(x, y)) = *segment else {
                        panic!("a pattern is of straight lines")
                    };
                    let is_inside =
                        (10.0..=10.0 + width).contains(&x) && (20.0..=20.0 + height).contains(&y);
                    assert!(is_inside, "{x} {y} of {width} by {height}");
                }
            }
        }
        let many = pattern_paths(
            Pattern::Hatched(Ink::Text),
            (0.0, 0.0),
            (100.0, 25.0),
            &palette,
        );
        assert_eq!(many[0].segments.len(), 2 * 17);
    }
}
