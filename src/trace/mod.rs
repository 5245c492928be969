//! The record of a run: append-only, compact, and the single source of everything shown.
//!
//! A [`Trace`] is told the events of a run and keeps them as columns, about 16 bytes an event.
//! [`Trace::events`] gives them back as they were told; [`codec`] writes them to bytes.

pub mod codec;
mod columns;
mod kind;
mod lookup;
mod reading;
mod recorder;
mod rows;
mod strings;
mod writing;

pub use columns::Trace;
pub(crate) use lookup::{BLOCK, Edge};
pub use recorder::TraceRecorder;
