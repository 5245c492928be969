//! What tasks share: asyncio's queues, locks, events, conditions, semaphores and barriers.
//!
//! All of them keep their waiting tasks in a [`wait_queue`].

pub(super) mod wait_queue;

pub(super) mod barrier;
pub(super) mod condition;
pub(super) mod event_flag;
pub(super) mod lock;
pub(super) mod semaphore;

mod heap;
mod items;
pub(super) mod queue;

pub use items::Store;
