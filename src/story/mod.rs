//! What a trace means to a person.
//!
//! A [`StoryBuilder`] is told from a [`Trace`](crate::trace::Trace) and grows with it: it knows where
//! everything is. With its trace it is [`StoryView`]: lanes with their spans, arrows between them,
//! console lines, and the stops of the playhead. What is said at a stop ([`Entry`]) and how the
//! loop looks from inside ([`inside`]) is read from the trace, too, when it is asked for.

mod arrows;
mod builder;
mod creators;
mod critical;
mod event_index;
mod first_few;
mod lane;
mod loop_state;
mod parts;
mod pyramid;
mod queues;
mod sentences;
mod signs;
mod size;
mod statistics;
mod stop;
mod summary;
mod task_index;
mod thread;
mod transcript;
mod view;

pub use builder::StoryBuilder;
pub use critical::Link;
pub use lane::Lane;
pub use loop_state::{Job, LoopState, LoopStateCursor, inside};
pub use parts::{
    Arrow, ArrowKind, Ending, Line, Moment, Party, Point, Sign, SignKind, Span, State, StateKind,
};
pub(crate) use pyramid::{Cell, Stretch, TASK_STATE_KINDS};
pub use queues::Levels;
pub use sentences::{Phrase, Word, phrases, waits_now};
pub use statistics::{Statistics, Times};
pub use stop::Stop;
pub use summary::{
    ConsoleLine, OUTCOMES, OutcomeName, RunError, Summary, TaskSummary, summarise, summarise_end,
};
pub use thread::{Row, Thread};
pub use transcript::Entry;
pub use view::StoryView;
