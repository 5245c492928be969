//! What is under the pointer, and what is edited there.

use serde::Serialize;
use tsify::Tsify;

use super::message::Message;
use crate::timeline::{Facts, QueueFacts};

/// The facts of a span, or of a queue at a moment.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct SpanFacts {
    /// The name of its task or thread; empty for a queue.
    task: String,
    state: Message,
    /// What is known of it besides.
    more: Vec<Message>,
    from: f64,
    to: Option<f64>,
    line: Option<u32>,
    /// Its row, and its number in the row; of a queue less than 0.
    lane: i32,
    span: i32,
    /// Whether it is a sleep whose end cannot be dragged: `whyFixed` says why.
    #[serde(rename = "isFixed")]
    pub(in crate::browser) is_fixed: bool,
}

/// The facts of the sleep that was edited last, and where it ends in the picture.
#[derive(Serialize, Tsify)]
pub struct EditedFacts {
    pub(in crate::browser) facts: SpanFacts,
    pub(in crate::browser) x: f64,
    pub(in crate::browser) y: f64,
}

/// Why the end of a span cannot be dragged, with the facts of the span and where it ends in the picture.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct FixedFacts {
    pub(in crate::browser) facts: SpanFacts,
    pub(in crate::browser) x: f64,
    pub(in crate::browser) y: f64,
    pub(in crate::browser) why: Option<Message>,
}

/// A parameter, and the value that it is to have, or has.
#[derive(Serialize, Tsify)]
pub struct Edit {
    pub(in crate::browser) name: &'static str,
    pub(in crate::browser) value: String,
    /// What of it is a length of time, as a reader calls it: the parameter, or one of its pages.
    pub(in crate::browser) label: String,
    /// How long that is.
    pub(in crate::browser) seconds: f64,
}

impl From<Facts> for SpanFacts {
    fn from(facts: Facts) -> SpanFacts {
        SpanFacts {
            task: facts.task,
            state: facts.state.into(),
            more: facts.more.into_iter().map(Message::from).collect(),
            from: facts.from_s,
            to: facts.to_s,
            line: facts.location.map(|location| location.line),
            lane: facts.lane as i32,
            span: facts.span as i32,
            is_fixed: false,
        }
    }
}

impl From<QueueFacts> for SpanFacts {
    fn from(facts: QueueFacts) -> SpanFacts {
        SpanFacts {
            task: String::new(),
            state: facts.state.into(),
            more: Vec::new(),
            from: facts.from_s,
            to: facts.to_s,
            line: None,
            lane: -1,
            span: -1,
            is_fixed: false,
        }
    }
}
