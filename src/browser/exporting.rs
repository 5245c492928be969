//! What the transcript and the exports need of the page's own module: entries, the painter, and a
//! run to be shown that was recorded. The rest is in a module of its own (`crates/exports`).

use std::ops::Range;

use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::answers::{list, object, optional, said, seconds};
use super::away::Away;
use super::painter::Painter;
use super::picture::{axis_named, theme_named};
use super::playground::{Playground, SKETCHED_AT_ONCE};
use super::session::Session;
use crate::lessons::find;
use crate::timeline::{Palette, Picture, Progressive, add_legend, with_all_lanes};
use crate::trace::codec;

/// A picture of a whole run, worked out over several turns.
#[wasm_bindgen]
pub struct WholePicture {
    sketch: Progressive,
    picture: Option<Picture>,
    width_px: f64,
}

#[wasm_bindgen]
impl WholePicture {
    /// Makes one in which nothing is drawn yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    #[allow(clippy::new_without_default, reason = "only the page makes one")]
    pub fn new() -> WholePicture {
        WholePicture {
            sketch: Progressive::in_parts(SKETCHED_AT_ONCE),
            picture: None,
            width_px: 0.0,
        }
    }

    /// Returns how high it is, in CSS pixels.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn height(&self) -> f64 {
        self.picture
            .as_ref()
            .map_or(0.0, |picture| picture.height_px)
    }

    /// Paints it. The context must be scaled so that 1 is a CSS pixel.
    pub fn paint(&self, cx: &CanvasRenderingContext2d, theme: &str) {
        if let Some(picture) = &self.picture {
            let painter = Painter::new(cx, Palette::new(theme_named(theme)));
            let painted = painter.paint(&picture.shapes, (self.width_px, picture.height_px));
            debug_assert!(painted.is_ok(), "the canvas refused a shape");
        }
    }
}

#[wasm_bindgen]
impl Playground {
    /// Returns entries of the transcript, `count` of them from number `first` on.
    #[must_use]
    pub fn entries(&self, first: usize, count: usize) -> JsValue {
        self.look(|story| {
            let some = story.entries_from(first).take(count);
            list(some.map(|entry| {
                object(&[
                    ("seconds", seconds(entry.stop.at.time)),
                    (
                        "task",
                        optional(entry.stop.task.map(|task| story.name(task))),
                    ),
                    ("phrases", list(entry.phrases.iter().map(said))),
                    // How many console lines were printed by then.
                    ("printed", story.lines_before(entry.stop.end).into()),
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
        self.look(|story| story.trace().len())
    }

    /// Works on a picture of the whole run with all its lanes, which are together at most
    /// `height_max_px` high, and a legend below. Returns whether there is more to do.
    #[wasm_bindgen(js_name = "layOutWhole")]
    pub fn lay_out_whole(
        &self,
        whole: &mut WholePicture,
        width_px: f64,
        height_max_px: f64,
        axis: &str,
    ) -> bool {
        let (size_px, axis) = ((width_px, height_max_px), axis_named(axis));
        self.look(|story| {
            let sketch = &mut whole.sketch;
            let mut picture = with_all_lanes(story, size_px, axis, &self.words, sketch);
            add_legend(&mut picture, story, width_px, &self.words);
            (whole.width_px, whole.picture) = (width_px, Some(picture));
        });
        whole.sketch.is_rough()
    }

    /// Shows a recorded run of a lesson. `ending` is what a summary says besides the record. Returns
    /// whether the bytes are one; else the run before stays. Whether the two fit is the asker's to see.
    pub fn open(&mut self, slug: &str, bytes: &js_sys::Uint8Array, ending: JsValue) -> bool {
        let Ok(lesson) = find(slug) else { return false };
        let fetch = |piece: Range<usize>| {
            let piece = bytes.subarray(piece.start as u32, piece.end as u32);
            piece.to_vec()
        };
        let files = [lesson.file, ""];
        let Ok(trace) = codec::decode_pieces(bytes.length() as usize, fetch, &files) else {
            return false;
        };
        let away = Away::recorded(lesson, trace, ending);
        self.begin(lesson, Session::Away(Box::new(away)));
        true
    }
}
