//! A run as files, for the page: a module of its own, which the page loads when a reader exports a
//! run, or opens one.
//!
//! Few readers do, and the first view of the page weighs as little as may be. So the page hands over
//! what it has of a run, the bytes of its record and its summary, and this module builds the story
//! once more. A run in a file is the same bytes, and so it is checked here before it is shown.
//!
//! What may be long comes in parts, between which the page looks up. JSON is read by the browser,
//! and base64 written and read: no module holds either.

#![cfg(target_arch = "wasm32")]

use interleave::export::{chrome_trace_part, is_summed_up, json_events, json_head, json_tail, svg};
use interleave::story::{StoryBuilder, StoryView, Summary};
use interleave::timeline::{Axis, LabelTexts, Palette, Theme, add_legend, still};
use interleave::trace::{Trace, codec};
use wasm_bindgen::prelude::*;

/// How many events are read at a time.
const EVENTS_AT_ONCE: usize = 8192;

/// A run that is over, with its record.
#[wasm_bindgen]
pub struct Recorded {
    trace: Trace,
    builder: StoryBuilder,
    summary: Summary,
}

#[wasm_bindgen]
impl Recorded {
    /// Takes the record of a run of a lesson, whose code is in `file`, and what a summary says
    /// besides. Undefined if the bytes are no record.
    pub fn of(
        lesson: &str,
        file: &str,
        bytes: &[u8],
        #[wasm_bindgen(unchecked_param_type = "unknown")] ending: JsValue,
    ) -> Option<Recorded> {
        // Places keep the names of their files for good; a page has few lessons.
        let file: &'static str = file.to_owned().leak();
        let trace = codec::decode(bytes, &[file, ""]).ok()?;
        // Whatever a file says may come here; what is no ending is refused.
        let ending: Summary = serde_wasm_bindgen::from_value(ending).ok()?;
        let summary = Summary {
            lesson: lesson.to_owned(),
            ..ending
        };
        let mut builder = StoryBuilder::default();
        builder.close();
        Some(Recorded {
            trace,
            builder,
            summary,
        })
    }

    /// Reads the record on. Returns whether there is more to read.
    pub fn read(&mut self) -> bool {
        self.builder.read_some(&self.trace, EVENTS_AT_ONCE) || self.builder.index_some(&self.trace)
    }

    /// Returns whether the summary says of the record what it says itself.
    #[wasm_bindgen(getter, js_name = "isSummedUp")]
    pub fn is_summed_up(&self) -> bool {
        is_summed_up(self.story(), &self.summary)
    }

    /// Returns how many events the record has.
    #[wasm_bindgen(getter, js_name = "eventCount")]
    pub fn event_count(&self) -> usize {
        self.trace.len()
    }

    /// Returns the whole run as SVG. `words` are the texts of the keys that a picture needs.
    pub fn svg(
        &self,
        width_px: f64,
        axis: &str,
        theme: &str,
        title: &str,
        words: Vec<String>,
    ) -> String {
        let words = LabelTexts::new(words);
        let axis = match axis {
            "elastic" => Axis::Elastic,
            "time" => Axis::Time,
            "order" => Axis::Order,
            _ => Axis::Auto,
        };
        let theme = match theme {
            "dark" => Theme::Dark,
            _ => Theme::Light,
        };
        let mut picture = still(self.story(), width_px, axis, &words);
        add_legend(&mut picture, self.story(), width_px, &words);
        svg(&picture, width_px, &Palette::new(theme), title)
    }

    /// Returns a part of the run as Chrome trace JSON; undefined after the last.
    #[wasm_bindgen(js_name = "chromeTracePart")]
    pub fn chrome_trace_part(&self, number: usize) -> Option<String> {
        chrome_trace_part(self.story(), number)
    }

    /// Returns what the JSON of the run begins with.
    #[wasm_bindgen(js_name = "jsonHead")]
    pub fn json_head(&self) -> String {
        json_head(self.story(), &self.summary)
    }

    /// Returns some of the events of that JSON.
    #[wasm_bindgen(js_name = "jsonEvents")]
    pub fn json_events(&self, first: usize, count: usize) -> String {
        json_events(self.story(), first..self.trace.len().min(first + count))
    }

    /// Returns the end of that JSON, with the record in base64, and the parameters that were changed.
    #[wasm_bindgen(js_name = "jsonTail")]
    pub fn json_tail(&self, names: Vec<String>, values: Vec<String>, recording: &str) -> String {
        let params: Vec<_> = names.into_iter().zip(values).collect();
        json_tail(self.story(), &params, recording)
    }
}

impl Recorded {
    fn story(&self) -> StoryView<'_> {
        self.builder.with(&self.trace)
    }
}
