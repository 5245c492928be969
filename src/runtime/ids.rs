//! The numbers of a run's tasks, queues, fetches and threads.

use serde::Serialize;

/// A task's number in its run, in the order of creation. Main is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct TaskId(pub u32);

/// A queue's number in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct QueueId(pub u32);

/// A fetch's number in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FetchId(pub u32);

/// A simulated thread's number in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ThreadId(pub u32);
