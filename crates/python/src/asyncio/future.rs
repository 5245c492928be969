//! `asyncio.Future`: a future of the runtime, as Python sees it.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use interleave::runtime::{DoneFuture, Error, EventLoop, Future, Handle};
use rustpython_vm::builtins::{
    PyBaseException, PyBaseExceptionRef, PyGenericAlias, PyType, PyTypeRef,
};
use rustpython_vm::function::{FuncArgs, OptionalOption};
use rustpython_vm::types::{Constructor, Initializer, Iterable, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::{context, exceptions, shown};
use crate::awaitable::{self, PyAwait};
use crate::value::Value;
use crate::{complaint, error, session};

/// A future.
#[pyclass(module = "asyncio", name = "Future")]
#[derive(PyPayload)]
#[repr(C)]
pub(crate) struct PyFuture {
    /// None before `__init__`.
    future: OnceCell<Rc<Future<Value>>>,
    /// What `add_done_callback` added, until it is called.
    callbacks: RefCell<Vec<(PyObjectRef, Rc<Handle>)>>,
    /// What must live as long as this does.
    kept: RefCell<Option<PyObjectRef>>,
    /// The task's part of it, if it is one.
    pub(super) task: OnceCell<super::task::Part>,
}

impl std::fmt::Debug for PyFuture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PyFuture").finish_non_exhaustive()
    }
}

#[derive(FromArgs)]
struct CallbackArguments {
    #[pyarg(positional)]
    function: PyObjectRef,
    #[pyarg(named, optional)]
    context: OptionalOption<PyObjectRef>,
}

#[derive(FromArgs)]
pub(super) struct CancelArguments {
    #[pyarg(any, optional)]
    pub(super) msg: OptionalOption<PyObjectRef>,
}

impl PyFuture {
    /// Makes one without a future, which `hold` gives it.
    pub(super) fn empty() -> PyFuture {
        PyFuture {
            future: OnceCell::new(),
            callbacks: RefCell::default(),
            kept: RefCell::default(),
            task: OnceCell::new(),
        }
    }

    /// Makes one of a future of the runtime.
    pub(crate) fn of(future: Rc<Future<Value>>) -> PyFuture {
        let made = PyFuture::empty();
        made.hold(future);
        made
    }

    pub(super) fn hold(&self, future: Rc<Future<Value>>) {
        // A second `__init__` changes nothing.
        let _ = self.future.set(future);
    }

    /// Returns the future of the runtime.
    ///
    /// # Errors
    /// `RuntimeError` before `__init__`.
    pub(crate) fn inner(&self, vm: &VirtualMachine) -> PyResult<&Rc<Future<Value>>> {
        self.future.get().ok_or_else(|| {
            let message = format!("{} object is not initialized.", self.kind());
            vm.new_runtime_error(message)
        })
    }

    /// Keeps an object as long as this lives.
    pub(super) fn keep(&self, object: PyObjectRef) {
        self.kept.replace(Some(object));
    }

    fn kind(&self) -> &'static str {
        if self.task.get().is_some() {
            "Task"
        } else {
            "Future"
        }
    }

    /// Returns how it ended, as `result()` does.
    pub(crate) fn outcome(&self, vm: &VirtualMachine) -> PyResult {
        match self.inner(vm)?.result() {
            None => Err(invalid_state("Result is not set.", vm)),
            Some(Ok(value)) => Ok(value.0),
            Some(Err(error)) => Err(error::to_exception(&error, vm)),
        }
    }
}

/// Makes an `InvalidStateError`.
pub(super) fn invalid_state(message: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let class = exceptions::named("InvalidStateError", vm);
    vm.new_exception(class, vec![vm.ctx.new_str(message).into()])
}

impl Constructor for PyFuture {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyFuture::empty())
    }
}

impl Initializer for PyFuture {
    type Args = FuncArgs;

    fn init(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        if !args.args.is_empty() {
            let message = "Future() takes no positional arguments";
            return Err(vm.new_type_error(message.to_owned()));
        }
        zelf.hold(Future::new());
        Ok(())
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Iterable, Representable)
)]
impl PyFuture {
    #[pymethod]
    fn result(&self, vm: &VirtualMachine) -> PyResult {
        self.outcome(vm)
    }

    #[pymethod]
    fn exception(&self, vm: &VirtualMachine) -> PyResult<Option<PyBaseExceptionRef>> {
        let inner = self.inner(vm)?;
        if !inner.core().is_done() {
            return Err(invalid_state("Exception is not set.", vm));
        }
        let Some(error) = inner.core().error() else {
            return Ok(None);
        };
        let exception = error::to_exception(&error, vm);
        if inner.core().is_cancelled() {
            return Err(exception);
        }
        Ok(Some(exception))
    }

    #[pymethod]
    fn set_result(&self, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let session = session::current(vm)?;
        let inner = self.inner(vm)?;
        if inner.set_result(session.inner_loop(), Value(value)) {
            Ok(())
        } else {
            Err(invalid_state("invalid state", vm))
        }
    }

    #[pymethod]
    fn set_exception(&self, exception: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let session = session::current(vm)?;
        let inner = self.inner(vm)?;
        if inner.core().is_done() {
            return Err(invalid_state("invalid state", vm));
        }
        let exception = if exception.fast_isinstance(vm.ctx.types.type_type) {
            exception.call((), vm)?
        } else {
            exception
        };
        let Ok(mut exception) = exception.downcast::<PyBaseException>() else {
            let message = "exceptions must be classes or instances deriving from BaseException";
            return Err(vm.new_type_error(message.to_owned()));
        };
        if exception.fast_isinstance(vm.ctx.exceptions.stop_iteration) {
            let message = "StopIteration interacts badly with generators \
                           and cannot be raised into a Future";
            let raised = vm.new_runtime_error(message.to_owned());
            raised.set___cause__(Some(exception));
            exception = raised;
        }
        inner.set_error(session.inner_loop(), error::of_exception(exception, vm));
        Ok(())
    }

    #[pymethod]
    fn done(&self, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(self.inner(vm)?.core().is_done())
    }

    #[pymethod]
    fn cancelled(&self, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(self.inner(vm)?.core().is_cancelled())
    }

    #[pymethod]
    fn cancel(&self, args: CancelArguments, vm: &VirtualMachine) -> PyResult<bool> {
        let session = session::current(vm)?;
        let message = args.msg.flatten().filter(|message| !vm.is_none(message));
        let message = message.map(|message| error::text_of(&message, vm).into());
        Ok(self.inner(vm)?.cancel(session.inner_loop(), message))
    }

    #[pymethod]
    fn add_done_callback(
        zelf: PyRef<Self>,
        args: CallbackArguments,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let session = session::current(vm)?;
        let context = match args.context.flatten() {
            Some(context) => Some(context),
            None => context::copy(vm)?,
        };
        let task = zelf.inner(vm)?.core().task();
        let (function, future) = (args.function, zelf.clone());
        let called = function.clone();
        let handle = zelf.inner(vm)?.core().add_done_callback(
            session.inner_loop(),
            Box::new(move |event_loop: &Rc<EventLoop>| {
                if let Some(task) = task {
                    event_loop.emit_called_back(task);
                }
                super::handle::call_back(&called, vec![future.into()], context.as_ref());
            }),
        );
        zelf.callbacks.borrow_mut().push((function, handle));
        Ok(())
    }

    #[pymethod]
    fn remove_done_callback(&self, function: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
        if self.inner(vm)?.core().is_done() {
            return Ok(0);
        }
        let callbacks = self.callbacks.borrow().clone();
        let mut removed = 0;
        for (added, handle) in callbacks {
            if !handle.is_cancelled() && vm.identical_or_equal(&added, &function)? {
                handle.cancel();
                removed += 1;
            }
        }
        let mut callbacks = self.callbacks.borrow_mut();
        callbacks.retain(|(_, handle)| !handle.is_cancelled());
        Ok(removed)
    }

    #[pymethod]
    fn get_loop(&self, vm: &VirtualMachine) -> PyResult {
        self.inner(vm)?;
        super::event_loop::of_session(vm)
    }

    #[pygetset]
    fn _loop(&self, vm: &VirtualMachine) -> PyResult {
        super::event_loop::of_session(vm)
    }

    #[pygetset]
    fn _state(&self, vm: &VirtualMachine) -> PyResult<&'static str> {
        let core = self.inner(vm)?.core();
        Ok(match (core.is_done(), core.is_cancelled()) {
            (false, _) => "PENDING",
            (true, true) => "CANCELLED",
            (true, false) => "FINISHED",
        })
    }

    #[pygetset]
    fn _cancel_message(&self, vm: &VirtualMachine) -> PyResult<Option<String>> {
        let message = self.inner(vm)?.core().cancel_message();
        Ok(message.map(|message| message.to_string()))
    }

    #[pymethod(name = "__await__")]
    fn awaited(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<PyAwait> {
        let wait = zelf.inner(vm)?.wait();
        Ok(awaitable::iterator(async move {
            // The object must live as long as somebody waits for it.
            let _future = zelf;
            wait.await.map(|value| value.0)
        }))
    }

    #[pyclassmethod]
    fn __class_getitem__(
        class: PyTypeRef,
        args: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyGenericAlias {
        PyGenericAlias::from_args(class, args, vm)
    }
}

impl Iterable for PyFuture {
    fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        Ok(PyFuture::awaited(zelf, vm)?.into_ref(&vm.ctx).into())
    }
}

impl Representable for PyFuture {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        shown::future(zelf, vm)
    }
}

impl Drop for PyFuture {
    /// Complains of an error that nobody looked at, as asyncio's `Future.__del__`.
    fn drop(&mut self) {
        let Some(inner) = self.future.get() else {
            return;
        };
        if !inner.core().has_unseen_error() {
            return;
        }
        let Some(session) = session::open() else {
            return;
        };
        if let Some(error @ Error::Raised(_)) = inner.core().error() {
            let kind = self.kind();
            let head = format!("{kind} exception was never retrieved");
            let shown = shown::finished(self, &error);
            complaint::exception(&session, &head, Some(&format!("future: {shown}")), &error);
        }
    }
}
