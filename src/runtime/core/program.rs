//! The type of what a run executes.

use std::pin::Pin;

use crate::runtime::error::Result;

/// A program: a function that gives the coroutine of its main task.
pub type Program = Box<dyn FnOnce() -> Pin<Box<dyn std::future::Future<Output = Result<()>>>>>;
