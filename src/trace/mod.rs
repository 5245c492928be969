//! The record of a run: append-only, compact, and the single source of everything shown.
//!
//! A [`Trace`] keeps the events of a run as rows of 12 bytes, with side tables for what does not fit
//! into a row. [`Trace::events`] gives the events back as the run emitted them; [`codec`] writes them
//! to bytes. This room knows the runtime's events and nothing of what they mean to a person.

mod columns;
mod kind;
mod rows;
mod strings;

mod reading;
mod writing;

pub mod codec;
mod cutting;
mod lookup;
mod recorder;

pub use columns::Trace;
pub use cutting::cut_off;
pub(crate) use lookup::{BLOCK, Edge};
pub use recorder::TraceRecorder;
