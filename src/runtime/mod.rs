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
mod clock;
mod coroutine;
mod current;
mod error;
mod event;
mod limits;
mod moment;
mod numbers;
mod origin;
mod timers;

mod event_loop;
mod handle;
mod passing;
mod telling;

mod cancelling;
mod closing;
mod core;
mod failure;
mod future;
mod run;
mod run_options;
mod stepping;
mod task;
mod task_state;

mod block;
mod console;
mod fetch;
mod random;
mod repr;
mod sleep;

mod as_completed;
mod gather;
mod gathering;
mod shield;
mod task_group;
mod timeout;
mod wait;
mod wait_for;

mod executor;

mod barrier;
mod condition;
mod event_flag;
mod heap;
mod items;
mod line;
mod lock;
mod queue;
mod semaphore;

pub use as_completed::{AsCompleted, as_completed};
pub use barrier::Barrier;
pub use block::blocking_sleep;
pub use cancellation::Cancellation;
pub use clock::{Clock, Simulated};
pub use condition::Condition;
pub use console::{print, println};
pub use core::{Core, DoneFuture};
pub use coroutine::{Coroutine, Step};
pub use error::{Error, Raised, Result};
pub use event::{
    Cause, Event, FetchId, Observer, Place, QueueId, StepEnd, TaskId, ThreadId, Unobserved,
};
pub use event_flag::EventFlag;
pub use event_loop::EventLoop;
pub use executor::{Executor, to_thread};
pub use fetch::{Completion, Fetch, FetchError, NoFetch, Response, Transfer, fetch};
pub use future::{Future, Wait};
pub use gather::{All, Gather, Outcomes, Python, Settled, gather};
pub use gathering::{Errors, gather_futures};
pub use handle::Handle;
pub use items::Store;
pub use limits::{Limit, Limits};
pub use lock::{Held, Lock};
pub use moment::Nanos;
pub(crate) use numbers::{Numbers, hash_of};
pub use origin::Origin;
pub use queue::{Leftover, Queue, QueueError};
pub use random::Random;
pub use repr::Repr;
pub use run::{Outcome, Program, Run, Turn};
pub use run_options::RunOptions;
pub use semaphore::{Permit, Semaphore};
pub use shield::{shield, shield_future};
pub use sleep::{Sleep, sleep};
pub use task::{IntoTask, Named, Naming, Task, create_foreign_task, create_task};
pub use task_group::{TaskGroup, task_group};
pub use timeout::{Timeout, timeout, within};
pub use wait::{Split, Until, cancel_and_wait, wait, wait_futures};
pub use wait_for::wait_for;
