//! What a trace means to a person.
//!
//! A [`Story`] is told from a [`Trace`](crate::trace::Trace) and grows with it: it knows where
//! everything is. With its trace it is [`Told`]: lanes with their spans, arrows between them,
//! console lines, and the stops of the playhead. What is said at a stop ([`Entry`]) and how the
//! loop looks from inside ([`inside`]) is read from the trace, too, when it is asked for.

mod arrows;
mod first_few;
mod creators;
mod critical;
mod loop_state;
mod lane;
mod task_index;
mod pyramid;
mod parts;
mod event_index;
mod queues;
mod sentences;
mod signs;
mod size;
mod statistics;
mod stop;
mod summary;
mod builder;
mod thread;
mod view;
mod transcript;

pub use critical::Link;
pub use loop_state::{Inside, Insides, Job, inside};
pub use lane::Lane;
pub(crate) use pyramid::{Cell, Stretch, TASK_LOOKS};
pub use parts::{
    Arrow, ArrowKind, Ending, Line, Look, Moment, Party, Point, Sign, SignKind, Span, State,
};
pub use queues::Levels;
pub use sentences::{Phrase, Word, phrases, waits_now};
pub use statistics::{Statistics, Times};
pub use stop::Stop;
pub use summary::{ConsoleLine, RunError, Summary, TaskSummary, summarise, summarise_end};
pub use builder::Story;
pub use thread::{Row, Thread};
pub use view::Told;
pub use transcript::Entry;
