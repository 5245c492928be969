//! The lessons as the page is told of them.

use serde::Serialize;

use crate::lessons::{
    Arguments, Expected, Kind, Lesson, Network, Parameter, ParameterError, catalogue, fill, find,
    lines_of,
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LessonInfo {
    slug: &'static str,
    fetches: bool,
    source: &'static str,
    parameters: Vec<ParameterInfo>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ParameterInfo {
    name: &'static str,
    kind: &'static str,
    default: String,
    min: f64,
    max: f64,
    step: f64,
    options: &'static [&'static str],
    count_max: usize,
}

/// A wrong value, as the page tells the reader of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Refusal {
    name: String,
    value: String,
    expected: &'static str,
    min: f64,
    max: f64,
    count: usize,
    url: String,
    options: Vec<&'static str>,
    message: String,
}

/// Returns all lessons with their parameters and sources.
pub(super) fn lessons() -> impl Serialize {
    catalogue().iter().map(info).collect::<Vec<_>>()
}

/// A Python listing, and for each line of the lesson the line of it that does the same.
#[derive(Serialize)]
pub(super) struct ListingInfo {
    text: String,
    lines: Vec<u32>,
}

/// Fills a lesson's listing with values. Those that make no sense are left as they are in it.
pub(super) fn listing(slug: &str, given: &[(String, String)], text: &str) -> ListingInfo {
    let lesson = find(slug).ok();
    let given = given
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let arguments = lesson.and_then(|lesson| Arguments::new(lesson.parameters, given).ok());
    let text = arguments.map_or_else(|| text.to_string(), |arguments| fill(text, &arguments));
    let lines = lesson.map_or_else(Vec::new, |lesson| lines_of(lesson.source, &text));
    ListingInfo { text, lines }
}

fn info(lesson: &Lesson) -> LessonInfo {
    LessonInfo {
        slug: lesson.slug,
        fetches: lesson.network == Network::Fetches,
        source: lesson.source,
        parameters: lesson.parameters.iter().map(parameter).collect(),
    }
}

fn parameter(parameter: &Parameter) -> ParameterInfo {
    let mut info = ParameterInfo {
        name: parameter.name,
        kind: "",
        default: parameter.kind.default_text(),
        min: 0.0,
        max: 0.0,
        step: 1.0,
        options: &[],
        count_max: 0,
    };
    match parameter.kind {
        Kind::Seconds { max, .. } => {
            (info.kind, info.max, info.step) = ("seconds", max.into(), 0.1);
        }
        Kind::Count { min, max, .. } => {
            (info.kind, info.min, info.max) = ("count", min as f64, max as f64);
        }
        Kind::Choice { options, .. } => (info.kind, info.options) = ("choice", options),
        Kind::Urls {
            count_max,
            seconds_max,
            ..
        } => {
            (info.kind, info.max, info.step) = ("urls", seconds_max.into(), 0.1);
            info.count_max = count_max;
        }
        Kind::Address { .. } => info.kind = "address",
    }
    info
}

impl From<ParameterError> for Refusal {
    fn from(error: ParameterError) -> Refusal {
        let mut refusal = Refusal {
            message: error.to_string(),
            expected: error.expected.name(),
            name: error.name,
            value: error.value,
            min: 0.0,
            max: 0.0,
            count: 0,
            url: String::new(),
            options: Vec::new(),
        };
        match error.expected {
            Expected::Seconds { max } => refusal.max = max.into(),
            Expected::Count { min, max } => (refusal.min, refusal.max) = (min as f64, max as f64),
            Expected::Choice { options } => refusal.options = options.to_vec(),
            Expected::UrlCount { count, max } => {
                (refusal.count, refusal.max) = (count, max as f64);
            }
            Expected::UrlNumber { url } => refusal.url = url,
            Expected::UrlSeconds { url, max } => (refusal.url, refusal.max) = (url, max.into()),
            Expected::Parameter { names } => refusal.options = names,
            Expected::Address => {}
        }
        refusal
    }
}
