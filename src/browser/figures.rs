//! What a run comes to in figures, the path that made it so long, and another run beside it.

use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::answers::{list, object, said, seconds};
use super::painter::Painter;
use super::picture::theme_named;
use super::playground::Playground;
use super::playhead::advanced;
use crate::runtime::Nanos;
use crate::story::{Link, Point, Statistics, Times};
use crate::timeline::{Axis, Chart, Palette, Window, state_phrase};

/// How many spans are counted in a frame.
const COUNTED_AT_ONCE: usize = 12_000;

/// What is known of a run beyond its story, once somebody asks.
#[derive(Debug, Default)]
pub(super) struct Figures {
    statistics: Statistics,
    chart: Option<(f64, Chart)>,
    pub(super) path: Vec<Link>,
}

#[wasm_bindgen]
impl Playground {
    /// Counts on how long tasks were in which states. Returns whether there are more to count.
    #[wasm_bindgen(js_name = "countSome")]
    pub fn count_some(&mut self) -> bool {
        let mut statistics = std::mem::take(&mut self.figures.statistics);
        let is_rough = self.look(|story| statistics.count(story, COUNTED_AT_ONCE));
        self.figures.statistics = statistics;
        is_rough
    }

    /// Returns the times of the first `most` tasks, and those of all that were counted.
    #[must_use]
    pub fn statistics(&self, most: usize) -> JsValue {
        self.look(|story| {
            let end = story.end();
            let lanes = story.lanes().take(most);
            let tasks = lanes.map(|lane| {
                let row = times(&lane.times(end));
                let _ = js_sys::Reflect::set(&row, &"task".into(), &lane.name().into());
                row
            });
            object(&[
                ("tasks", list(tasks)),
                ("sum", times(&self.figures.statistics.sum)),
            ])
        })
    }

    /// Paints the chart of concurrency, as far as it is counted. Returns whether there is more.
    #[wasm_bindgen(js_name = "paintChart")]
    pub fn paint_chart(
        &mut self,
        cx: &CanvasRenderingContext2d,
        width_px: f64,
        height_px: f64,
        theme: &str,
    ) -> bool {
        let known = self.figures.chart.take();
        let known = known.filter(|(width, _)| *width == width_px);
        let (chart, is_rough) = self.look(|story| {
            let mut chart = known.map_or_else(|| Chart::new(story, width_px), |known| known.1);
            let is_rough = chart.count(story, COUNTED_AT_ONCE);
            (chart, is_rough)
        });
        let painter = Painter::new(cx, Palette::new(theme_named(theme)));
        let painted = painter.paint(&[chart.shape(height_px)], (width_px, height_px));
        debug_assert!(painted.is_ok(), "the canvas refused a shape");
        self.figures.chart = Some((width_px, chart));
        is_rough
    }

    /// Returns the most tasks at once, as the chart that was painted last has them.
    #[wasm_bindgen(getter, js_name = "mostAtOnce")]
    #[must_use]
    pub fn most_at_once(&self) -> f64 {
        self.figures
            .chart
            .as_ref()
            .map_or(0.0, |(_, chart)| chart.most())
    }

    // ---- the critical path

    /// Lights the critical path of a run that is over, or puts it out.
    #[wasm_bindgen(js_name = "lightPath")]
    pub fn light_path(&mut self, is_lit: bool) {
        self.figures.path = if is_lit {
            self.look(|story| story.critical_path())
        } else {
            Vec::new()
        };
    }

    /// Returns the links of the lit path that take time: whose they are, what is done, and when;
    /// at most `most` of them.
    #[must_use]
    pub fn path(&self, most: usize) -> JsValue {
        self.look(|story| {
            let links = self.figures.path.iter();
            let long = links.filter(|link| link.to.time > link.from.time);
            list(long.take(most).map(|link| {
                object(&[
                    ("task", story.name(link.task).into()),
                    ("state", said(&state_phrase(story, link.state))),
                    ("from", seconds(link.from.time)),
                    ("to", seconds(link.to.time)),
                ])
            }))
        })
    }

    // ---- another run beside this one

    /// Takes over the margins of the picture of another run, so that both have one scale. Returns
    /// whether that changes this one.
    #[wasm_bindgen(js_name = "lieBeside")]
    pub fn lie_beside(&mut self, other: &Playground) -> bool {
        let margins = other.picture.as_ref().map(|picture| picture.margins);
        let before = std::mem::replace(&mut self.beside, margins);
        before != margins
    }

    /// Lies alone again.
    #[wasm_bindgen(js_name = "lieAlone")]
    pub fn lie_alone(&mut self) {
        self.beside = None;
    }

    /// Shows the same stretch of time as another run, with the playhead at the same moment.
    pub fn follow(&mut self, other: &Playground) {
        self.window = Window {
            zoom: other.window.zoom,
            pan_px: other.window.pan_px,
            ..self.window
        };
        // What is compared with stays as it is.
        self.editing.begin(None);
        let time = other.playhead.time;
        if self.playhead.time != time {
            self.go_to(self.at_time(time));
        }
    }
}

impl Playground {
    /// Returns where the run ends, or when a longer one beside it does.
    pub(super) fn end(&self) -> Point {
        let beside = self.beside.map_or(Nanos::ZERO, |margins| margins.end.time);
        let end = self.builder.end;
        Point {
            time: end.time.max(beside),
            ..end
        }
    }

    /// Returns the point of a moment.
    pub(super) fn at_time(&self, time: Nanos) -> Point {
        let end = self.end();
        if time > self.builder.end.time {
            let time = time.min(end.time);
            return Point { time, ..end };
        }
        self.builder.at_time(time)
    }

    /// Returns where the playhead is after playing on for some seconds.
    pub(super) fn after_playing(&self, seconds: f64) -> Point {
        if self.playhead < self.builder.end {
            advanced(&self.builder, self.playhead, seconds)
        } else {
            self.at_time(self.playhead.time.after(Nanos::from_seconds(seconds)))
        }
    }

    /// Returns the point at a place of the picture that was painted last.
    pub(super) fn at_place(&self, x_px: f64) -> Option<Point> {
        let scale = self.picture.as_ref()?.scale;
        let at = scale.point_from_x(&self.builder, x_px);
        if self.beside.is_none() || scale.axis != Axis::Time || at < self.builder.end {
            return Some(at);
        }
        let time_s = (x_px - scale.left_px) / scale.px_per_s;
        Some(self.at_time(Nanos::from_seconds(time_s)))
    }
}

fn times(times: &Times) -> JsValue {
    object(&[
        ("steps", (times.steps as f64).into()),
        ("running", seconds(times.running)),
        ("ready", seconds(times.ready)),
        ("sleeping", seconds(times.sleeping)),
        ("waiting", seconds(times.waiting)),
        ("alive", seconds(times.alive())),
    ])
}
