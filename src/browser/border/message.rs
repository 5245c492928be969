//! A sentence as the page gets it: a message's key with what is filled in.

use serde::{Serialize, Serializer};
use tsify::Tsify;

use crate::story::{Phrase, Word};

/// A message's key and its arguments.
#[derive(Serialize, Tsify)]
pub struct Message {
    key: &'static str,
    #[serde(serialize_with = "as_object")]
    #[tsify(type = "Record<string, MessageValue>")]
    args: Vec<(&'static str, MessageValue)>,
}

/// An argument of a message.
#[derive(Serialize, Tsify)]
#[serde(untagged)]
pub enum MessageValue {
    Text(String),
    Number(f64),
    Seconds { seconds: f64 },
    Names(Vec<String>),
}

fn as_object<S: Serializer>(
    args: &[(&'static str, MessageValue)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(args.iter().map(|(name, value)| (*name, value)))
}

impl From<Phrase> for Message {
    fn from(phrase: Phrase) -> Message {
        let arguments = phrase.arguments.into_iter();
        Message {
            key: phrase.key,
            args: arguments.map(|(name, word)| (name, word.into())).collect(),
        }
    }
}

impl From<Word> for MessageValue {
    fn from(word: Word) -> MessageValue {
        match word {
            Word::Text(text) => MessageValue::Text(text),
            Word::Number(number) => MessageValue::Number(number),
            Word::Seconds(seconds) => MessageValue::Seconds { seconds },
            Word::Names(names) => MessageValue::Names(names),
        }
    }
}
