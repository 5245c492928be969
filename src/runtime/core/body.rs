//! The code of a task, written in Rust or in another language.

use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::runtime::{Coroutine, Error, EventLoop, Result, Step};

/// The code of a task, of either kind. A body takes two words, as tasks may be many.
pub(super) struct Body(Pin<Box<dyn Code>>);

impl Body {
    /// Drives a Rust future, which stores its value in the task's future.
    pub(in crate::runtime) fn of(future: impl Future<Output = Result<()>> + 'static) -> Body {
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

/// Code that can be stepped in place.
trait Code {
    fn step(self: Pin<&mut Self>, event_loop: &Rc<EventLoop>, thrown: Option<Error>) -> Step;
}

pin_project_lite::pin_project! {
    struct Rust<F> {
        #[pin]
        future: F,
    }
}

impl<F: Future<Output = Result<()>>> Code for Rust<F> {
    fn step(self: Pin<&mut Self>, event_loop: &Rc<EventLoop>, thrown: Option<Error>) -> Step {
        event_loop.throw(thrown);
        // The runtime's awaits register with the loop, which wakes tasks itself.
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
    fn step(mut self: Pin<&mut Self>, _: &Rc<EventLoop>, thrown: Option<Error>) -> Step {
        self.0.step(thrown)
    }
}
