//! A value that makes no sense, as the page tells the reader of it.

use serde::Serialize;
use tsify::Tsify;

use crate::lessons::{Expected, ParameterError};

/// A value that makes no sense, and what would.
#[derive(Default, Serialize, Tsify)]
pub struct Refusal {
    name: String,
    value: String,
    /// The name of the rule that it breaks.
    expected: &'static str,
    min: f64,
    max: f64,
    count: usize,
    url: String,
    options: Vec<&'static str>,
    /// The whole in English.
    message: String,
}

impl From<&ParameterError> for Refusal {
    fn from(error: &ParameterError) -> Refusal {
        let known = Refusal {
            name: error.name.clone(),
            value: error.value.clone(),
            expected: error.expected.name(),
            message: error.to_string(),
            ..Refusal::default()
        };
        match &error.expected {
            Expected::Seconds { max } => Refusal {
                max: (*max).into(),
                ..known
            },
            Expected::Count { min, max } => Refusal {
                min: *min as f64,
                max: *max as f64,
                ..known
            },
            Expected::UrlCount { count, max } => Refusal {
                count: *count,
                max: *max as f64,
                ..known
            },
            Expected::UrlNumber { url } => Refusal {
                url: url.clone(),
                ..known
            },
            Expected::UrlSeconds { url, max } => Refusal {
                url: url.clone(),
                max: (*max).into(),
                ..known
            },
            Expected::Choice { options } => Refusal {
                options: options.to_vec(),
                ..known
            },
            Expected::Parameter { names } => Refusal {
                options: names.clone(),
                ..known
            },
            Expected::Address => known,
        }
    }
}
