//! What a reader is asked about a run before it is shown.

use serde::Serialize;
use tsify::Tsify;

use super::message::Message;
use crate::story::AskedQuestion;

/// A question about a run, with answers to choose from.
#[derive(Serialize, Tsify)]
pub struct QuestionView {
    prompt: Message,
    options: Vec<Message>,
    /// The place of the right answer, from 0.
    right: usize,
}

impl From<AskedQuestion> for QuestionView {
    fn from(question: AskedQuestion) -> QuestionView {
        QuestionView {
            prompt: question.prompt.into(),
            options: question.options.into_iter().map(Message::from).collect(),
            right: question.right,
        }
    }
}
