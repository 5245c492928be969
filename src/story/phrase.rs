//! A sentence for a reader: the key of a message, and the arguments that the message fills in.
//!
//! The story knows no language: the page puts the sentence into the reader's.

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
