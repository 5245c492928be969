//! From a program's text to its code: what the interpreter's compiler refuses or gets wrong is
//! rewritten in the text, in the tree or in the code.

mod compile;
mod constants;
mod displays;
mod imported;
mod nesting;
mod notebook;
mod timed_blocks;
mod top_level_await;
mod top_level_scan;

pub(crate) use compile::{Compiled, compile_module, compile_program};
pub use imported::imports_of;
pub(crate) use nesting::guard_builtins;
pub(crate) use timed_blocks::WALL_TIME;
pub(crate) use top_level_await::MAIN;
