//! [`PyAwait`]: a Rust future as a Python coroutine, as `asyncio.sleep(1)` and `queue.get()` give.
//!
//! Polling the future registers the running task with the loop. The `PyAwait` yields only a signal
//! then, which goes up to the task, whose step ends.

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

use super::never_awaited::warn_never_awaited;
use crate::bridge::{from_exception, to_exception};
use crate::session::{self, check_limits};

type Inner = Pin<Box<dyn Future<Output = Result<PyObjectRef>>>>;

/// Whether dropping the object without an `await` is an oversight of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A coroutine of a function with this name: it warns if it is never awaited.
    Coroutine(&'static str),
    /// The result of an `__await__`.
    Iterator,
}

/// A Rust future that Python awaits.
#[pyclass(module = false, name = "coroutine")]
#[derive(PyPayload)]
pub(crate) struct PyAwait {
    kind: Kind,
    /// None while the future is polled, and once it has ended.
    inner: RefCell<Option<Inner>>,
    has_started: Cell<bool>,
}

impl std::fmt::Debug for PyAwait {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PyAwait")
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

/// Makes a coroutine of the function `name`. Its result is the future's value as a Python object.
pub(crate) fn coroutine<T: ToPyObject>(
    name: &'static str,
    future: impl Future<Output = Result<T>> + 'static,
) -> PyAwait {
    PyAwait::new(Kind::Coroutine(name), future)
}

/// Makes the iterator that `__await__` returns.
pub(crate) fn iterator(future: impl Future<Output = Result<PyObjectRef>> + 'static) -> PyAwait {
    PyAwait::new(Kind::Iterator, future)
}

impl PyAwait {
    fn new<T: ToPyObject>(
        kind: Kind,
        future: impl Future<Output = Result<T>> + 'static,
    ) -> PyAwait {
        let inner = async move {
            let value = future.await?;
            Ok(thread::with_current_vm(|vm| value.to_pyobject(vm)))
        };
        PyAwait {
            kind,
            inner: RefCell::new(Some(Box::pin(inner))),
            has_started: Cell::new(false),
        }
    }

    pub(super) fn poll(&self, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let session = session::running(vm)?;
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
                Ok(PyIterReturn::Return(session.wait_signal.clone()))
            }
            Poll::Ready(Ok(value)) => {
                let value = (!vm.is_none(&value)).then_some(value);
                Ok(PyIterReturn::StopIteration(value))
            }
            Poll::Ready(Err(error)) => Err(to_exception(&error, vm)),
        }
    }

    /// Raises an exception where the future waits, and polls the future.
    pub(super) fn raise(
        &self,
        exception: PyBaseExceptionRef,
        vm: &VirtualMachine,
    ) -> PyResult<PyIterReturn> {
        let is_exit = exception.fast_isinstance(vm.ctx.exceptions.generator_exit);
        if is_exit || !self.has_started.replace(true) {
            drop(self.inner.take());
            return Err(exception);
        }
        let session = session::running(vm)?;
        let thrown = from_exception(exception, vm);
        session.runtime_loop().throw(Some(thrown));
        let polled = self.poll(vm);
        session.runtime_loop().throw(None);
        polled
    }
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
    pub(super) fn close(zelf: &Py<Self>) {
        zelf.has_started.set(true);
        drop(zelf.inner.take());
    }

    #[pymethod(name = "__await__")]
    fn awaited(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }

    #[pygetset]
    fn __name__(zelf: &Py<Self>) -> &'static str {
        match zelf.kind {
            Kind::Coroutine(name) => name,
            Kind::Iterator => "await",
        }
    }

    #[pygetset]
    fn __qualname__(zelf: &Py<Self>) -> &'static str {
        Self::__name__(zelf)
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
        let (name, id) = (Self::__name__(zelf), zelf.get_id());
        Ok(format!("<coroutine object {name} at {id:#x}>"))
    }
}

impl Drop for PyAwait {
    fn drop(&mut self) {
        if let (Kind::Coroutine(name), false) = (self.kind, self.has_started.get()) {
            warn_never_awaited(name);
        }
    }
}
