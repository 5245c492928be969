//! Lengths of time among the values of a lesson: what a reader may drag.
//!
//! A length is a parameter's own value, or that of one page of a list. Whoever changes one asks here
//! for the parameter's whole new value.

use super::arguments::Arguments;
use super::page::write_pages;
use super::parameter::{Kind, Parameter};
use crate::runtime::Nanos;

/// A length of time among the values of a lesson.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Length {
    /// The parameter whose value has the length.
    pub parameter: &'static Parameter,
    /// Of a list of pages, the number of the page, from 0.
    pub page: Option<usize>,
}

impl Length {
    /// Returns the longest that it may be, in seconds.
    pub(super) fn seconds_max(self) -> u32 {
        match self.parameter.kind {
            Kind::Seconds { max, .. } => max,
            Kind::Urls { seconds_max, .. } => seconds_max,
            _ => 0,
        }
    }
}

impl Arguments {
    /// Returns a length; no time where there is no such page.
    pub fn length(&self, of: Length) -> Nanos {
        let name = of.parameter.name;
        match of.page {
            None => Nanos::parse(self.text(name)).unwrap_or_default(),
            Some(number) => self
                .pages(name)
                .get(number)
                .map_or(Nanos::ZERO, |page| page.seconds),
        }
    }

    /// Returns what a reader calls a length: the page's name, or else the parameter's.
    pub fn length_name(&self, of: Length) -> String {
        let name = of.parameter.name;
        let page = of
            .page
            .and_then(|number| self.pages(name).into_iter().nth(number));
        page.map_or_else(|| name.to_string(), |page| page.name)
    }

    /// Returns the value of a length's parameter with another length, as a reader would type it.
    pub fn value_with(&self, of: Length, length: Nanos) -> String {
        self.with_lengths(&[(of, length)])
            .text(of.parameter.name)
            .to_string()
    }

    /// Returns all lengths, in the order of the parameters and pages.
    pub(super) fn lengths(&self) -> Vec<(Length, Nanos)> {
        let mut lengths = Vec::new();
        for (parameter, value) in self.parameters() {
            match parameter.kind {
                Kind::Seconds { .. } => {
                    let page = None;
                    let length = Nanos::parse(value).unwrap_or_default();
                    lengths.push((Length { parameter, page }, length));
                }
                Kind::Urls { .. } => {
                    for (number, page) in self.pages(parameter.name).iter().enumerate() {
                        let length = page.seconds;
                        let page = Some(number);
                        lengths.push((Length { parameter, page }, length));
                    }
                }
                _ => {}
            }
        }
        lengths
    }

    /// Returns the values with other lengths of time, whatever their bounds.
    pub(super) fn with_lengths(&self, lengths: &[(Length, Nanos)]) -> Arguments {
        let mut other = self.clone();
        for lengths in lengths.chunk_by(|(one, _), (next, _)| one.parameter == next.parameter) {
            let name = lengths[0].0.parameter.name;
            let mut pages = self.pages(name);
            let mut value = None;
            for (of, length) in lengths {
                match of.page.map(|number| pages.get_mut(number)) {
                    None => value = Some(length.short(9)),
                    Some(Some(page)) => page.seconds = *length,
                    Some(None) => {}
                }
            }
            other.put(name, value.unwrap_or_else(|| write_pages(&pages)));
        }
        other
    }
}
