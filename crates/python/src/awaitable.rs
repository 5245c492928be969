//! Awaiting across the border, both ways.
//!
//! - [`PyAwait`] is a Rust future that Python awaits: `asyncio.sleep(1)`, `queue.get()`. It looks
//!   like a coroutine. Polling it registers the task with the loop; what it yields is only a sign
//!   that goes up to the task, whose step then ends.
//! - [`Awaited`] is a Python awaitable that Rust awaits, as `wait_for` awaits what it was given.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use interleave::runtime::{Error, EventLoop, Result, SourceLocation};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyCoroutine};
use rustpython_vm::function::OptionalArg;
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::types::{IterNext, Iterable, Representable, SelfIter};
use rustpython_vm::vm::thread;
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use crate::{error, limit, place, session, warning};

/// A Rust future whose value is a Python object.
pub(crate) type Inner = Pin<Box<dyn Future<Output = Result<PyObjectRef>>>>;

/// Whether somebody should have awaited it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A coroutine of a function with this name: it warns if nobody awaits it.
    Coroutine(&'static str),
    /// What `__await__` returned.
    Iterator,
}

/// A Rust future that Python awaits.
#[pyclass(module = false, name = "coroutine")]
#[derive(PyPayload)]
pub(crate) struct PyAwait {
    kind: Kind,
    /// None while it is polled, and once it is over.
    inner: RefCell<Option<Inner>>,
    has_begun: Cell<bool>,
}

impl std::fmt::Debug for PyAwait {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PyAwait")
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

/// Makes a coroutine of the function `name`.
pub(crate) fn coroutine(
    name: &'static str,
    future: impl Future<Output = Result<PyObjectRef>> + 'static,
) -> PyAwait {
    PyAwait::new(Kind::Coroutine(name), future)
}

/// Makes the iterator that `__await__` returns.
pub(crate) fn iterator(future: impl Future<Output = Result<PyObjectRef>> + 'static) -> PyAwait {
    PyAwait::new(Kind::Iterator, future)
}

impl PyAwait {
    fn new(kind: Kind, future: impl Future<Output = Result<PyObjectRef>> + 'static) -> PyAwait {
        PyAwait {
            kind,
            inner: RefCell::new(Some(Box::pin(future))),
            has_begun: Cell::new(false),
        }
    }

    fn poll(&self, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let session = session::running(vm)?;
        limit::check(&session, vm)?;
        let Some(mut inner) = self.inner.take() else {
            let message = "cannot reuse already awaited coroutine";
            return Err(vm.new_runtime_error(message.to_owned()));
        };
        self.has_begun.set(true);
        session.inner_loop().set_location(place::here(vm));
        let mut cx = Context::from_waker(Waker::noop());
        match inner.as_mut().poll(&mut cx) {
            Poll::Pending => {
                self.inner.replace(Some(inner));
                Ok(PyIterReturn::Return(session.waits.clone()))
            }
            Poll::Ready(Ok(value)) => {
                let value = (!vm.is_none(&value)).then_some(value);
                Ok(PyIterReturn::StopIteration(value))
            }
            Poll::Ready(Err(error)) => Err(error::to_exception(&error, vm)),
        }
    }

    fn raise(&self, exception: PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let is_exit = exception.fast_isinstance(vm.ctx.exceptions.generator_exit);
        if is_exit || !self.has_begun.replace(true) {
            drop(self.inner.take());
            return Err(exception);
        }
        let session = session::running(vm)?;
        let thrown = error::of_exception(exception, vm);
        session.inner_loop().throw(Some(thrown));
        let polled = self.poll(vm);
        session.inner_loop().throw(None);
        polled
    }
}

#[pyclass(with(IterNext, Iterable, Representable))]
impl PyAwait {
    #[pymethod]
    fn send(&self, _value: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        self.poll(vm)
    }

    #[pymethod]
    fn throw(
        &self,
        kind: PyObjectRef,
        value: OptionalArg,
        traceback: OptionalArg,
        vm: &VirtualMachine,
    ) -> PyResult<PyIterReturn> {
        let (value, traceback) = (value.unwrap_or_none(vm), traceback.unwrap_or_none(vm));
        let exception = vm.normalize_exception(kind, value, traceback)?;
        self.raise(exception, vm)
    }

    #[pymethod]
    fn close(&self) {
        self.has_begun.set(true);
        drop(self.inner.take());
    }

    #[pymethod(name = "__await__")]
    fn awaited(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }

    #[pygetset]
    fn __name__(&self) -> &'static str {
        match self.kind {
            Kind::Coroutine(name) => name,
            Kind::Iterator => "await",
        }
    }

    #[pygetset]
    fn __qualname__(&self) -> &'static str {
        self.__name__()
    }

    #[pygetset]
    fn cr_frame(&self) -> Option<PyObjectRef> {
        None
    }

    #[pygetset]
    fn cr_running(&self) -> bool {
        self.has_begun.get() && self.inner.borrow().is_none()
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
        let (name, id) = (zelf.__name__(), zelf.get_id());
        Ok(format!("<coroutine object {name} at {id:#x}>"))
    }
}

impl Drop for PyAwait {
    fn drop(&mut self) {
        if let (Kind::Coroutine(name), false) = (self.kind, self.has_begun.get()) {
            warning::never_awaited(name);
        }
    }
}

/// A Python awaitable that Rust awaits.
pub(crate) struct Awaited {
    iterator: PyObjectRef,
    has_begun: bool,
}

impl Awaited {
    /// Begins to await an object.
    ///
    /// # Errors
    /// `TypeError` if it cannot be awaited.
    pub(crate) fn new(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<Awaited> {
        Ok(Awaited {
            iterator: iterator_of(object, vm)?,
            has_begun: false,
        })
    }
}

/// Returns what is stepped when an object is awaited.
fn iterator_of(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    if object.downcastable::<PyCoroutine>() || object.downcastable::<PyAwait>() {
        return Ok(object);
    }
    if !object.class().has_attr(vm.ctx.intern_str("__await__")) {
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
        let thrown = if self.has_begun {
            event_loop.take_thrown()
        } else {
            None
        };
        self.has_begun = true;
        thread::with_current_vm(|vm| {
            let thrown = thrown.map(|error| error::to_exception(&error, vm));
            match stepped(&self.iterator, thrown, vm) {
                Ok(PyIterReturn::Return(sign)) => match suspend(&sign, &event_loop, vm) {
                    Ok(()) => Poll::Pending,
                    Err(exception) => Poll::Ready(Err(error::of_exception(exception, vm))),
                },
                Ok(PyIterReturn::StopIteration(value)) => {
                    Poll::Ready(Ok(value.unwrap_or_else(|| vm.ctx.none())))
                }
                Err(exception) => Poll::Ready(Err(error::of_exception(exception, vm))),
            }
        })
    }
}

/// Runs a coroutine, or what `__await__` gave, to its next yield or its end.
pub(crate) fn stepped(
    coroutine: &PyObject,
    thrown: Option<PyBaseExceptionRef>,
    vm: &VirtualMachine,
) -> PyResult<PyIterReturn> {
    match thrown {
        None => {
            if let Some(native) = coroutine.downcast_ref::<PyCoroutine>() {
                return native.as_coro().send(coroutine, vm.ctx.none(), vm);
            }
            if let Some(native) = coroutine.downcast_ref::<PyAwait>() {
                return native.poll(vm);
            }
            let result = if has(coroutine, "send", vm) {
                vm.call_method(coroutine, "send", (vm.ctx.none(),))
            } else {
                vm.call_method(coroutine, "__next__", ())
            };
            PyIterReturn::from_pyresult(result, vm)
        }
        Some(exception) => {
            if let Some(native) = coroutine.downcast_ref::<PyAwait>() {
                return native.raise(exception, vm);
            }
            if !has(coroutine, "throw", vm) {
                return Err(exception);
            }
            let result = vm.call_method(coroutine, "throw", (exception,));
            PyIterReturn::from_pyresult(result, vm)
        }
    }
}

/// Ends a coroutine that has not begun, so that nobody complains that it was never awaited.
pub(crate) fn close(coroutine: &PyObject) {
    if let Some(native) = coroutine.downcast_ref::<PyAwait>() {
        native.close();
    } else if coroutine.downcastable::<PyCoroutine>() {
        // It has nothing to clean up, so nothing is raised.
        thread::with_current_vm(|vm| drop(vm.call_method(coroutine, "close", ())));
    }
}

fn has(object: &PyObject, method: &str, vm: &VirtualMachine) -> bool {
    object.class().has_attr(vm.ctx.intern_str(method))
}

/// Lets the running task wait, after what it runs yielded `sign`.
///
/// # Errors
/// `RuntimeError` for anything but our sign and a bare `yield`, in asyncio's words.
pub(crate) fn suspend(
    sign: &PyObject,
    event_loop: &EventLoop,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let session = session::current(vm)?;
    if sign.is(&session.waits) {
        return Ok(());
    }
    if vm.is_none(sign) {
        event_loop.yield_now(SourceLocation::NOWHERE);
        return Ok(());
    }
    let shown = sign.repr(vm)?;
    Err(vm.new_runtime_error(format!("Task got bad yield: {shown}")))
}
