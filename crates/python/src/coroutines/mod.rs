//! Coroutines of Python: one step of one, and the warning for one that nobody awaits.

mod never_awaited;
mod step;

pub(crate) use never_awaited::{warn_never_awaited, watch_coroutines};
pub(crate) use step::{is_coroutine, step_coroutine};
