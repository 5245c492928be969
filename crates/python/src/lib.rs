//! Python programs on Interleave's event loop.
//!
//! RustPython runs the program's code; its `asyncio` is ours. A Python coroutine is driven through
//! the runtime's seam for coroutines of other languages: stepped by `send` and `throw`, it waits on
//! futures of the runtime. So a program gives the same trace as the lesson in Rust that does the
//! same, with the lines and columns of its own source.
//!
//! The way of an `await`, and the order to read in:
//! 1. [`Program::play`] executes the module. `asyncio.run` starts the loop from inside.
//! 2. A task's step sends into its coroutine (`asyncio/task.rs`), which runs until an `await` ends
//!    in one of our objects (`awaitable.rs`).
//! 3. That polls a future of the runtime, which registers the task with the loop, and yields a
//!    sign that goes up through all coroutines to the task: the step is over.

mod program;
mod session;

mod awaiting;
mod compiling;
mod mending;
mod nesting;
mod notebook;
mod top_level;
mod unwinding;
mod wall_time;

mod asyncio;
mod awaitable;

mod beside;
mod clock;
mod complaint;
mod console;
mod error;
mod failure;
mod fetching;
mod limit;
mod machine;
mod place;
mod traceback;
mod value;
mod warning;
mod wording;

pub use limit::Interrupter;
pub use program::Program;
pub use session::{Host, Module};
