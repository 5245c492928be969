//! The loop of CPython's `BaseEventLoop`, over the runtime's loop: the queues that hold its handles and
//! timers, and the turns that the host takes.

pub(super) mod contexts;
pub(super) mod due_now;
mod loops;
pub(super) mod queues;
pub(super) mod sleep_timer;

pub(super) use contexts::{call_in, copy_context, step_in};
pub(crate) use loops::running;
pub(super) use loops::{call_soon, check_open, current, is_debug, is_plain};
