//! What crosses to the page as plain data: types of ours, of which TypeScript's are made.
//!
//! serde-wasm-bindgen makes a JavaScript value of each, and tsify a type for TypeScript with the same
//! names and comments. What a frame needs many times crosses as numbers instead: see
//! [`ConsoleLines`]. Nothing is read from JavaScript by serde: that would bring the writing of
//! floating-point numbers into the page's module, for the sake of messages that are never shown.

mod catalogue;
mod console;
mod facts;
mod message;
mod moment;
mod question;
mod refusal;
mod snapshot;
mod statistics;
mod summary;

pub(super) use catalogue::{FormatInfo, LessonInfo};
pub(super) use console::ConsoleLines;
pub(super) use facts::{Edit, EditedFacts, FixedFacts, SpanFacts};
pub(super) use moment::{Chip, LoopView, MomentView};
pub(super) use question::QuestionView;
pub(super) use refusal::Refusal;
pub(super) use snapshot::{Position, RunState, Snapshot, Started};
pub(super) use statistics::{Entry, PathLink, TaskTimes, TimesTable};
pub(super) use summary::{Ending, Part, Summary};

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::{JsCast, JsValue};

use crate::lessons::{Arguments, Lesson, ParameterError};

/// Makes a JavaScript value, with null for what is missing.
pub(super) fn plain(value: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    // Only a type that refuses by itself is refused, and none of ours does.
    value.serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}

/// Makes a JavaScript value that TypeScript knows by the name of its type.
pub(super) fn typed<T: Tsify + Serialize>(value: &T) -> Ts<T> {
    Ts::new_unchecked(plain(value))
}

/// Makes an array of such values.
pub(super) fn typed_list<T: Tsify + Serialize>(values: impl IntoIterator<Item = T>) -> Vec<Ts<T>> {
    values.into_iter().map(|value| typed(&value)).collect()
}

/// Reads the values of a lesson from an object of texts; what is no text is left out.
///
/// # Errors
/// What is wrong with the values.
pub(super) fn arguments(
    lesson: &Lesson,
    given: &JsValue,
) -> Result<Arguments, Vec<ParameterError>> {
    let entries = given.dyn_ref().map(js_sys::Object::entries);
    let entries = entries.into_iter().flatten();
    let texts = entries.filter_map(|entry| {
        let entry = js_sys::Array::from(&entry);
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    });
    let texts: Vec<_> = texts.collect();
    let texts = texts.iter().map(|(name, text)| (&name[..], &text[..]));
    Arguments::new(lesson.parameters, texts)
}
