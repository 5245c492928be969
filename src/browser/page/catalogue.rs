//! What the page asks before anything was run.

use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::browser::border::{LessonInfo, pairs, typed_list};
use crate::browser::viewport::theme_named;
use crate::lessons::{Arguments, catalogue, fill, find};
use crate::timeline::{Ink, LabelTexts, Palette};

/// Returns all lessons with their parameters.
#[wasm_bindgen(js_name = "lessonCatalogue")]
#[must_use]
pub fn lesson_catalogue() -> Vec<Ts<LessonInfo>> {
    typed_list(catalogue().iter().map(LessonInfo::of))
}

/// Returns the compiled module, for a worker.
#[wasm_bindgen(
    js_name = "moduleForWorker",
    unchecked_return_type = "WebAssembly.Module"
)]
#[must_use]
pub fn module_for_worker() -> JsValue {
    wasm_bindgen::module()
}

/// Returns the keys of the messages that pictures need.
#[wasm_bindgen(js_name = "labelKeys")]
#[must_use]
pub fn label_keys() -> Vec<String> {
    LabelTexts::keys().iter().map(ToString::to_string).collect()
}

/// Fills a lesson's Python listing with values. If they make no sense, the listing keeps its own.
#[wasm_bindgen(js_name = "fillListing")]
#[must_use]
pub fn fill_listing(
    slug: &str,
    #[wasm_bindgen(unchecked_param_type = "Record<string, string>")] given: JsValue,
    text: String,
) -> String {
    let (lesson, given) = (find(slug).ok(), pairs(given));
    let given = given
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let arguments = lesson.and_then(|lesson| Arguments::new(lesson.parameters, given).ok());
    match arguments {
        Some(arguments) => fill(&text, &arguments),
        None => text,
    }
}

/// Returns the colours of a theme by the names of the inks, for the legend.
#[wasm_bindgen(
    js_name = "legendColors",
    unchecked_return_type = "Record<string, string>"
)]
#[must_use]
pub fn legend_colors(theme: &str) -> JsValue {
    let palette = Palette::new(theme_named(theme));
    let inks = [
        ("running", Ink::Running),
        ("ready", Ink::Ready),
        ("sleeping", Ink::Sleeping),
        ("waiting", Ink::Waiting),
        ("fetching", Ink::Fetching),
        ("blocking", Ink::Blocking),
        ("working", Ink::Working),
        ("idle", Ink::Line),
        ("asked", Ink::Cancelled),
        ("delivered", Ink::Cancelled),
        ("raised", Ink::Failed),
    ];
    let colors = js_sys::Object::new();
    for (name, ink) in inks {
        // Only a frozen object refuses, and this one is new.
        let _ = js_sys::Reflect::set(&colors, &name.into(), &palette.color(ink).into());
    }
    colors.into()
}
