//! Waiting for several tasks, or only for so long: asyncio's `gather`, `wait`, `as_completed`,
//! `shield`, `timeout`, `wait_for` and `TaskGroup`.

pub(super) mod as_completed;
pub(super) mod gather;
pub(super) mod gather_future;
pub(super) mod shield;
pub(super) mod task_group;
pub(super) mod timeout;
pub(super) mod wait;
pub(super) mod wait_for;
