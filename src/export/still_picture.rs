//! A run as a picture between the tags of an element: what readers see without scripts, and until the
//! element stands.
//!
//! It is a part of an author's page, so it is small, and takes and gives nothing: it has no styles and no
//! ids, which would be the page's, and so passes the strictest policy. Light and dark are one picture:
//! each colour is a presentation attribute `light-dark(…)`, which follows the page's `color-scheme`.
//! Where that is not known yet, the attribute is dropped and the light colour around it stays.
//!
//! Shapes of one style are one path, as long as nothing that lies between them is in the way.

use std::fmt::Write as _;

use crate::story::StoryView;
use crate::timeline::{
    Axis, Ink, LabelTexts, Mark, Palette, Picture, Progressive, Shape, Theme, View, lay_out,
    text_width_px, with_all_lanes,
};

use super::path_data::{Painted, PathData, decimal, painted};
use super::svg::escaped;

/// The highest picture, as on the page: of more lanes than fit, each is lower.
const HEIGHT_MAX_PX: f64 = 470.0;

/// The height of a line of text.
const TEXT_PX: f64 = 16.0;

/// In which colours a picture between the tags is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StillTheme {
    /// As the page around it: light or dark by its `color-scheme`.
    #[default]
    Page,
    /// Light, whatever the page is.
    Light,
    /// Dark, whatever the page is.
    Dark,
}

/// What a picture between the tags is, besides its run.
#[derive(Clone, Debug)]
pub struct StillOptions<'a> {
    /// The width for which it is laid out, in CSS pixels. It is shown as wide as the place that it has.
    pub width_px: f64,
    /// What runs from left to right.
    pub axis: Axis,
    /// Its colours.
    pub theme: StillTheme,
    /// Its name, for screen readers.
    pub title: &'a str,
    /// What it shows, for screen readers; nothing is said if it is empty.
    pub description: &'a str,
    /// The texts of the labels.
    pub label_texts: &'a LabelTexts,
}

/// Draws a run for the place between an element's tags, as an `<svg>` to be put into HTML.
///
/// Its texts can be selected, and it has neither styles nor ids.
#[must_use]
pub fn still_picture(story: StoryView<'_>, options: &StillOptions<'_>) -> String {
    let size_px = (options.width_px, HEIGHT_MAX_PX);
    let (axis, label_texts) = (options.axis, options.label_texts);
    // Rows are as high as those of the page's picture, which may take its place, if they all fit so.
    let mut picture = lay_out(story, &View::whole(size_px.0, size_px.1, axis, label_texts));
    if picture.height_px > HEIGHT_MAX_PX {
        let mut progressive = Progressive::exact();
        picture = with_all_lanes(story, size_px, axis, label_texts, &mut progressive);
    }
    write(&picture, options)
}

fn write(picture: &Picture, options: &StillOptions<'_>) -> String {
    let colours = Colours::of(options.theme);
    let (width, height) = (decimal(options.width_px), decimal(picture.height_px));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"interleave-still\" role=\"img\" \
         width=\"100%\" viewBox=\"0 0 {width} {height}\" font-family=\"system-ui,sans-serif\" \
         font-size=\"13\" fill=\"currentColor\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\
         <title>{}</title>",
        escaped(options.title)
    );
    if !options.description.is_empty() {
        let _ = write!(out, "<desc>{}</desc>", escaped(options.description));
    }
    let mut sheet = Sheet::default();
    let ground = colours.ground();
    sheet.lay(
        Style::filled(ground, 0.0),
        Body::Path(PathData::rect(
            (0.0, 0.0),
            (options.width_px, picture.height_px),
        )),
        Area::of((0.0, 0.0), (options.width_px, picture.height_px)),
    );
    for shape in &picture.shapes {
        sheet.draw(shape, &colours);
    }
    sheet.groups.iter().for_each(|group| group.write(&mut out));
    out.push_str("</svg>");
    out
}

/// A colour in the light and in the dark; one alone where both are the same.
type Colour = (String, String);

/// The colours of a theme, or of both.
struct Colours {
    light: Palette<'static>,
    dark: Palette<'static>,
}

impl Colours {
    fn of(theme: StillTheme) -> Colours {
        let (light, dark) = match theme {
            StillTheme::Page => (Theme::Light, Theme::Dark),
            StillTheme::Light => (Theme::Light, Theme::Light),
            StillTheme::Dark => (Theme::Dark, Theme::Dark),
        };
        Colours {
            light: Palette::new(light),
            dark: Palette::new(dark),
        }
    }

    fn ground(&self) -> Colour {
        (
            self.light.ground().to_owned(),
            self.dark.ground().to_owned(),
        )
    }

    fn ink(&self, ink: Ink) -> Colour {
        (
            self.light.color(ink).to_owned(),
            self.dark.color(ink).to_owned(),
        )
    }
}

/// How a group of shapes is painted.
#[derive(Clone, Debug, PartialEq)]
struct Style {
    colour: Colour,
    /// The radius of the round corners of what is filled: a line of twice the width along it.
    radius_px: f64,
    /// The other attributes, as they are written.
    rest: String,
    /// What is inside of a line, if that has another colour.
    inside: Option<Colour>,
}

impl Style {
    fn filled(colour: Colour, radius_px: f64) -> Style {
        Style {
            colour,
            radius_px,
            rest: String::new(),
            inside: None,
        }
    }

    /// Returns the style of a path that was painted in the light and in the dark.
    fn painted(light: &Painted, dark: &Painted) -> Style {
        let both = |of: fn(&Painted) -> Option<String>| of(light).zip(of(dark));
        let (fill, stroke) = (both(|it| it.fill.clone()), both(|it| it.stroke.clone()));
        let mut rest = String::new();
        let Some(stroke) = stroke else {
            return Style::filled(fill.unwrap_or_default(), 0.0);
        };
        let paint = &light.paint;
        let _ = write!(
            rest,
            " stroke=\"currentColor\" stroke-width=\"{}\"",
            decimal(paint.width_px)
        );
        if paint.opacity < 1.0 {
            let _ = write!(rest, " stroke-opacity=\"{}\"", paint.opacity);
        }
        if let Some((dash, gap)) = paint.dash_px {
            let _ = write!(
                rest,
                " stroke-dasharray=\"{} {}\"",
                decimal(dash),
                decimal(gap)
            );
        }
        if paint.is_line_below {
            rest.push_str(" paint-order=\"stroke\"");
        }
        if fill.is_none() {
            rest.push_str(" fill=\"none\"");
        }
        Style {
            colour: stroke,
            radius_px: 0.0,
            rest,
            inside: fill,
        }
    }
}

/// What a group consists of.
#[derive(Clone, Debug)]
enum Body {
    Path(PathData),
    /// Elements, as they are written.
    Text(String),
}

/// Where something is: its left, top, right and bottom edges.
#[derive(Clone, Copy, Debug)]
struct Area([f64; 4]);

impl Area {
    fn of((x, y): (f64, f64), (width, height): (f64, f64)) -> Area {
        Area([x, y, x + width, y + height])
    }

    fn meets(&self, other: &Area) -> bool {
        let (one, other) = (self.0, other.0);
        one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
    }
}

/// Shapes that are painted as one.
#[derive(Debug)]
struct Group {
    style: Style,
    body: Body,
    areas: Vec<Area>,
}

/// The groups, in the order in which they are painted.
#[derive(Default)]
struct Sheet {
    groups: Vec<Group>,
}

impl Sheet {
    /// Adds something to the last group of its style if nothing that came later is in the way, and makes
    /// a group of it otherwise.
    fn lay(&mut self, style: Style, body: Body, area: Area) {
        for group in self.groups.iter_mut().rev() {
            if group.style == style && group.takes(&body) {
                group.areas.push(area);
                return;
            }
            if group.areas.iter().any(|other| other.meets(&area)) {
                break;
            }
        }
        self.groups.push(Group {
            style,
            body,
            areas: vec![area],
        });
    }

    fn draw(&mut self, shape: &Shape, colours: &Colours) {
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
                let size_px = (*width_px, *height_px);
                self.rect((*x_px, *y_px), size_px, *radius_px, colours.ink(*ink));
            }
            Shape::Text {
                x_px,
                y_px,
                text,
                ink,
            } => self.text((*x_px, *y_px), text, colours.ink(*ink)),
            Shape::Density(bands) => {
                for stripe in bands.stripes() {
                    let (at, size) = stripe.place_px();
                    self.rect(at, size, 0.0, colours.ink(stripe.ink()));
                }
            }
            Shape::Dot {
                at_px: (x, y),
                radius_px,
                ink,
            } => {
                let (at, size) = ((x - radius_px, y - radius_px), 2.0 * radius_px);
                self.rect(at, (size, size), *radius_px, colours.ink(*ink));
            }
            // In a still picture nothing can be folded.
            Shape::Mark {
                mark: Mark::Expanded,
                ..
            } => return,
            Shape::Line { .. } | Shape::Arrow { .. } | Shape::Mark { .. } => {}
        }
        let pairs = painted(shape, &colours.light).into_iter();
        for (light, dark) in pairs.zip(painted(shape, &colours.dark)) {
            let area = Area(light.data.edges_px(light.paint.width_px));
            self.lay(Style::painted(&light, &dark), Body::Path(light.data), area);
        }
    }

    /// Lays a rectangle with round corners: a smaller one, with a line around it that has round corners.
    fn rect(&mut self, at: (f64, f64), size: (f64, f64), radius_px: f64, colour: Colour) {
        let radius_px = radius_px.min(size.0 / 2.0).min(size.1 / 2.0).max(0.0);
        let area = Area::of(at, size);
        let at = (at.0 + radius_px, at.1 + radius_px);
        let size = (size.0 - 2.0 * radius_px, size.1 - 2.0 * radius_px);
        let body = Body::Path(PathData::rect(at, size));
        self.lay(Style::filled(colour, radius_px), body, area);
    }

    fn text(&mut self, (x, y): (f64, f64), text: &str, colour: Colour) {
        // A text stands on its line, 4.5 pixels below its middle: not all readers of SVG know the middle.
        let place = format!("x=\"{}\" y=\"{}\"", decimal(x), decimal(y + 4.5));
        let body = Body::Text(format!("<text {place}>{}</text>", escaped(text)));
        let corner_px = (x, y - TEXT_PX / 2.0);
        let area = Area::of(corner_px, (text_width_px(text), TEXT_PX));
        self.lay(Style::filled(colour, 0.0), body, area);
    }
}

impl Group {
    /// Takes more into it, if it is of the same kind.
    fn takes(&mut self, more: &Body) -> bool {
        match (&mut self.body, more) {
            (Body::Path(data), Body::Path(more)) => data.append(more),
            (Body::Text(text), Body::Text(more)) => text.push_str(more),
            _ => return false,
        }
        true
    }

    fn write(&self, out: &mut String) {
        let Style {
            colour: (light, dark),
            radius_px,
            rest,
            inside,
        } = &self.style;
        let _ = write!(out, "<g color=\"{light}\"");
        if let Some((light, _)) = inside {
            let _ = write!(out, " fill=\"{light}\"");
        }
        if *radius_px > 0.0 {
            let width = decimal(radius_px * 2.0);
            let _ = write!(out, " stroke=\"currentColor\" stroke-width=\"{width}\"");
        }
        let _ = write!(out, "{rest}>");
        let mut both = either("color", light, dark);
        if let Some((light, dark)) = inside {
            both += &either("fill", light, dark);
        }
        match &self.body {
            Body::Path(data) => {
                let _ = write!(out, "<path{both} d=\"{}\"/>", data.text());
            }
            Body::Text(text) => {
                let _ = write!(out, "<g{both}>{text}</g>");
            }
        }
        out.push_str("</g>");
    }
}

/// Writes an attribute that is one colour in the light and another in the dark, if they differ.
fn either(name: &str, light: &str, dark: &str) -> String {
    if light == dark {
        return String::new();
    }
    format!(" {name}=\"light-dark({light},{dark})\"")
}
