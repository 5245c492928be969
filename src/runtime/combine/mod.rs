//! Waiting for several tasks, or for one with a time limit: asyncio's `gather`, `wait`,
//! `as_completed`, `shield`, `timeout`, `wait_for` and `TaskGroup`.

mod gather;
mod gather_future;

mod as_completed;
mod wait;

mod shield;
mod timeout;

mod task_group;

pub use as_completed::{AsCompleted, Next, as_completed};
pub use gather::{All, Gather, Outcomes, Python, Settled, gather};
pub use gather_future::{Errors, gather_futures};
pub use shield::{shield, shield_future};
pub use task_group::{TaskGroup, task_group};
pub use timeout::{Timeout, timeout, wait_for, within};
pub use wait::{Split, Until, cancel_and_wait, wait, wait_futures};
