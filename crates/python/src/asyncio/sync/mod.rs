//! Locks and queues: objects on which tasks wait for each other.

pub(super) mod barrier;
pub(super) mod condition;
pub(super) mod event;
pub(super) mod lock;
pub(super) mod queue;
pub(super) mod semaphore;

mod loop_binding;
mod queue_subclass;
mod waiters;

pub(super) use waiters::placeholders;
