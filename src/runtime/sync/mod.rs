//! What tasks share: asyncio's queues, locks, events, conditions, semaphores and barriers.
//!
//! Each of them keeps its waiting tasks in a [`WaitQueue`].

mod wait_queue;

mod event_flag;
mod lock;
mod semaphore;

mod barrier;
mod condition;

mod heap;
mod items;
mod queue;

pub use barrier::Barrier;
pub use condition::Condition;
pub use event_flag::EventFlag;
pub use items::Store;
pub use lock::{Held, Lock};
pub use queue::{Leftover, Queue, QueueError};
pub use semaphore::{Permit, Semaphore};
pub(super) use wait_queue::WaitQueue;
