//! The lessons as the page is told of them.

use wasm_bindgen::JsValue;

use super::answers::{list, object, texts};
use crate::lessons::{
    Arguments, Expected, Kind, Lesson, Network, Parameter, ParameterError, SECONDS_STEP, catalogue,
    find, literals,
};

/// Returns all lessons with their parameters.
pub(super) fn lessons() -> JsValue {
    list(catalogue().iter().map(info))
}

/// Returns the values of a lesson's parameters as its Python listing has them, by their names. If what
/// is given makes no sense, they are those at which the lesson starts.
pub(super) fn listing_values(slug: &str, given: &[(String, String)]) -> JsValue {
    let given = given
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let arguments = find(slug).ok().and_then(|lesson| {
        let given = Arguments::new(lesson.parameters, given);
        given
            .or_else(|_| Arguments::new(lesson.parameters, []))
            .ok()
    });
    let literals = arguments.iter().flat_map(literals);
    let literals: Vec<_> = literals
        .map(|(name, literal)| (name, literal.into()))
        .collect();
    object(&literals)
}

fn info(lesson: &Lesson) -> JsValue {
    object(&[
        ("slug", lesson.slug.into()),
        ("group", lesson.group.into()),
        ("fetches", (lesson.network == Network::Fetches).into()),
        ("parameters", list(lesson.parameters.iter().map(parameter))),
    ])
}

fn parameter(parameter: &Parameter) -> JsValue {
    let (kind, min, max, step) = match parameter.kind {
        Kind::Seconds { max, .. } => ("seconds", 0.0, max.into(), SECONDS_STEP.seconds()),
        Kind::Count { min, max, .. } => ("count", min as f64, max as f64, 1.0),
        Kind::Choice { .. } => ("choice", 0.0, 0.0, 1.0),
        Kind::Urls { seconds_max, .. } => ("urls", 0.0, seconds_max.into(), 0.1),
        Kind::Address { .. } => ("address", 0.0, 0.0, 1.0),
    };
    let options = match parameter.kind {
        Kind::Choice { options, .. } => options,
        _ => &[],
    };
    let count_max = match parameter.kind {
        Kind::Urls { count_max, .. } => count_max,
        _ => 0,
    };
    object(&[
        ("name", parameter.name.into()),
        ("kind", kind.into()),
        ("default", parameter.kind.default_text().into()),
        ("min", JsValue::from_f64(min)),
        ("max", JsValue::from_f64(max)),
        ("step", JsValue::from_f64(step)),
        ("options", texts(options)),
        ("countMax", count_max.into()),
    ])
}

/// Makes what the page tells the reader of wrong values.
pub(super) fn refusals(errors: &[ParameterError]) -> JsValue {
    list(errors.iter().map(refusal))
}

fn refusal(error: &ParameterError) -> JsValue {
    let (mut min, mut max, mut count) = (0.0, 0.0, 0);
    let (mut url_of, mut options): (&str, &[&str]) = ("", &[]);
    match &error.expected {
        Expected::Seconds { max: most } => max = (*most).into(),
        Expected::Count {
            min: least,
            max: most,
        } => (min, max) = (*least as f64, *most as f64),
        Expected::Choice { options: words } => options = words,
        Expected::UrlCount {
            count: found,
            max: most,
        } => (count, max) = (*found, *most as f64),
        Expected::UrlNumber { url } => url_of = url,
        Expected::UrlSeconds { url, max: most } => (url_of, max) = (url, (*most).into()),
        Expected::Parameter { names } => options = names,
        Expected::Address => {}
    }
    object(&[
        ("name", (&error.name).into()),
        ("value", (&error.value).into()),
        ("expected", error.expected.name().into()),
        ("min", JsValue::from_f64(min)),
        ("max", JsValue::from_f64(max)),
        ("count", count.into()),
        ("url", url_of.into()),
        ("options", texts(options)),
        ("message", error.to_string().into()),
    ])
}
