//! What a trace means to a person.
//!
//! A [`Story`] is told from a [`Trace`](crate::trace::Trace) and grows with it: lanes with their
//! spans, arrows between them, console lines, and the stops of the playhead. What is said at a
//! stop ([`phrases`]) and how the loop looks from inside ([`inside`]) is read from the trace when
//! it is asked for.

mod counted;
mod inside;
mod lane;
mod sentences;
mod step;
mod summary;
mod telling;
mod thread;

pub use inside::{Inside, Insides, Job, inside};
pub use lane::{
    Arrow, ArrowKind, Ending, Lane, Line, Look, Moment, Party, Point, Span, State, Stop,
};
pub use sentences::{Phrase, Word, phrases, waits_now};
pub use summary::{
    ConsoleLine, RunError, Summary, TaskSummary, summarise, summarise_without_tasks,
};
pub use telling::Story;
pub use thread::{Row, Thread};
