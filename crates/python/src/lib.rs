//! Python programs on Interleave's event loop.
//!
//! RustPython runs the program's code; `asyncio` is CPython's own, over a native `_asyncio` of this
//! crate and the runtime's loop. A task steps its coroutine by `send` and `throw`, and what comes out
//! is the future for which it waits. So a program gives the same trace as the Rust lesson that does
//! the same, with the lines and columns of its own source.
//!
//! The way of an `await`, and the order to read in:
//! 1. [`Program::play`] executes the module (`execution.rs`). `asyncio.run` starts the loop from
//!    inside (`asyncio/core/drive.rs`).
//! 2. A task's step sends into its coroutine (`asyncio/core/step.rs`), which runs until an `await`
//!    ends in a future (`asyncio/core/future_iterator.rs`).
//! 3. The future goes up through all coroutines to the task, which adds a callback that takes its next
//!    step (`asyncio/core/waiting.rs`), and whose step ends there.
//!
//! Each folder may know those before it: `session` (one execution of a program), `bridge` (Python
//! objects and values of the runtime), `coroutines`, `source` (from text to code), `mended`
//! (the interpreter's faults), `threads`, `asyncio`, `modules` (what else a program imports).

mod session;

mod bridge;

mod coroutines;

mod source;

mod mended;

mod bounds;
mod threads;

mod asyncio;
mod modules;

mod execution;
mod html;
mod interpreter;
mod ready;

#[cfg(target_family = "wasm")]
pub use interpreter::LIBRARY_SECTION;
pub use interpreter::give_library;
pub use ready::{Fault, fault_of, make_ready};
pub use session::{Found, Host, Interrupter, LATENCY, Module, Pending, Program};
pub use source::imports_of;
pub use threads::with_stacks;
