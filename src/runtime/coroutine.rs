//! What a task drives: a Rust future, or a coroutine of another language.
//!
//! Both give control back in the same way. Before a coroutine returns [`Step::Waits`] it tells the
//! loop what for ([`EventLoop::wait_for`](super::EventLoop::wait_for) and its like); the loop
//! steps it again when that has come. An error that is thrown into it arrives at the await where
//! it stands.

use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::error::{Error, Result};
use super::event_loop::EventLoop;

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
    fn step(&mut self, event_loop: &Rc<EventLoop>, thrown: Option<Error>) -> Step;
}

/// The code of a task, of either kind: two words, as tasks may be many.
pub(super) struct Body(Pin<Box<dyn Code>>);

impl Body {
    /// Drives a Rust future, which stores its value where the task's future finds it.
    pub(super) fn of(future: impl std::future::Future<Output = Result<()>> + 'static) -> Body {
        Body(Box::pin(Rust { future }))
    }

    /// Drives a coroutine of another language.
    pub(super) fn foreign(coroutine: Box<dyn Coroutine>) -> Body {
        Body(Box::pin(Foreign(coroutine)))
    }

    /// Runs one step.
    pub(super) fn step(&mut self, event_loop: &Rc<EventLoop>, thrown: Option<Error>) -> Step {
        self.0.as_mut().step(event_loop, thrown)
    }
}

/// What can be stepped where it lies.
trait Code {
    fn step(self: Pin<&mut Self>, event_loop: &Rc<EventLoop>, thrown: Option<Error>) -> Step;
}

pin_project_lite::pin_project! {
    struct Rust<F> {
        #[pin]
        future: F,
    }
}

impl<F: std::future::Future<Output = Result<()>>> Code for Rust<F> {
    fn step(self: Pin<&mut Self>, event_loop: &Rc<EventLoop>, thrown: Option<Error>) -> Step {
        event_loop.throw(thrown);
        // Our awaits register with the loop, which wakes tasks itself.
        let mut cx = Context::from_waker(Waker::noop());
        match self.project().future.poll(&mut cx) {
            Poll::Pending => Step::Waits,
            Poll::Ready(Ok(())) => Step::Returned,
            Poll::Ready(Err(error)) => Step::Raised(error),
        }
    }
}

struct Foreign(Box<dyn Coroutine>);

impl Code for Foreign {
    fn step(mut self: Pin<&mut Self>, event_loop: &Rc<EventLoop>, thrown: Option<Error>) -> Step {
        self.0.step(event_loop, thrown)
    }
}
