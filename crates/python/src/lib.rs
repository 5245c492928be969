//! Python programs on Interleave's event loop.
//!
//! RustPython runs the program's code; `asyncio` is a native module of this crate. The runtime
//! drives a Python coroutine through its trait for coroutines of other languages: a task steps the
//! coroutine by `send` and `throw`, and the coroutine waits on futures of the runtime. So a program
//! gives the same trace as the Rust lesson that does the same, with the lines and columns of its
//! own source.
//!
//! The way of an `await`, and the order to read in:
//! 1. [`Program::play`] executes the module (`execution.rs`). `asyncio.run` starts the loop from
//!    inside (`asyncio/core/entry_points.rs`).
//! 2. A task's step sends into its coroutine (`asyncio/core/task.rs`), which runs until an `await`
//!    ends in a `coroutines::PyAwait`.
//! 3. The `PyAwait` polls a future of the runtime, which registers the task with the loop, and
//!    yields the wait signal. The signal goes up through all coroutines to the task, whose step
//!    ends there.
//!
//! Each folder may know those before it: `session` (one execution of a program), `bridge` (Python
//! objects and values of the runtime), `coroutines`, `source` (from text to code), `mended`
//! (the interpreter's faults), `asyncio`, `modules` (what else a program imports).

mod session;

mod bridge;

mod coroutines;

mod source;

mod mended;

mod asyncio;
mod modules;

mod execution;
mod html;
mod interpreter;

pub use session::{Host, Interrupter, Module, Program};
