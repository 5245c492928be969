//! The event loop and what it drives: tasks, futures, timers and handles.
//!
//! Here is the one circle that asyncio's design has: a loop runs handles, a handle is given the loop,
//! a task is a future that the loop steps. Read [`event_loop`] first, then [`step`], which is how a
//! task gets control and gives it up.

pub(super) mod current;
pub(super) mod event_loop;
pub(super) mod handle;
pub(super) mod timers;

pub(super) mod body;
pub(super) mod cancel_request;
pub(super) mod failure;
pub(super) mod future;
pub(super) mod future_core;
pub(super) mod sleep;
pub(super) mod task;
pub(super) mod task_state;

mod emit;
mod live_time;
mod shutdown;
mod step;
pub(super) mod thread_clock;
mod threads;

pub(super) mod program;
pub(super) mod run;
pub(super) mod run_options;
