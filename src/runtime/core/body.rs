//! The code of a task, whichever language it is written in.

use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::runtime::core::event_loop::EventLoop;
use crate::runtime::error::{Error, Result};
use crate::runtime::host::coroutine::{Coroutine, Step};

/// The code of a task, of either kind: two words, as tasks may be many.
pub(in crate::runtime) struct Body(Pin<Box<dyn Code>>);

impl Body {
    /// Drives a Rust future, which stores its value where the task's future finds it.
    pub(in crate::runtime) fn of(
        future: impl std::future::Future<Output = Result<()>> + 'static,
    ) -> Body {
        Body(Box::pin(Rust { future }))
    }

    /// Drives a coroutine of another language.
    pub(in crate::runtime) fn foreign(coroutine: Box<dyn Coroutine>) -> Body {
        Body(Box::pin(Foreign(coroutine)))
    }

    /// Runs one step.
    pub(in crate::runtime) fn step(
        &mut self,
        event_loop: &Rc<EventLoop>,
        thrown: Option<Error>,
    ) -> Step {
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
    fn step(mut self: Pin<&mut Self>, _: &Rc<EventLoop>, thrown: Option<Error>) -> Step {
        self.0.step(thrown)
    }
}
