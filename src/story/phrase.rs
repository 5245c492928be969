//! A sentence for a reader: the key of a message, and the arguments that the message fills in.
//!
//! The story knows no language: the page puts the sentence into the reader's.

use crate::runtime::{Event, FetchId, Nanos, Subject, TaskId, ThreadId, Wait};

use super::view::StoryView;

/// One short sentence: a message key and what to fill in.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The key of the message.
    pub key: &'static str,
    /// The arguments by name.
    pub arguments: Vec<Argument>,
}

/// An argument of a sentence by its name.
pub(super) type Argument = (&'static str, Word);

/// The value of an argument.
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

impl Phrase {
    /// Makes a sentence.
    pub fn new(key: &'static str, arguments: impl Into<Vec<(&'static str, Word)>>) -> Phrase {
        Phrase {
            key,
            arguments: arguments.into(),
        }
    }
}

impl From<&str> for Word {
    fn from(text: &str) -> Word {
        Word::Text(text.into())
    }
}

impl From<u32> for Word {
    fn from(number: u32) -> Word {
        Word::Number(number.into())
    }
}

impl From<usize> for Word {
    fn from(number: usize) -> Word {
        Word::Number(number as f64)
    }
}

impl From<Nanos> for Word {
    fn from(length: Nanos) -> Word {
        Word::Seconds(length.seconds())
    }
}

impl StoryView<'_> {
    /// Returns the name of a task as an argument.
    pub fn task_word(self, task: TaskId) -> Word {
        self.name(task).into()
    }

    /// Returns how a sentence names a thread.
    pub fn thread_word(self, thread: ThreadId) -> Word {
        self.thread_name(thread).into()
    }

    /// Returns what was measured of a fetch, each as a sentence.
    pub fn measures(self, fetch: FetchId) -> Vec<Phrase> {
        let numbers = 0..self.builder.lists.measures.len();
        let events = numbers.filter_map(|index| self.listed(&self.builder.lists.measures, index));
        let of_fetch = |event| match event {
            Event::FetchMeasured {
                fetch: of,
                measure,
                value,
            } if of == fetch => Some(Phrase::new(
                measure.message_key(),
                [("value", Word::Number(value as f64))],
            )),
            _ => None,
        };
        events.filter_map(of_fetch).collect()
    }

    /// Returns the argument that says what a wait is about, if it is about something.
    pub fn subject_of(self, wait: Wait) -> Option<(&'static str, Word)> {
        match wait.subject() {
            Subject::None | Subject::Queue(_) => None,
            Subject::Task(task) => Some(("other", self.task_word(task))),
            Subject::Tasks(count) => Some(("count", count.into())),
            Subject::Fetch(fetch) => Some(("url", self.url(fetch).into())),
        }
    }
}
