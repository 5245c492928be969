//! What the page asks before anything was run.

use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::browser::border::{FormatInfo, LessonInfo, arguments, typed_list};
use crate::browser::viewport::theme_named;
use crate::export::Format;
use crate::lessons::{Arguments, catalogue, find, literals};
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

/// Returns the values of a lesson's parameters as its Python listing has them, by their names. If what
/// is given makes no sense, they are those at which the lesson starts.
#[wasm_bindgen(
    js_name = "listingValues",
    unchecked_return_type = "Record<string, string>"
)]
pub fn listing_values(
    slug: &str,
    #[wasm_bindgen(unchecked_param_type = "Record<string, string>")] given: JsValue,
) -> JsValue {
    let arguments = find(slug).ok().and_then(|lesson| {
        let given = arguments(lesson, &given);
        given
            .or_else(|_| Arguments::new(lesson.parameters, []))
            .ok()
    });
    record(arguments.iter().flat_map(literals))
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
