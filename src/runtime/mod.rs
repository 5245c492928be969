//! An event loop with the order of events of CPython's asyncio.
//!
//! A *run* owns one [`EventLoop`]. The loop owns a ready queue, timers and a clock, and drives
//! *tasks*: coroutines that wait on *futures*. Each stretch in which a task has control is a
//! *step*; each turn of the loop, in which exactly what was ready at its start runs, is a *tick*.
//! The loop emits an [`Event`] for everything that happens to an [`Observer`], and those events
//! become the picture of the run.
//!
//! The loop never waits by itself. The host calls [`Run::turn`]; the loop answers when it wants
//! to be called again. So the same loop runs on a simulated clock in a test, on tokio's timers in
//! a command, and on the browser's timers in a page.
//!
//! What a program calls finds the loop that runs, and panics where none runs, as asyncio raises "no
//! running event loop".
//!
//! This room is pure: it names no browser, no wall clock, and no source of randomness but a seed.

// The vocabulary: what happens, when, why, and what a program returns or raises.
mod event;
mod event_fields;
mod ids;
mod moment;
mod wait;

mod error;
mod repr;

mod numbers;

// The folders, in the order to read them.
mod core;

mod combine;
mod sync;

mod host;

// 1. What lessons call: asyncio's functions and classes, for programs that run on the loop.
pub use combine::{
    All, AsCompleted, Gather, Next, Outcomes, Python, Settled, Split, TaskGroup, Timeout, Until,
    as_completed, gather, shield, task_group, timeout, wait, wait_for, within,
};
pub use core::{
    Future, FutureWait, IntoTask, Named, Naming, Sleep, Task, blocking_sleep, create_task, sleep,
};
pub use error::{Cancellation, Error, MadeAt, Origin, Raised, Result};
pub use host::{Executor, FetchError, Random, Response, fetch, print, println, to_thread, warn};
pub use host::{Request, send, send_blocking};
pub use moment::Nanos;
pub use repr::Repr;
pub use sync::{
    Barrier, Condition, EventFlag, Held, Leftover, Lock, Permit, Queue, QueueError, Semaphore,
};

// 2. What hosts call to start a run and to drive it.
pub use core::{EventLoop, Outcome, Program, Run, RunOptions, Turn};
pub use host::{
    Answer, Clock, Completion, Fetch, FetchMeasure, Limit, Limits, NoFetch, Redirects, Simulated,
    Transfer, Waited,
};

// 3. What a host calls to record a run.
pub use event::{Cause, Event, Observer, SourceLocation, StepEnd, Unobserved};
pub use ids::{FetchId, QueueId, TaskId, ThreadId};
pub use wait::{Subject, Wait};

// 4. What a host calls that runs another language's coroutines as tasks.
pub use combine::{Errors, cancel_and_wait, gather_futures, shield_future, wait_futures};
pub use core::{Asked, Core, DoneFuture, Handle, Parked, ParkedTurn, create_foreign_task};
pub use host::{Coroutine, Step};
pub use sync::Store;

pub(crate) use numbers::{Numbers, hash_of};
