//! Texts of a trace, each kept once.

use crate::runtime::{Numbers, hash_of};

/// A table of texts, numbered in the order of first use. Equal texts have one number, except those
/// that were added without a look-up, and those whose hash another text has.
#[derive(Clone, Debug, Default)]
pub(super) struct Strings {
    blob: String,
    /// Where each text ends in the blob.
    ends: Vec<u32>,
    /// The texts by their hashes; of two with the same hash the first.
    numbers: Numbers,
    /// The text that was asked for last, since many tasks return the same.
    last: u32,
}

impl Strings {
    /// Returns the number of a text, adding it if it is new.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        if !text.is_empty() && self.text(self.last) == text {
            return self.last;
        }
        let hash = hash_of(text);
        self.last = match self.numbers.get(&hash) {
            Some(&number) if self.text(number) == text => number,
            Some(_) => self.add(text),
            None => {
                let number = self.add(text);
                self.numbers.insert(hash, number);
                number
            }
        };
        self.last
    }

    /// Adds a text that is not expected again, and returns its number.
    ///
    /// The names of a million tasks are found by number alone, so no look-up is paid for them.
    pub(super) fn add(&mut self, text: &str) -> u32 {
        self.blob.push_str(text);
        self.ends.push(self.blob.len() as u32);
        self.ends.len() as u32 - 1
    }

    /// Returns the text with a number, empty if there is none.
    pub(super) fn text(&self, number: u32) -> &str {
        let end = |number: u32| self.ends.get(number as usize).copied().unwrap_or(0) as usize;
        let start = number.checked_sub(1).map_or(0, end);
        self.blob.get(start..end(number)).unwrap_or("")
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}
