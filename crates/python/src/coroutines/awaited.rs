//! [`Awaited`]: a Python awaitable as a Rust future, as `wait_for` awaits its argument.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use interleave::runtime::{Error, EventLoop, Result};
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::step::{is_awaitable, is_coroutine_of_vm, step_coroutine, suspend};
use crate::bridge::{checked, to_exception};

pub(crate) struct Awaited {
    iterator: PyObjectRef,
    has_started: bool,
}

impl Awaited {
    /// Starts to await an object.
    /// Errors: `TypeError` if the object cannot be awaited.
    pub(crate) fn new(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<Awaited> {
        Ok(Awaited {
            iterator: iterator_of(object, vm)?,
            has_started: false,
        })
    }
}

/// Returns the coroutine or iterator that an `await` of an object steps.
fn iterator_of(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    if is_coroutine_of_vm(&object) {
        return Ok(object);
    }
    if !is_awaitable(&object, vm) {
        return Err(vm.new_type_error(format!(
            "object {} can't be used in 'await' expression",
            object.class().name()
        )));
    }
    vm.call_method(&object, "__await__", ())
}

impl Future for Awaited {
    type Output = Result<PyObjectRef>;

    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Self::Output> {
        let Some(event_loop) = EventLoop::current() else {
            return Poll::Ready(Err(Error::raised("RuntimeError", "no running event loop")));
        };
        let thrown = if self.has_started {
            event_loop.take_thrown()
        } else {
            None
        };
        self.has_started = true;
        let stepped = checked(|vm| {
            let thrown = thrown.map(|error| to_exception(&error, vm));
            Ok(match step_coroutine(&self.iterator, thrown, vm)? {
                PyIterReturn::Return(yielded) => {
                    suspend(&yielded, &event_loop, vm)?;
                    Poll::Pending
                }
                PyIterReturn::StopIteration(value) => Poll::Ready(vm.unwrap_or_none(value)),
            })
        });
        stepped.map_or_else(|error| Poll::Ready(Err(error)), |poll| poll.map(Ok))
    }
}
