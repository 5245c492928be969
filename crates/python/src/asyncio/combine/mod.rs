//! Waiting for several awaitables, and for at most some time.

pub(super) mod as_completed;
pub(super) mod gather;
pub(super) mod shield;
pub(super) mod task_group;
pub(super) mod timeout;
pub(super) mod wait;
pub(super) mod wait_for;
