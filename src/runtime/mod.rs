//! An event loop with the order of events of CPython's asyncio.
//!
//! A *run* owns one [`EventLoop`]. The loop owns a ready queue, timers and a clock, and drives
//! *tasks*: coroutines that wait on *futures*. Each stretch in which a task has control is a
//! *step*; each turn of the loop, in which exactly what was ready at its start runs, is a *tick*.
//! Everything that happens is told to an [`Observer`], which is how a run becomes a picture.
//!
//! The loop never waits by itself. The host calls [`Run::turn`]; the loop answers when it wants
//! to be called again. So the same loop runs on a simulated clock in a test, on tokio's timers in
//! a command, and on the browser's timers in a page.
//!
//! This room is pure: it names no browser, no wall clock, no source of randomness but a seed.

mod cancellation;
mod error;
mod event;
mod moment;
mod numbers;
mod origin;
mod repr;
mod wait;

mod core;
mod host;

mod combine;
mod sync;

// What lessons call.
pub use combine::as_completed::{AsCompleted, as_completed};
pub use combine::gather::{All, Gather, Outcomes, Python, Settled, gather};
pub use combine::shield::shield;
pub use combine::task_group::{TaskGroup, task_group};
pub use combine::timeout::{Timeout, timeout, within};
pub use combine::wait::{Split, Until, wait};
pub use combine::wait_for::wait_for;
pub use core::future::{Future, FutureWait};
pub use core::sleep::{Sleep, sleep};
pub use core::task::{IntoTask, Named, Naming, Task, create_task};
pub use error::{Error, Raised, Result};
pub use host::block::blocking_sleep;
pub use host::console::{print, println};
pub use host::executor::{Executor, to_thread};
pub use host::fetch::fetch;
pub use host::network::{FetchError, Response};
pub use host::random::Random;
pub use moment::Nanos;
pub use repr::Repr;
pub use sync::Store;
pub use sync::barrier::Barrier;
pub use sync::condition::Condition;
pub use sync::event_flag::EventFlag;
pub use sync::lock::{Held, Lock};
pub use sync::queue::{Leftover, Queue, QueueError};
pub use sync::semaphore::{Permit, Semaphore};

// What hosts call: whoever starts a run, answers its requests, records it, or drives another
// language's coroutines in it.
pub use cancellation::Cancellation;
pub use combine::gather_future::{Errors, gather_futures};
pub use combine::shield::shield_future;
pub use combine::wait::{cancel_and_wait, wait_futures};
pub use core::event_loop::EventLoop;
pub use core::future_core::{Core, DoneFuture};
pub use core::handle::Handle;
pub use core::program::Program;
pub use core::run::{Outcome, Run, Turn};
pub use core::run_options::RunOptions;
pub use core::task::create_foreign_task;
pub use event::{
    Cause, Event, FetchId, Observer, QueueId, SourceLocation, StepEnd, TaskId, ThreadId, Unobserved,
};
pub use host::clock::{Clock, Simulated};
pub use host::coroutine::{Coroutine, Step};
pub use host::limits::{Limit, Limits};
pub use host::network::{Completion, Fetch, NoFetch, Transfer};
pub(crate) use numbers::{Numbers, hash_of};
pub use origin::Origin;
pub use wait::{Subject, Wait};
