//! A picture as SVG: true shapes and text, readable alone.

use std::fmt::Write as _;

use crate::story::StateKind;
use crate::timeline::{Fill, Mark, Palette, Pattern, Picture, Shape};

const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', \
                    'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/// Writes a picture as a whole SVG file.
///
/// `title` is what screen readers say of it.
#[must_use]
pub fn svg(picture: &Picture, width_px: f64, palette: &Palette, title: &str) -> String {
    let (width, height) = (number(width_px), number(picture.height_px));
    let mut out = String::new();
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\" font-family=\"{FONT}\" \
         font-size=\"13\">\n<title>{}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n",
        escaped(title),
        palette.ground()
    );
    for shape in &picture.shapes {
        write_shape(&mut out, shape, palette);
    }
    out.push_str("</svg>\n");
    out
}

fn write_shape(out: &mut String, shape: &Shape, palette: &Palette) {
    let n = |value: &f64| number(*value);
    // Writing to a string cannot fail.
    let _ = match shape {
        Shape::Rect {
            x_px,
            y_px,
            width_px,
            height_px,
            radius_px,
            ink,
            pattern,
        } => {
            let place = format!(
                "x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"",
                n(x_px),
                n(y_px),
                n(width_px),
                n(height_px),
                n(radius_px)
            );
            let stroke = match pattern {
                Pattern::Plain => String::new(),
                Pattern::Hatched(ink) => dashes(palette.color(*ink), "6 2"),
                Pattern::Dotted(ink) => dashes(palette.color(*ink), "1 4"),
                Pattern::Lined(ink) => dashes(palette.color(*ink), "4 3"),
            };
            writeln!(
                out,
                "<rect {place} fill=\"{}\"{stroke}/>",
                palette.color(*ink)
            )
        }
        Shape::Line {
            from_px,
            to_px,
            ink,
            width_px,
        } => writeln!(
            out,
            "<path d=\"M{} {}L{} {}\" stroke=\"{}\" stroke-width=\"{}\"/>",
            n(&from_px.0),
            n(&from_px.1),
            n(&to_px.0),
            n(&to_px.1),
            palette.color(*ink),
            n(width_px)
        ),
        Shape::Arrow {
            from_px,
            to_px,
            ink,
            is_dashed,
        } => {
            let (from, to) = (from_px, to_px);
            let side = (to.1 - from.1).signum();
            let bend = (to.1 - from.1) * 0.45;
            let color = palette.color(*ink);
            let dash = if *is_dashed {
                " stroke-dasharray=\"3 3\""
            } else {
                ""
            };
            let line = [
                from.0,
                from.1,
                from.0,
                from.1 + bend,
                to.0,
                to.1 - bend,
                to.0,
                to.1 - side * 3.0,
            ];
            let [x1, y1, x2, y2, x3, y3, x4, y4] = line.map(number);
            let (x, y, head) = (n(&to.0), n(&to.1), number(-side * 5.5));
            writeln!(
                out,
                "<path d=\"M{x1} {y1}C{x2} {y2} {x3} {y3} {x4} {y4}\" fill=\"none\" \
                 stroke=\"{color}\" stroke-width=\"1.3\"{dash}/>\
                 <path d=\"M{x} {y}l-3.2 {head}h6.4z\" fill=\"{color}\"/>"
            )
        }
        Shape::Text {
            x_px,
            y_px,
            text,
            ink,
        } => writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" fill=\"{}\" dominant-baseline=\"central\">{}</text>",
            n(x_px),
            n(y_px),
            palette.color(*ink),
            escaped(text)
        ),
        Shape::Mark { at_px, mark, ink } => {
            let color = palette.color(*ink);
            // The ground around a mark stands outside of it.
            let (fill, stroke, order) = match mark.inside() {
                Fill::Nothing => ("none", color, ""),
                Fill::Ground => (palette.ground(), color, ""),
                Fill::Ink => (color, palette.ground(), " paint-order=\"stroke\""),
            };
            writeln!(
                out,
                "<path d=\"{}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"2\"{order}/>",
                outline(*mark, *at_px)
            )
        }
        Shape::Density(bands) => {
            // One path a colour: a rectangle of its own for each stripe is four times as long.
            let stripes = bands.stripes();
            for look in StateKind::ALL {
                let mut like = stripes
                    .iter()
                    .filter(|stripe| stripe.look == look)
                    .peekable();
                let Some(first) = like.peek() else { continue };
                let _ = write!(out, "<path fill=\"{}\" d=\"", palette.color(first.ink()));
                for stripe in like {
                    let width = n(&stripe.width_px);
                    let _ = write!(
                        out,
                        "M{} {}h{width}v{}h-{width}z",
                        n(&stripe.x_px),
                        n(&stripe.y_px),
                        n(&stripe.height_px),
                    );
                }
                out.push_str("\"/>\n");
            }
            Ok(())
        }
        Shape::Dot {
            at_px,
            radius_px,
            ink,
        } => writeln!(
            out,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>",
            n(&at_px.0),
            n(&at_px.1),
            n(radius_px),
            palette.color(*ink)
        ),
    };
}

/// Returns the lines of a mark as the data of a path.
fn outline(mark: Mark, (x_px, y_px): (f64, f64)) -> String {
    let mut path = String::new();
    for line in mark.lines() {
        for (index, (right, down)) in line.iter().enumerate() {
            let to = if index == 0 { 'M' } else { 'L' };
            let at = |middle_px: f64, tenths: i8| number(middle_px + f64::from(tenths) / 10.0);
            let (x, y) = (at(x_px, *right), at(y_px, *down));
            let _ = write!(path, "{to}{x} {y}");
        }
    }
    path
}

fn dashes(color: &str, dash: &str) -> String {
    format!(" stroke=\"{color}\" stroke-opacity=\"0.5\" stroke-dasharray=\"{dash}\"")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Writes a number with at most two decimals.
fn number(value: f64) -> String {
    // To add zero takes the sign off a zero.
    ((value * 100.0).round_ties_even() / 100.0 + 0.0).to_string()
}
