//! Texts of a trace, each kept once.

use crate::runtime::{Numbers, hash_of};

/// A table of texts, numbered in the order of first use. Equal texts have one number, but for
/// those that were said to hardly come again, and those whose hash another has.
#[derive(Clone, Debug, Default)]
pub(super) struct Strings {
    blob: String,
    /// Where each text ends in the blob.
    ends: Vec<u32>,
    /// The texts by their hashes; of two with the same hash the first.
    numbers: Numbers,
    /// The text that was asked for last, since many tasks return alike.
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

    /// Adds a text that will hardly come again, and returns its number.
    ///
    /// The names of a million tasks are found by number alone, so looking them up costs nothing.
    pub(super) fn add(&mut self, text: &str) -> u32 {
        self.blob.push_str(text);
        self.ends.push(self.blob.len() as u32);
        self.ends.len() as u32 - 1
    }

    /// Returns the text with a number, empty if there is none.
    pub(super) fn text(&self, number: u32) -> &str {
        let number = number as usize;
        let start = match number.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or(0) as usize,
            None => 0,
        };
        let end = self.ends.get(number).copied().unwrap_or(0) as usize;
        self.blob.get(start..end).unwrap_or("")
    }

    /// Returns how many texts there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}
