//! The values with which a lesson runs, all of them checked.

use super::parameter::{Expected, Kind, Parameter, ParameterError, split_urls};
use crate::runtime::Nanos;

/// A value for each parameter of a lesson, in the lesson's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Arguments {
    values: Vec<(&'static Parameter, String)>,
}

impl Arguments {
    /// Checks given values and fills in the defaults.
    ///
    /// # Errors
    /// Every value that makes no sense, and every name that the lesson does not have.
    pub fn new<'a>(
        parameters: &'static [Parameter],
        given: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Arguments, Vec<ParameterError>> {
        let defaults = parameters.iter().map(|p| (p, p.kind.default_text()));
        let values = defaults.collect();
        let (mut arguments, mut errors) = (Arguments { values }, Vec::new());
        for (name, value) in given {
            if let Err(expected) = arguments.set(name, value.trim()) {
                let (name, value) = (name.into(), value.into());
                errors.push(ParameterError {
                    name,
                    value,
                    expected,
                });
            }
        }
        if errors.is_empty() {
            Ok(arguments)
        } else {
            Err(errors)
        }
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), Expected> {
        let names = self.iter().map(|(name, _)| name).collect();
        let mut values = self.values.iter_mut();
        let known = values.find(|(parameter, _)| parameter.name == name);
        let (parameter, entry) = known.ok_or(Expected::Parameter { names })?;
        parameter.kind.check(value)?;
        *entry = value.to_string();
        Ok(())
    }

    /// Returns each parameter's name with its value, as a reader would type it.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.parameters()
            .map(|(parameter, value)| (parameter.name, value))
    }

    /// Returns the values that differ from those at which the lesson starts, each with its
    /// parameter's name.
    pub fn changed(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let changed = self
            .parameters()
            .filter(|(parameter, value)| parameter.kind.default_text() != *value);
        changed.map(|(parameter, value)| (parameter.name, value))
    }

    /// Returns each parameter with its value, as a reader would type it.
    pub(super) fn parameters(&self) -> impl Iterator<Item = (&'static Parameter, &str)> {
        let values = self.values.iter();
        values.map(|(parameter, value)| (*parameter, value.as_str()))
    }

    /// Returns the length of time that a parameter says.
    pub fn length(&self, name: &str) -> Nanos {
        Nanos::parse(self.text(name)).unwrap_or_default()
    }

    /// Returns the parameters that are lengths of time, each with its value.
    pub(super) fn lengths(&self) -> impl Iterator<Item = (&'static Parameter, Nanos)> {
        let is_length = |parameter: &Parameter| matches!(parameter.kind, Kind::Seconds { .. });
        let lengths = self.parameters().filter(move |(known, _)| is_length(known));
        lengths.map(|(parameter, value)| (parameter, Nanos::parse(value).unwrap_or_default()))
    }

    /// Returns the values with other lengths of time, whatever their bounds.
    pub(super) fn with_lengths(&self, lengths: &[(&'static Parameter, Nanos)]) -> Arguments {
        let mut other = self.clone();
        for (parameter, value) in &mut other.values {
            let mut lengths = lengths.iter();
            if let Some((_, length)) = lengths.find(|(known, _)| known.name == parameter.name) {
                *value = length.short(9);
            }
        }
        other
    }

    /// Returns a value as it was typed.
    pub(super) fn text(&self, name: &str) -> &str {
        let value = self.iter().find(|(known, _)| *known == name);
        value.map_or("", |(_, value)| value)
    }

    pub(super) fn seconds(&self, name: &str) -> f64 {
        self.length(name).seconds()
    }

    pub(super) fn count(&self, name: &str) -> u64 {
        self.text(name).parse().unwrap_or(0)
    }

    pub(super) fn size(&self, name: &str) -> usize {
        self.count(name) as usize
    }

    pub(super) fn urls(&self, name: &str) -> Vec<String> {
        split_urls(self.text(name)).map(String::from).collect()
    }
}
