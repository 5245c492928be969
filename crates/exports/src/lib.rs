//! A run as files, for the page: a module of its own, which the page loads when a reader exports a
//! run, or opens one.
//!
//! Few readers do, and the first view of the page weighs as little as may be. So the page hands over
//! what it has of a run, the bytes of its record and its summary, and this module builds the story
//! once more. A run in a file is the same bytes, and so it is checked here before it is shown.
//!
//! Links that share what is shown are read and packed here, too: few pages are opened by one.
//!
//! What may be long comes in parts, between which the page looks up. JSON is read by the browser, and
//! base64, too.

#![cfg(target_arch = "wasm32")]

use interleave::export::{
    ExportedRun, Format, PictureOptions, RecordedProgram, StillOptions, StillTheme, is_summed_up,
    still_picture, tag,
};
use interleave::lessons::{pack_link, read_link};
use interleave::story::{StoryBuilder, StoryView, Summary};
use interleave::timeline::{Axis, LabelTexts, Theme};
use interleave::trace::{Trace, codec};
use wasm_bindgen::prelude::*;

/// How many events are read at a time.
const EVENTS_AT_ONCE: usize = 8192;

/// Returns the version of records that can be read.
#[wasm_bindgen(js_name = "recordingVersion")]
pub fn recording_version() -> u8 {
    codec::VERSION
}

/// A run that is over, with its record.
#[wasm_bindgen]
pub struct Recorded {
    trace: Trace,
    builder: StoryBuilder,
    summary: Summary,
    params: Vec<(String, String)>,
    program: Option<RecordedProgram>,
    picture: PictureOptions,
}

#[wasm_bindgen]
impl Recorded {
    /// Takes the record of a run of a lesson, or of a program, whose code is in `files`, what a summary
    /// says besides, and the names and texts of the values that were changed. Undefined if the bytes are
    /// no record.
    pub fn of(
        lesson: &str,
        files: Vec<String>,
        bytes: &[u8],
        #[wasm_bindgen(unchecked_param_type = "unknown")] ending: JsValue,
        names: Vec<String>,
        values: Vec<String>,
    ) -> Option<Recorded> {
        // Places keep the names of their files for good; a page has few lessons, and bounds the files.
        let files = files.into_iter().map(|file| &*String::leak(file));
        let files: Vec<&'static str> = files.chain([""]).collect();
        let trace = codec::decode(bytes, &files).ok()?;
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
            params: names.into_iter().zip(values).collect(),
            program: None,
            picture: PictureOptions::default(),
        })
    }

    /// Takes the text of the program that ran, if it was none of the lessons.
    #[wasm_bindgen(js_name = "setSource")]
    pub fn set_source(&mut self, source: &str) {
        self.program = Some(RecordedProgram {
            file: self.summary.lesson.clone(),
            source: source.to_owned(),
        });
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

    /// Sets how pictures of the run look. `texts` are those of the keys that a picture needs.
    #[wasm_bindgen(js_name = "drawAs")]
    pub fn draw_as(
        &mut self,
        width_px: f64,
        axis: &str,
        theme: &str,
        title: &str,
        texts: Vec<String>,
    ) {
        self.picture = PictureOptions {
            width_px,
            axis: match axis {
                "elastic" => Axis::Elastic,
                "time" => Axis::Time,
                "order" => Axis::Order,
                _ => Axis::Auto,
            },
            theme: match theme {
                "dark" => Theme::Dark,
                _ => Theme::Light,
            },
            title: title.to_owned(),
            label_texts: LabelTexts::new(texts),
            has_legend: true,
        };
    }

    /// Draws the run for the place between an element's tags, light and dark as the page is, or in the theme
    /// that is named. `description` says to screen readers what it shows.
    #[wasm_bindgen(js_name = "stillPicture")]
    pub fn still_picture(&self, description: &str, theme: Option<String>) -> String {
        let options = StillOptions {
            width_px: self.picture.width_px,
            axis: self.picture.axis,
            theme: match theme.as_deref() {
                Some("light") => StillTheme::Light,
                Some("dark") => StillTheme::Dark,
                _ => StillTheme::Page,
            },
            title: &self.picture.title,
            description,
            label_texts: &self.picture.label_texts,
        };
        still_picture(self.story(), &options)
    }

    /// Writes a part of the run's file in a format, by its number; undefined after the last.
    pub fn part(&self, format: &str, number: usize) -> Option<String> {
        let run = ExportedRun {
            story: self.story(),
            summary: &self.summary,
            params: &self.params,
            program: self.program.as_ref(),
            picture: &self.picture,
        };
        Format::named(format)?.part(&run, number)
    }
}

impl Recorded {
    fn story(&self) -> StoryView<'_> {
        self.builder.with(&self.trace)
    }
}

/// Reads what follows the `#` of a link, version 2: see [`read_link`].
#[wasm_bindgen(js_name = "readLink", unchecked_return_type = "unknown")]
pub fn read_shared_link(fragment: &str) -> JsValue {
    // Maps are objects, and none is undefined, as in TypeScript's own.
    serde_wasm_bindgen::to_value(&read_link(fragment)).unwrap_or(JsValue::UNDEFINED)
}

/// Packs what follows the `#` of a link, if that is long: see [`pack_link`].
#[wasm_bindgen(js_name = "packLink")]
pub fn pack_shared_link(fragment: &str) -> String {
    pack_link(fragment)
}

/// Writes the HTML that shows a run in an author's page, as `interleave embed` does: see [`tag`].
#[wasm_bindgen(js_name = "embedTag")]
pub fn embed_tag(names: Vec<String>, values: Vec<String>, picture: &str, script: &str) -> String {
    let names = names.iter().map(String::as_str);
    let attributes: Vec<_> = names.zip(values.iter().map(String::as_str)).collect();
    tag(&attributes, picture, script)
}
