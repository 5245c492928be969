//! Awaiting in both directions: a Rust future that Python awaits, and a Python awaitable that Rust
//! awaits.

mod awaited;
mod never_awaited;
mod py_await;
mod step;

pub(crate) use awaited::Awaited;
pub(crate) use never_awaited::watch_coroutines;
pub(crate) use py_await::{PyAwait, coroutine, iterator};
pub(crate) use step::{close_unstarted, is_awaitable, is_coroutine, step_coroutine, suspend};
