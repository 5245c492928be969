//! A run as files, and a file as a run: what the page exports, and what it opens.
//!
//! What may be long comes in parts, between which the page looks up. JSON is read by the browser,
//! and base64 written and read: the module holds neither.

use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::answers::{list, object, optional, pairs, said, seconds};
use super::away::Away;
use super::painter::Painter;
use super::picture::{axis_named, theme_named};
use super::playground::Playground;
use super::session::Session;
use crate::export::{chrome_trace_part, is_summed_up, json_events, json_head, json_tail, svg};
use crate::lessons::{Arguments, find};
use crate::story::{RunError, Story, Summary};
use crate::timeline::{Palette, add_legend, still, with_all_lanes};
use crate::trace::{Trace, codec};

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

    /// Returns the whole run as SVG.
    #[must_use]
    pub fn svg(&self, width_px: f64, axis: &str, theme: &str, title: &str) -> String {
        let palette = Palette::new(theme_named(theme));
        self.look(|told| {
            let mut picture = still(told, width_px, axis_named(axis), &self.words);
            add_legend(&mut picture, told, width_px, &self.words);
            svg(&picture, width_px, &palette, title)
        })
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

    /// Returns a part of the run as Chrome trace JSON; undefined behind the last.
    #[wasm_bindgen(js_name = "chromeTracePart")]
    #[must_use]
    pub fn chrome_trace_part(&self, number: usize) -> Option<String> {
        self.look(|told| chrome_trace_part(told, number))
    }

    /// Returns what the JSON of a run begins with; undefined while the run goes on.
    #[wasm_bindgen(js_name = "jsonHead")]
    #[must_use]
    pub fn json_head(&self) -> Option<String> {
        let summary = summary_of(&self.summary())?;
        Some(self.look(|told| json_head(told, &summary)))
    }

    /// Returns some of the events of that JSON.
    #[wasm_bindgen(js_name = "jsonEvents")]
    #[must_use]
    pub fn json_events(&self, first: usize, count: usize) -> String {
        self.look(|told| json_events(told, first..first + count))
    }

    /// Returns what that JSON ends with. `recording` is the record in base64.
    #[wasm_bindgen(js_name = "jsonTail")]
    #[must_use]
    pub fn json_tail(&self, given: JsValue, recording: &str) -> String {
        let given = pairs(given);
        let given = given
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        let parameters = self.lesson.map_or(&[][..], |lesson| lesson.parameters);
        let arguments = Arguments::new(parameters, given).ok();
        let changed = arguments.iter().flat_map(Arguments::changed);
        let changed: Vec<_> = changed
            .map(|(name, value)| (name.to_string(), value.to_string()))
            .collect();
        self.look(|told| json_tail(told, &changed, recording))
    }

    /// Shows a recorded run of a lesson. `ending` is what a summary says besides the record. Returns
    /// whether the bytes are one; else the run before stays.
    pub fn open(&mut self, slug: &str, bytes: &[u8], ending: JsValue) -> bool {
        let Ok(lesson) = find(slug) else { return false };
        let Ok(trace) = codec::decode(bytes, &[lesson.file, ""]) else {
            return false;
        };
        let story = Story::default();
        let summary = Away::recorded(lesson, Trace::new(), ending.clone()).summary(&story);
        let summary = summary.and_then(|summary| summary_of(&summary));
        if !summary.is_some_and(|summary| is_summed_up(story.with(&trace), &summary)) {
            return false;
        }
        let away = Away::recorded(lesson, trace, ending);
        self.begin(lesson, || Session::Away(Box::new(away)));
        true
    }
}

/// Reads a summary as the page has it, but for its tasks and its lines.
fn summary_of(answer: &JsValue) -> Option<Summary> {
    let field = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let text = |of: &JsValue, name: &str| field(of, name)?.as_string();
    let number = |name: &str| field(answer, name)?.as_f64();
    let error = field(answer, "error").filter(JsValue::is_object);
    let error = error.map(|error| RunError {
        kind: text(&error, "kind").unwrap_or_default(),
        message: text(&error, "message").unwrap_or_default(),
        about: text(&error, "about"),
    });
    let outcome = text(answer, "outcome")?;
    let outcomes = ["finished", "raised", "stopped", "limit"];
    Some(Summary {
        lesson: text(answer, "lesson")?,
        seconds: number("seconds")?,
        steps: number("steps")? as u64,
        ticks: number("ticks")? as u64,
        tasks: Vec::new(),
        console: Vec::new(),
        outcome: outcomes.into_iter().find(|known| *known == outcome)?,
        error,
    })
}
