//! A sentence for a reader: the key of a message, and the arguments that the message fills in.
//!
//! The story knows no language: the page puts the sentence into the reader's.

use crate::runtime::{Subject, Wait};

use super::view::StoryView;

/// One short sentence: a message key and what to fill in.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The key of the message.
    pub key: &'static str,
    /// The arguments by name.
    pub arguments: Vec<(&'static str, Word)>,
}

/// An argument of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    /// A text: a name, a printed line.
    Text(String),
    /// A number, for plurals.
    Number(f64),
    /// Seconds.
    Seconds(f64),
    /// Names, to be listed as the language lists them.
    Names(Vec<String>),
}

impl StoryView<'_> {
    /// Returns the argument that says what a wait is about, if it is about something.
    #[must_use]
    pub fn subject_of(self, wait: Wait) -> Option<(&'static str, Word)> {
        match wait.subject() {
            Subject::None | Subject::Queue(_) => None,
            Subject::Task(task) => Some(("other", Word::Text(self.name(task).to_string()))),
            Subject::Tasks(count) => Some(("count", Word::Number(f64::from(count)))),
            Subject::Fetch(fetch) => Some(("url", Word::Text(self.url(fetch).to_string()))),
        }
    }
}
