//! What is said at the playhead, and how the loop looks from inside.

use serde::Serialize;
use tsify::Tsify;

use super::message::Message;
use crate::story::SignKind;

/// What is said at the playhead.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct MomentView {
    pub(in crate::browser) phrases: Vec<Message>,
    /// The line of the lesson's file.
    pub(in crate::browser) line: Option<u32>,
    pub(in crate::browser) task: Option<String>,
    /// How many tasks the run has.
    pub(in crate::browser) tasks: usize,
    /// The kinds of states that occur in the run.
    pub(in crate::browser) states: Vec<&'static str>,
    /// The signs that occur in it.
    pub(in crate::browser) signs: Vec<SignName>,
    /// The inside of the loop; null while it is not worked out.
    pub(in crate::browser) loop_view: Option<LoopView>,
}

/// A sign in a picture: a request to stop, its arrival, an error that comes in.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "lowercase")]
pub enum SignName {
    Asked,
    Delivered,
    Raised,
}

/// How the loop looks from inside, as far as it is listed.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct LoopView {
    pub(in crate::browser) running: Option<String>,
    pub(in crate::browser) ready: Vec<String>,
    pub(in crate::browser) timers: Vec<(f64, String)>,
    pub(in crate::browser) waiting: Vec<(String, Message)>,
    pub(in crate::browser) queues: Vec<u32>,
    /// Each thread, with the task that it works for; null if it is idle.
    pub(in crate::browser) threads: Vec<(String, Option<String>)>,
}

impl From<SignKind> for SignName {
    /// A task that refuses hears of it like the others.
    fn from(kind: SignKind) -> SignName {
        match kind {
            SignKind::Asked => SignName::Asked,
            SignKind::Delivered | SignKind::Refused => SignName::Delivered,
            SignKind::Raised => SignName::Raised,
        }
    }
}
