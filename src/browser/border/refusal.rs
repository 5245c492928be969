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
        let mut refusal = Refusal {
            name: error.name.clone(),
            value: error.value.clone(),
            expected: error.expected.name(),
            message: error.to_string(),
            ..Refusal::default()
        };
        match &error.expected {
            Expected::Seconds { max } => refusal.max = (*max).into(),
            Expected::Count { min, max } => {
                (refusal.min, refusal.max) = (*min as f64, *max as f64);
            }
            Expected::UrlCount { count, max } => {
                (refusal.count, refusal.max) = (*count, *max as f64);
            }
            Expected::UrlNumber { url } => refusal.url.clone_from(url),
            Expected::UrlSeconds { url, max } => {
                (refusal.url, refusal.max) = (url.clone(), (*max).into());
            }
            Expected::Choice { options } => refusal.options = options.to_vec(),
            Expected::Parameter { names } => refusal.options.clone_from(names),
            Expected::Address => {}
        }
        refusal
    }
}
