//! The event loop and what the loop drives: tasks, futures, timers and handles.
//!
//! asyncio's design has one circle, and it is here: a loop runs handles, a handle is given the
//! loop, a task is a future that the loop steps. Read [`event_loop`] first, then [`step`], which is
//! how a task gets control and gives it up. This folder knows the hosts' seams, and neither the
//! ways to combine tasks nor what tasks share.

pub(super) mod current;
mod event_loop;
mod handle;
mod timers;

mod body;
mod cancel_request;
mod failure;
mod future;
mod future_core;
mod sleep;
mod task;
mod task_state;

mod emit;
mod foreign;
mod live_time;
mod shutdown;
mod step;
mod thread_turns;
mod threads;

mod run;
mod run_options;

pub use body::Program;
pub use event_loop::EventLoop;
pub use foreign::{Parked, ParkedTurn};
pub use future::{Future, FutureWait};
pub use future_core::{Asked, Core, DoneFuture};
pub use handle::Handle;
pub use run::{Outcome, Run, Turn};
pub use run_options::RunOptions;
pub use sleep::{Sleep, blocking_sleep, sleep};
pub use task::{IntoTask, Named, Naming, Task, create_foreign_task, create_task};

// What the other folders of the runtime build on.
pub(super) use future_core::{Callback, Children, Gathered, Parent, ParentRef, Source};
pub(super) use handle::Function;
pub(super) use task_state::AnyTask;

use body::Body;
use event_loop::Ready;
use failure::{Failure, Failures};
use task_state::{TaskState, Waiting};
use timers::{Alarm, Timers};
