//! What a run executes.

use std::pin::Pin;

use crate::runtime::Result;

/// A program: a function that returns the coroutine of its main task.
pub type Program = Box<dyn FnOnce() -> Pin<Box<dyn std::future::Future<Output = Result<()>>>>>;
