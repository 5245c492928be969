//! Threads of a program: simulated, like all of its time.
//!
//! Each thread has a stack of its own on the one thread of the system that runs the interpreter
//! (`stack.rs`), and state of the interpreter of its own (`machine.rs`). It gives control away only
//! where it waits: in `time.sleep`, for a lock, for the end of a thread, for an answer of the network.
//! Computing takes no time, so at each moment the threads that go on take their turns, in the order in
//! which they became ready (`table.rs`). All else that threads share in Python, as queues, events and
//! pools, is CPython's own code over these locks (`lock.rs`, `reentrant_lock.rs`).
//!
//! The program's main thread has no such stack: while it waits it lets the others go on, and so does
//! the event loop when nothing is ready.

mod handle;
mod local;
mod lock;
mod module;
mod polling;
mod reentrant_lock;
mod table;
mod thread;
mod timeout;

#[cfg(not(target_family = "wasm"))]
mod machine;
#[cfg(not(target_family = "wasm"))]
mod stack;
#[cfg(target_family = "wasm")]
#[path = "no_stack.rs"]
mod stack;

#[cfg(target_family = "wasm")]
pub(crate) use stack::refusal;
pub use stack::with_stacks;

pub(crate) use module::{install, module_def};
pub(crate) use table::{InJob, begin, send, set_in_job, sleep, threads, wait, wake};
pub(crate) use thread::Wait as Waiting;
pub(crate) use timeout::whole;
