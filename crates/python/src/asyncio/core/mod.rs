//! Futures, tasks and the turns of the loop: they know one another, as in CPython's C module.
//!
//! A task's life, as the trace has it:
//! 1. `task.rs` makes the task, and schedules its first step.
//! 2. `step.rs` sends into the coroutine, which runs to an `await` that yields a future.
//! 3. `waiting.rs` lets the future wake the task up when it is done.
//! 4. `wakeup.rs` takes the next step then, or throws the future's error into the coroutine.

pub(super) mod awaited_by;
pub(super) mod callbacks;
mod cancel;
pub(super) mod drive;
mod eager;
pub(super) mod future;
pub(super) mod future_iterator;
mod future_state;
mod program_callback;
pub(super) mod raised;
pub(super) mod registry;
mod step;
pub(super) mod task;
pub(super) mod unretrieved;
mod waiting;
mod waits;
mod wakeup;

pub(crate) use future::PyFuture;
pub(super) use future::Source;
pub(super) use future_state::invalid_state;
pub(super) use step::InContext;
pub(crate) use task::PyTask;
pub(super) use wakeup::{PyStep, PyWakeup, wake_up};
