//! What the page is answered, as plain JavaScript values.
//!
//! Objects are made field by field. A serializer does the same for any type, and each type that it
//! is made for weighs as much as a lesson.

use wasm_bindgen::prelude::*;

use crate::runtime::Nanos;
use crate::story::{Phrase, RunError, StoryView, Summary, Word};
use crate::timeline::{Facts, QueueFacts};

/// Makes an object of names and values.
pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        // Only a frozen object refuses, and this one is new.
        let _ = js_sys::Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// Makes an array.
pub(super) fn list(items: impl IntoIterator<Item = JsValue>) -> JsValue {
    let list = js_sys::Array::new();
    for item in items {
        list.push(&item);
    }
    list.into()
}

/// Makes an array of texts.
pub(super) fn texts<T: AsRef<str>>(items: &[T]) -> JsValue {
    list(items.iter().map(|item| item.as_ref().into()))
}

/// Makes a value or null.
pub(super) fn optional(value: Option<impl Into<JsValue>>) -> JsValue {
    value.map_or(JsValue::NULL, Into::into)
}

/// Makes a number of seconds.
pub(super) fn seconds(moment: Nanos) -> JsValue {
    moment.seconds().into()
}

/// Makes a message's key with its arguments.
pub(super) fn said(phrase: &Phrase) -> JsValue {
    let args = phrase.arguments.iter().map(|(name, word)| {
        let value = match word {
            Word::Text(text) => text.into(),
            Word::Number(number) => (*number).into(),
            Word::Seconds(seconds) => object(&[("seconds", (*seconds).into())]),
            Word::Names(names) => texts(names),
        };
        (*name, value)
    });
    let args: Vec<_> = args.collect();
    object(&[("key", phrase.key.into()), ("args", object(&args))])
}

/// Makes numbers and one text of the console's lines from number `first` on.
///
/// Of each line there are four numbers: its second, the lengths of the name of who printed it and of
/// the line, and 1 if it is of the log. The length is that of JavaScript's strings, and below 0 for
/// nobody's name. A run may print thousands of lines at once, and every text that goes to JavaScript
/// by itself costs there more than a step of a task.
pub(super) fn lines(story: StoryView<'_>, first: usize) -> JsValue {
    let (mut numbers, mut texts) = (Vec::new(), String::new());
    let length = |text: &str| text.encode_utf16().count() as f64;
    for line in story.lines_from(first) {
        let name = line.by.map(|by| story.party_name(by));
        numbers.extend([
            line.at.time.seconds(),
            name.map_or(-1.0, length),
            length(line.text),
            f64::from(u8::from(line.is_log)),
        ]);
        texts.push_str(name.unwrap_or(""));
        texts.push_str(line.text);
    }
    list([
        js_sys::Float64Array::from(&numbers[..]).into(),
        texts.into(),
    ])
}

/// Makes the facts of what is under the pointer.
pub(super) fn facts(facts: &Facts) -> JsValue {
    let line = facts.location.map(|location| location.line);
    facts_of(&facts.task, &facts.state, (facts.from_s, facts.to_s), line)
}

/// Makes the facts of a queue, as those of a span are.
pub(super) fn queue_facts(facts: &QueueFacts) -> JsValue {
    facts_of("", &facts.state, (facts.from_s, facts.to_s), None)
}

fn facts_of(
    task: &str,
    state: &Phrase,
    (from_s, to_s): (f64, Option<f64>),
    line: Option<u32>,
) -> JsValue {
    object(&[
        ("task", task.into()),
        ("state", said(state)),
        ("from", from_s.into()),
        ("to", optional(to_s)),
        ("line", optional(line)),
    ])
}

/// Reads the pairs of an object whose values are texts; what is none is left out.
pub(super) fn pairs(object: JsValue) -> Vec<(String, String)> {
    let Ok(object) = object.dyn_into::<js_sys::Object>() else {
        return Vec::new();
    };
    let entries = js_sys::Object::entries(&object)
        .into_iter()
        .map(|pair| js_sys::Array::from(&pair));
    entries
        .filter_map(|pair| Some((pair.get(0).as_string()?, pair.get(1).as_string()?)))
        .collect()
}

/// Makes one text of what a summary says of its tasks: of each its name, its state and its result, each
/// ended by NUL.
pub(super) fn task_texts(story: StoryView<'_>) -> String {
    let mut texts = String::new();
    for lane in story.lanes() {
        let (state, result) = lane.outcome();
        for text in [lane.name(), state, result.unwrap_or("")] {
            texts.push_str(text);
            texts.push('\0');
        }
    }
    texts
}

/// Makes what a worker tells of the end of its run: a summary but for what the trace says.
pub(super) fn ending(summary: &Summary) -> JsValue {
    object(&[
        ("seconds", summary.seconds.into()),
        ("steps", (summary.steps as f64).into()),
        ("ticks", (summary.ticks as f64).into()),
        ("outcome", summary.outcome.into()),
        ("error", optional(summary.error.as_ref().map(error))),
    ])
}

/// Makes a summary, but for its tasks and its lines.
pub(super) fn summary(summary: &Summary) -> JsValue {
    let summed = object(&[("lesson", (&summary.lesson).into())]);
    with(&summed, &ending(summary));
    summed
}

/// Puts the fields of an object into another.
pub(super) fn with(into: &JsValue, fields: &JsValue) {
    let object = JsCast::unchecked_ref::<js_sys::Object>;
    js_sys::Object::assign(object(into), object(fields));
}

fn error(error: &RunError) -> JsValue {
    object(&[
        ("kind", (&error.kind).into()),
        ("message", (&error.message).into()),
        ("about", optional(error.about.as_deref())),
    ])
}
