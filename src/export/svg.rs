//! A picture as SVG: true shapes and text, readable alone.

use std::fmt::{self, Write as _};

use crate::story::StateKind;
use crate::timeline::{Bands, Paint, Palette, Pen, Picture, Shape, add_legend, still};

use super::exported_run::{ExportedRun, PictureOptions};

const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', \
                    'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/// Draws a run and writes the picture, which is one part.
pub(super) fn part(run: &ExportedRun<'_>, number: usize) -> Option<String> {
    let PictureOptions {
        width_px,
        axis,
        theme,
        title,
        label_texts,
        has_legend,
    } = run.picture;
    (number == 0).then(|| {
        let mut picture = still(run.story, *width_px, *axis, label_texts);
        if *has_legend {
            add_legend(&mut picture, run.story, *width_px, label_texts);
        }
        svg(&picture, *width_px, &Palette::new(*theme), title)
    })
}

/// Writes a picture as a whole SVG file, named `title` by screen readers.
pub fn svg(picture: &Picture, width_px: f64, palette: &Palette, title: &str) -> String {
    let (width, height) = (number(width_px), number(picture.height_px));
    let mut out = String::new();
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\" font-family=\"{FONT}\" \
         font-size=\"13\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n<title>{}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n",
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
    match shape {
        Shape::Rect {
            x_px,
            y_px,
            width_px,
            height_px,
            radius_px,
            ink,
            ..
        } => {
            let [x, y, rx] = [x_px, y_px, radius_px].map(|value| number(*value));
            let [width, height] = [width_px, height_px].map(|value| number(*value));
            let fill = palette.color(*ink);
            *out += &format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{rx}\" \
                 fill=\"{fill}\"/>\n"
            );
        }
        Shape::Text {
            x_px,
            y_px,
            text,
            ink,
        } => {
            let [x, y] = [x_px, y_px].map(|value| number(*value));
            let (fill, text) = (palette.color(*ink), escaped(text));
            *out += &format!(
                "<text x=\"{x}\" y=\"{y}\" fill=\"{fill}\" dominant-baseline=\"central\">{text}</text>\n"
            );
        }
        Shape::Density(bands) => write_density(out, bands, palette),
        Shape::Dot {
            at_px,
            radius_px,
            ink,
        } => {
            let [x, y, r] = [at_px.0, at_px.1, *radius_px].map(number);
            let fill = palette.color(*ink);
            *out += &format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"{fill}\"/>\n");
        }
        Shape::Line { .. } | Shape::Arrow { .. } | Shape::Mark { .. } => {}
    }
    let path = String::new();
    // Writing to a string cannot fail.
    let _ = shape.draw(palette, &mut SvgPen { out, path });
}

/// Writes one path a colour: a rectangle of its own for each stripe is four times as long.
fn write_density(out: &mut String, bands: &Bands, palette: &Palette) {
    let stripes = bands.stripes();
    for kind in StateKind::ALL {
        let mut like = stripes.iter().filter(|it| it.kind == kind).peekable();
        let Some(first) = like.peek() else { continue };
        *out += &format!("<path fill=\"{}\" d=\"", palette.color(first.ink()));
        for stripe in like {
            let [x, y] = [stripe.x_px, stripe.y_px].map(number);
            let [width, height] = [stripe.width_px, stripe.height_px].map(number);
            *out += &format!("M{x} {y}h{width}v{height}h-{width}z");
        }
        out.push_str("\"/>\n");
    }
}

/// Draws paths as elements.
struct SvgPen<'a> {
    out: &'a mut String,
    /// The data of what was drawn since the last path was painted.
    path: String,
}

impl Pen for SvgPen<'_> {
    type Error = fmt::Error;

    fn move_to(&mut self, x_px: f64, y_px: f64) {
        self.path += &format!("M{} {}", number(x_px), number(y_px));
    }

    fn line_to(&mut self, x_px: f64, y_px: f64) {
        self.path += &format!("L{} {}", number(x_px), number(y_px));
    }

    fn curve_to(&mut self, places: [(f64, f64); 3]) {
        let places = places.map(|(x, y)| format!("{} {}", number(x), number(y)));
        self.path += &format!("C{}", places.join(" "));
    }

    fn paint(&mut self, paint: &Paint) -> fmt::Result {
        let data = std::mem::take(&mut self.path);
        if data.is_empty() {
            return Ok(());
        }
        let fill = paint.fill.unwrap_or("none");
        write!(self.out, "<path d=\"{data}\" fill=\"{fill}\"")?;
        if let Some(color) = paint.stroke {
            let width = number(paint.width_px);
            write!(self.out, " stroke=\"{color}\" stroke-width=\"{width}\"")?;
            if paint.opacity < 1.0 {
                write!(self.out, " stroke-opacity=\"{}\"", number(paint.opacity))?;
            }
            if let Some((dash, gap)) = paint.dash_px {
                let (dash, gap) = (number(dash), number(gap));
                write!(self.out, " stroke-dasharray=\"{dash} {gap}\"")?;
            }
        }
        if paint.is_line_below {
            self.out.push_str(" paint-order=\"stroke\"");
        }
        self.out.push_str("/>\n");
        Ok(())
    }
}

pub(super) fn escaped(text: &str) -> String {
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
