//! Futures, tasks and the event loop, as Python sees them.

pub(super) mod ensure_future;
pub(super) mod entry_points;
pub(super) mod event_loop;
pub(super) mod future;
pub(super) mod generators;
pub(super) mod handle;
pub(super) mod runner;
pub(super) mod task;

pub(super) mod context;
mod exception_handler;
mod repr;
