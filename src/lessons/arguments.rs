//! The values with which a lesson runs, all of them checked.

use super::number::read_count;
use super::page::{Page, read_pages};
use super::parameter::{Expected, Parameter, ParameterError};
use crate::runtime::Nanos;

/// A value for each parameter of a lesson, in the lesson's order. Each is written in one way, however it was
/// typed: `1.5` for `1,50`, and `url_1` for `url_1:1`.
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
        *entry = parameter.kind.read(value)?;
        Ok(())
    }

    /// Sets a value that is known to make sense.
    pub(super) fn put(&mut self, name: &str, value: String) {
        let mut values = self.values.iter_mut();
        if let Some((_, entry)) = values.find(|(parameter, _)| parameter.name == name) {
            *entry = value;
        }
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

    /// Returns a value, as a reader would type it.
    pub(super) fn text(&self, name: &str) -> &str {
        let value = self.iter().find(|(known, _)| *known == name);
        value.map_or("", |(_, value)| value)
    }

    pub(super) fn seconds(&self, name: &str) -> f64 {
        Nanos::parse(self.text(name)).unwrap_or_default().seconds()
    }

    pub(super) fn count(&self, name: &str) -> u64 {
        read_count(self.text(name)).unwrap_or(0)
    }

    pub(super) fn size(&self, name: &str) -> usize {
        self.count(name) as usize
    }

    /// Returns the pages of a list, each with its seconds, as a lesson takes them.
    pub(super) fn urls(&self, name: &str) -> Vec<(String, f64)> {
        let pages = self.pages(name).into_iter();
        pages
            .map(|page| (page.name, page.seconds.seconds()))
            .collect()
    }

    /// Returns the pages of a list.
    pub fn pages(&self, name: &str) -> Vec<Page> {
        read_pages(self.text(name), usize::MAX, u32::MAX).unwrap_or_default()
    }
}
