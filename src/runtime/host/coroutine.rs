//! Coroutines of another language, which tasks drive as they drive Rust futures.
//!
//! Both give control back in the same way. Before a coroutine returns [`Step::Waits`] it calls
//! [`EventLoop::wait_for`](crate::runtime::EventLoop::wait_for) or a method like that with what it
//! waits for; the loop steps the coroutine again when that has come. An error that is thrown into the
//! coroutine is raised at the await where the coroutine stands.

use crate::runtime::Error;

/// How one step of a coroutine ended.
#[derive(Debug)]
pub enum Step {
    /// The coroutine gave up control, after a call that says what it waits for.
    Waits,
    /// The coroutine returned; its value is in the task's future.
    Returned,
    /// The coroutine raised an error, or ended with a cancellation.
    Raised(Error),
}

/// A coroutine of another language, stepped by send and throw.
pub trait Coroutine {
    /// Runs to the next await that does not return at once, or to the end.
    ///
    /// `thrown` is raised at the await where the coroutine stands.
    fn step(&mut self, thrown: Option<Error>) -> Step;
}
