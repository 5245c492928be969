//! [`PyAwait`]: a Rust future as a Python coroutine, as `interleave.fetch(url)` gives.
//!
//! Polling the Rust future asks the loop to wait for a future of the runtime's. The `PyAwait` yields a
//! future of Python's in its place, which is done at the same moment.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use interleave::runtime::Result;
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::convert::ToPyObject;
use rustpython_vm::function::OptionalArg;
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::types::{IterNext, Iterable, Representable, SelfIter};
use rustpython_vm::vm::thread;
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::core::drive::end_at_exit;
use super::core::{PyFuture, Source};
use super::event_loop;
use super::state;
use crate::bridge::{from_exception, to_exception};
use crate::coroutines::warn_never_awaited;
use crate::session::check_limits;

type Inner = Pin<Box<dyn Future<Output = Result<PyObjectRef>>>>;

/// A Rust future that Python awaits.
#[pyclass(module = false, name = "coroutine")]
#[derive(PyPayload)]
pub(crate) struct PyAwait {
    /// The name of the function whose coroutine this is.
    name: &'static str,
    /// None while the future is polled, and once it has ended.
    inner: RefCell<Option<Inner>>,
    has_started: Cell<bool>,
}

impl std::fmt::Debug for PyAwait {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PyAwait")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// Makes a coroutine of the function `name`. Its result is the future's value as a Python object.
pub(crate) fn coroutine<T: ToPyObject>(
    name: &'static str,
    future: impl Future<Output = Result<T>> + 'static,
) -> PyAwait {
    let inner = async move {
        let value = future.await?;
        Ok(thread::with_current_vm(|vm| value.to_pyobject(vm)))
    };
    PyAwait {
        name,
        inner: RefCell::new(Some(Box::pin(inner))),
        has_started: Cell::new(false),
    }
}

impl PyAwait {
    fn poll(&self, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        event_loop::running(vm)?;
        let (session, _) = state::current(vm)?;
        check_limits(&session, vm)?;
        let Some(mut inner) = self.inner.take() else {
            return Err(vm.new_runtime_error("cannot reuse already awaited coroutine"));
        };
        self.has_started.set(true);
        session.mark_location(vm);
        let mut cx = Context::from_waker(Waker::noop());
        match inner.as_mut().poll(&mut cx) {
            Poll::Pending => {
                self.inner.replace(Some(inner));
                waiting(vm).map(PyIterReturn::Return)
            }
            Poll::Ready(Ok(value)) => {
                let value = (!vm.is_none(&value)).then_some(value);
                Ok(PyIterReturn::StopIteration(value))
            }
            Poll::Ready(Err(error)) => Err(to_exception(&error, vm)),
        }
    }

    /// Raises an exception where the future waits, and polls the future.
    fn raise(&self, exception: PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let is_exit = exception.fast_isinstance(vm.ctx.exceptions.generator_exit);
        if is_exit || !self.has_started.replace(true) {
            drop(self.inner.take());
            return Err(exception);
        }
        let (session, _) = state::current(vm)?;
        let thrown = from_exception(exception, vm);
        session.runtime_loop().throw(Some(thrown));
        let polled = self.poll(vm);
        session.runtime_loop().throw(None);
        polled
    }
}

/// Makes the future that is done when what the running task has asked for is done.
fn waiting(vm: &VirtualMachine) -> PyResult {
    let (session, _) = state::current(vm)?;
    let inner = session.runtime_loop();
    let Some((asked, wait, _)) = inner.take_asked() else {
        let message = "the task awaited something that is not of this event loop";
        return Err(vm.new_runtime_error(message));
    };
    let future = PyFuture::default().into_ref(&vm.ctx);
    future.begin(Some(event_loop::running(vm)?), vm)?;
    future.source.replace(Source::Runtime(asked.clone(), wait));
    future.is_blocking.set(true);
    let done = future.clone();
    asked.core().when_done(inner, move |_| {
        thread::with_current_vm(|vm| {
            if !done.is_done() {
                end_at_exit(PyFuture::finish(&done, Ok(vm.ctx.none()), vm), vm);
            }
        });
    });
    Ok(future.into())
}

#[pyclass(with(IterNext, Iterable, Representable))]
impl PyAwait {
    #[pymethod]
    fn send(zelf: &Py<Self>, _value: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        zelf.poll(vm)
    }

    #[pymethod]
    fn throw(
        zelf: &Py<Self>,
        kind: PyObjectRef,
        value: OptionalArg,
        traceback: OptionalArg,
        vm: &VirtualMachine,
    ) -> PyResult<PyIterReturn> {
        let (value, traceback) = (value.unwrap_or_none(vm), traceback.unwrap_or_none(vm));
        let exception = vm.normalize_exception(kind, value, traceback)?;
        zelf.raise(exception, vm)
    }

    #[pymethod]
    fn close(zelf: &Py<Self>) {
        zelf.has_started.set(true);
        drop(zelf.inner.take());
    }

    #[pymethod(name = "__await__")]
    fn awaited(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }

    #[pygetset]
    fn __name__(zelf: &Py<Self>) -> &'static str {
        zelf.name
    }

    #[pygetset]
    fn __qualname__(zelf: &Py<Self>) -> &'static str {
        zelf.name
    }

    #[pygetset]
    fn cr_frame(_zelf: &Py<Self>) -> Option<PyObjectRef> {
        None
    }

    #[pygetset]
    fn cr_running(zelf: &Py<Self>) -> bool {
        zelf.has_started.get() && zelf.inner.borrow().is_none()
    }
}

impl SelfIter for PyAwait {}

impl IterNext for PyAwait {
    fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        zelf.poll(vm)
    }
}

impl Representable for PyAwait {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let (name, id) = (zelf.name, zelf.get_id());
        Ok(format!("<coroutine object {name} at {id:#x}>"))
    }
}

impl Drop for PyAwait {
    fn drop(&mut self) {
        if !self.has_started.get() {
            warn_never_awaited(self.name);
        }
    }
}
