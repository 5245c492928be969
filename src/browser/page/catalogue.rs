//! What the page asks before anything was run.

use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::browser::border::{FormatInfo, LessonInfo, typed_list};
use crate::browser::viewport::theme_named;
use crate::export::Format;
use crate::lessons::{catalogue, find, join_pages, literal, split_pages};
use crate::story::StateKind;
use crate::timeline::{Ink, LabelTexts, Palette};

/// Returns all lessons with their parameters.
#[wasm_bindgen(js_name = "lessonCatalogue")]
pub fn lesson_catalogue() -> Vec<Ts<LessonInfo>> {
    typed_list(catalogue().iter().map(LessonInfo::of))
}

/// Returns the formats in which the module of the exports writes a run.
#[wasm_bindgen(js_name = "exportFormats")]
pub fn export_formats() -> Vec<Ts<FormatInfo>> {
    typed_list(Format::ALL.into_iter().map(FormatInfo::of))
}

/// Returns the compiled module, for a worker.
#[wasm_bindgen(
    js_name = "moduleForWorker",
    unchecked_return_type = "WebAssembly.Module"
)]
pub fn module_for_worker() -> JsValue {
    wasm_bindgen::module()
}

/// Returns the keys of the messages that pictures need.
#[wasm_bindgen(js_name = "labelKeys")]
pub fn label_keys() -> Vec<String> {
    LabelTexts::keys().map(ToString::to_string).collect()
}

/// Returns, for the values of a lesson's parameters in their order, each value in the one way in which it is
/// kept, and each as the Python listing has it. What makes no sense is kept as it is, and empty in Python.
#[wasm_bindgen(js_name = "readValues")]
pub fn read_values(slug: &str, texts: Vec<String>) -> Vec<String> {
    let parameters = find(slug).map_or(&[][..], |lesson| lesson.parameters);
    let mut values = Vec::new();
    for (parameter, text) in parameters.iter().zip(texts) {
        let kept = parameter.kind.read(text.trim());
        let python = kept.as_ref().map(|kept| literal(parameter, kept));
        let python = python.unwrap_or_default();
        values.extend([kept.unwrap_or(text), python]);
    }
    values
}

/// Splits a list of pages into names and seconds, in turn.
#[wasm_bindgen(js_name = "splitPages")]
pub fn split(list: &str) -> Vec<String> {
    split_pages(list)
}

/// Writes a list of names and seconds, in turn, as a list of pages.
#[wasm_bindgen(js_name = "joinPages")]
#[allow(clippy::needless_pass_by_value, reason = "so they come from the page")]
pub fn join(parts: Vec<String>) -> String {
    join_pages(&parts)
}

/// Returns the colours of a theme by the names of what is drawn in them, for the legend: of spans that are
/// drawn one by one, or of a crowd.
#[wasm_bindgen(
    js_name = "legendColors",
    unchecked_return_type = "Record<string, string>"
)]
pub fn legend_colors(theme: &str, is_crowd: bool) -> JsValue {
    let palette = Palette::new(theme_named(theme));
    let signs = [
        ("asked", Ink::Cancelled),
        ("delivered", Ink::Cancelled),
        ("raised", Ink::Failed),
    ];
    let states = StateKind::ALL.map(|kind| (kind.name(), Ink::of_state(kind, is_crowd)));
    let inks = states.into_iter().chain(signs);
    record(inks.map(|(name, ink)| (name, palette.color(ink))))
}

/// Makes a record of texts.
fn record<N: AsRef<str>, T: AsRef<str>>(entries: impl IntoIterator<Item = (N, T)>) -> JsValue {
    let record = js_sys::Object::new();
    for (name, text) in entries {
        let (name, text) = (name.as_ref(), text.as_ref());
        // Only a frozen object refuses, and this one is new.
        let _ = js_sys::Reflect::set(&record, &name.into(), &text.into());
    }
    record.into()
}
