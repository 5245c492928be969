//! What a trace means to a person.
//!
//! A [`StoryBuilder`] reads a [`Trace`](crate::trace::Trace) in slices and grows with it: it knows
//! where everything is. With its trace it is a [`StoryView`], which answers questions: lanes with
//! their spans, arrows between them, console lines, and the stops of the playhead. What is said at a
//! stop ([`Entry`]) and the state of the loop ([`loop_state()`]) are read from the trace, too, when
//! they are asked for.
//!
//! The story knows no language, no picture and no page.

mod arrows;
mod builder;
mod critical;
mod event_index;
mod event_lists;
mod event_sentences;
mod lane;
mod loop_state;
mod parts;
mod phrase;
mod pyramid;
mod question;
mod queues;
mod search;
mod sentences;
mod signs;
mod statistics;
mod stop;
mod stops;
mod summary;
mod task_index;
mod thread;
mod view;

pub use builder::StoryBuilder;
pub use critical::Link;
pub use lane::Lane;
pub use loop_state::{Actor, Job, LoopState, LoopStateCursor, Timer, TimerKind, loop_state};
pub use parts::{
    Arrow, ArrowKind, Ending, Line, Moment, Party, Point, Sign, SignKind, Span, State, StateKind,
};
pub use phrase::{Phrase, Word};
pub(crate) use pyramid::{Cell, Stretch, TASK_STATE_KINDS};
pub use question::{AskedQuestion, Question};
pub use queues::QueueLevels;
pub use sentences::{Entry, phrases, waits_now};
pub use statistics::{Statistics, Times};
pub use stop::{Stop, StopKind};
pub use summary::{
    ConsoleLine, OUTCOMES, OutcomeName, RunError, Summary, TaskSummary, summarise, summarise_end,
};
pub use thread::{Row, Thread};
pub use view::StoryView;
