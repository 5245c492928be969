//! What the transcript and the exports need of the page's own module: entries, the painter, and a
//! run to be shown that was recorded. The rest is in a module of its own (`crates/exports`).

use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::answers::{list, object, optional, said, seconds};
use super::away::Away;
use super::painter::Painter;
use super::picture::{axis_named, theme_named};
use super::playground::Playground;
use super::session::Session;
use crate::lessons::find;
use crate::timeline::{Palette, add_legend, with_all_lanes};
use crate::trace::codec;

#[wasm_bindgen]
impl Playground {
    /// Returns entries of the transcript, `count` of them from number `first` on.
    #[must_use]
    pub fn entries(&self, first: usize, count: usize) -> JsValue {
        self.look(|told| {
            let some = told.entries_from(first).take(count);
            list(some.map(|entry| {
                object(&[
                    ("seconds", seconds(entry.stop.at.time)),
                    (
                        "task",
                        optional(entry.stop.task.map(|task| told.name(task))),
                    ),
                    ("phrases", list(entry.phrases.iter().map(said))),
                    // How many console lines were printed by then.
                    ("printed", told.lines_before(entry.stop.end).into()),
                ])
            }))
        })
    }

    /// Moves the playhead to a stop, by the number of its entry.
    #[wasm_bindgen(js_name = "goToEntry")]
    pub fn go_to_entry(&mut self, number: usize) {
        self.step_to(number);
    }

    /// Returns how many events the record has.
    #[wasm_bindgen(getter, js_name = "eventCount")]
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.look(|told| told.trace().len())
    }

    /// Paints the whole run with all its lanes, if there is something to paint on, and returns how
    /// high it is: the lanes at most `height_max_px`, and the legend below.
    #[wasm_bindgen(js_name = "paintWhole")]
    pub fn paint_whole(
        &self,
        cx: Option<CanvasRenderingContext2d>,
        width_px: f64,
        height_max_px: f64,
        axis: &str,
        theme: &str,
    ) -> f64 {
        self.look(|told| {
            let size_px = (width_px, height_max_px);
            let mut picture = with_all_lanes(told, size_px, axis_named(axis), &self.words);
            add_legend(&mut picture, told, width_px, &self.words);
            if let Some(cx) = cx {
                let painter = Painter::new(&cx, Palette::new(theme_named(theme)));
                let painted = painter.paint(&picture.shapes, (width_px, picture.height_px));
                debug_assert!(painted.is_ok(), "the canvas refused a shape");
            }
            picture.height_px
        })
    }

    /// Shows a recorded run of a lesson. `ending` is what a summary says besides the record. Returns
    /// whether the bytes are one; else the run before stays. Whether the two fit is the asker's to see.
    pub fn open(&mut self, slug: &str, bytes: &[u8], ending: JsValue) -> bool {
        let Ok(lesson) = find(slug) else { return false };
        let Ok(trace) = codec::decode(bytes, &[lesson.file, ""]) else {
            return false;
        };
        let away = Away::recorded(lesson, trace, ending);
        self.begin(lesson, || Session::Away(Box::new(away)));
        true
    }
}
