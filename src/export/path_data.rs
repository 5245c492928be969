//! The data of a path, as short as it can be written: from place to place, with one decimal.

use std::convert::Infallible;

use crate::timeline::{Paint, Palette, Pen, Shape};

/// A place, in tenths of a pixel.
type Tenths = (i64, i64);

/// One part of a path.
#[derive(Clone, Copy, Debug)]
enum Part {
    Move(Tenths),
    Line(Tenths),
    Curve([Tenths; 3]),
    /// A rectangle from its left top corner, with its size.
    Rect(Tenths, Tenths),
}

/// The data of a path.
#[derive(Clone, Debug, Default)]
pub(super) struct PathData(Vec<Part>);

/// A path that was painted.
pub(super) struct Painted {
    pub(super) data: PathData,
    pub(super) paint: Paint,
}

impl PathData {
    /// Makes a rectangle from its left top corner and its size.
    pub(super) fn rect((x, y): (f64, f64), (width, height): (f64, f64)) -> PathData {
        let (from, to) = (tenths((x, y)), tenths((x + width, y + height)));
        PathData(vec![Part::Rect(from, (to.0 - from.0, to.1 - from.1))])
    }

    /// Adds what another path draws.
    pub(super) fn append(&mut self, other: &PathData) {
        self.0.extend_from_slice(&other.0);
    }

    /// Returns its left, top, right and bottom edges, with a line of a width along it.
    pub(super) fn edges_px(&self, width_px: f64) -> [f64; 4] {
        let places = self.0.iter().flat_map(|part| match *part {
            Part::Move(to) | Part::Line(to) => vec![to],
            Part::Curve(places) => places.to_vec(),
            Part::Rect(at, size) => vec![at, (at.0 + size.0, at.1 + size.1)],
        });
        let none = [
            f64::INFINITY,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NEG_INFINITY,
        ];
        let edges = places.fold(none, |[left, top, right, bottom], (x, y)| {
            let (x, y) = (x as f64 / 10.0, y as f64 / 10.0);
            [left.min(x), top.min(y), right.max(x), bottom.max(y)]
        });
        let half = width_px / 2.0;
        [
            edges[0] - half,
            edges[1] - half,
            edges[2] + half,
            edges[3] + half,
        ]
    }

    /// Writes the data: every place is said from the one before it.
    pub(super) fn text(&self) -> String {
        let mut writer = Writer::default();
        self.0.iter().for_each(|part| writer.part(part));
        writer.text
    }
}

/// Draws a shape's paths.
pub(super) fn painted(shape: &Shape, palette: &Palette) -> Vec<Painted> {
    let mut pen = Collector::default();
    let Ok(()) = shape.draw(palette, &mut pen);
    pen.paths
}

#[derive(Default)]
struct Collector {
    data: PathData,
    paths: Vec<Painted>,
}

impl Pen for Collector {
    type Error = Infallible;

    fn move_to(&mut self, x_px: f64, y_px: f64) {
        self.data.0.push(Part::Move(tenths((x_px, y_px))));
    }

    fn line_to(&mut self, x_px: f64, y_px: f64) {
        self.data.0.push(Part::Line(tenths((x_px, y_px))));
    }

    fn curve_to(&mut self, places: [(f64, f64); 3]) {
        self.data.0.push(Part::Curve(places.map(tenths)));
    }

    fn paint(&mut self, paint: &Paint) -> Result<(), Infallible> {
        let data = std::mem::take(&mut self.data);
        if !data.0.is_empty() {
            let paint = *paint;
            self.paths.push(Painted { data, paint });
        }
        Ok(())
    }
}

/// Writes parts, and knows where it is.
#[derive(Default)]
struct Writer {
    text: String,
    at: Tenths,
    /// Where the line began that is drawn, to which it is closed.
    begin: Tenths,
}

impl Writer {
    fn part(&mut self, part: &Part) {
        match *part {
            Part::Move(to) => self.move_to(to),
            Part::Line(to) => {
                let (x, y) = self.by(to);
                match (x, y) {
                    (x, 0) => self.command('h', &[x]),
                    (0, y) => self.command('v', &[y]),
                    (x, y) => self.command('l', &[x, y]),
                }
                self.at = to;
            }
            Part::Curve(places) => {
                let by = places.map(|place| self.by(place));
                let numbers: Vec<i64> = by.into_iter().flat_map(|(x, y)| [x, y]).collect();
                self.command('c', &numbers);
                self.at = places[2];
            }
            Part::Rect(corner, (width, height)) => {
                self.move_to(corner);
                self.command('h', &[width]);
                self.command('v', &[height]);
                self.command('h', &[-width]);
                self.text.push('z');
                self.at = self.begin;
            }
        }
    }

    fn move_to(&mut self, to: Tenths) {
        let by = self.by(to);
        match self.text.is_empty() {
            true => self.command('M', &[to.0, to.1]),
            false => self.command('m', &[by.0, by.1]),
        }
        (self.at, self.begin) = (to, to);
    }

    fn by(&self, to: Tenths) -> Tenths {
        (to.0 - self.at.0, to.1 - self.at.1)
    }

    fn command(&mut self, name: char, numbers: &[i64]) {
        self.text.push(name);
        for (number, value) in numbers.iter().enumerate() {
            let value = short(*value);
            // A sign parts two numbers as well as a blank.
            if number > 0 && !value.starts_with('-') {
                self.text.push(' ');
            }
            self.text += &value;
        }
    }
}

fn tenths((x, y): (f64, f64)) -> Tenths {
    ((x * 10.0).round() as i64, (y * 10.0).round() as i64)
}

/// Writes tenths, without a zero before the point.
fn short(tenths: i64) -> String {
    let (sign, size) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
    match (size / 10, size % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, part) => format!("{sign}.{part}"),
        (whole, part) => format!("{sign}{whole}.{part}"),
    }
}

/// Writes a number with at most one decimal.
pub(super) fn decimal(value: f64) -> String {
    short((value * 10.0).round() as i64)
}
