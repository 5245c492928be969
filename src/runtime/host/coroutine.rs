//! What a task drives: a Rust future, or a coroutine of another language.
//!
//! Both give control back in the same way. Before a coroutine returns [`Step::Waits`] it tells the
//! loop what for ([`EventLoop::wait_for`](crate::runtime::EventLoop::wait_for) and its like); the loop
//! steps it again when that has come. An error that is thrown into it arrives at the await where
//! it stands.

use crate::runtime::error::Error;

/// What one step of a coroutine came to.
#[derive(Debug)]
pub enum Step {
    /// It gave up control, having told the loop what it waits for.
    Waits,
    /// It returned; its value is in the task's future.
    Returned,
    /// It raised an error, or let a cancellation through.
    Raised(Error),
}

/// A coroutine of another language, stepped by send and throw.
pub trait Coroutine {
    /// Runs to the next await that does not return at once, or to the end.
    ///
    /// `thrown` is raised at the await where the coroutine stands.
    fn step(&mut self, thrown: Option<Error>) -> Step;
}
