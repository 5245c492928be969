//! Texts that come in a row, of which only a few are told and more are counted.

/// The first `MOST` texts of a row, and how many there were.
#[derive(Default)]
pub(super) struct Counted<const MOST: usize> {
    pub(super) texts: Vec<String>,
    pub(super) count: usize,
}

impl<const MOST: usize> Counted<MOST> {
    pub(super) fn push(&mut self, text: &str) {
        self.count += 1;
        if self.count <= MOST {
            self.texts.push(text.into());
        }
    }
}
