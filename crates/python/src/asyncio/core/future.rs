//! `asyncio.Future`: a future of the runtime, as Python sees it.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use interleave::runtime::{DoneFuture, EventLoop, Future, Handle, Task};
use rustpython_vm::builtins::{PyBaseException, PyBaseExceptionRef, PyGenericAlias, PyTypeRef};
use rustpython_vm::function::{FuncArgs, OptionalOption};
use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer, Iterable, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::context;
use super::handle::call_back;
use crate::bridge::{
    Value, class_named, from_exception, new_exception, optional_text, raised, to_exception,
};
use crate::coroutines::{PyAwait, iterator};
use crate::session;

/// A future.
#[pyclass(module = "asyncio", name = "Future")]
#[derive(Debug, Default, PyPayload)]
#[repr(C)]
pub(crate) struct PyFuture {
    /// None before `__init__`.
    future: OnceCell<Rc<Future<Value>>>,
    /// The functions that `add_done_callback` added, until they are called.
    callbacks: RefCell<Vec<(PyObjectRef, Rc<Handle>)>>,
    /// An object that must live as long as this future.
    kept_alive: RefCell<Option<PyObjectRef>>,
    pub(in crate::asyncio) task: OnceCell<TaskParts>,
}

/// What a task has and another future does not have.
#[derive(Debug)]
pub(in crate::asyncio) struct TaskParts {
    pub(super) coroutine: PyObjectRef,
    pub(super) context: Option<PyObjectRef>,
    pub(in crate::asyncio) task: Task<Value>,
}

#[derive(FromArgs)]
struct CallbackArguments {
    #[pyarg(positional)]
    function: PyObjectRef,
    #[pyarg(named, optional)]
    context: OptionalOption<PyObjectRef>,
}

#[derive(FromArgs)]
struct CancelArguments {
    #[pyarg(any, optional)]
    msg: OptionalOption<PyObjectRef>,
}

impl PyFuture {
    /// Makes the object of a future of the runtime.
    pub(in crate::asyncio) fn of(future: Rc<Future<Value>>) -> PyFuture {
        let made = PyFuture::default();
        made.set_inner(future);
        made
    }

    pub(super) fn set_inner(&self, future: Rc<Future<Value>>) {
        // A second `__init__` changes nothing.
        let _ = self.future.set(future);
    }

    /// Returns the future of the runtime.
    pub(in crate::asyncio) fn inner(&self, vm: &VirtualMachine) -> PyResult<&Rc<Future<Value>>> {
        self.future.get().ok_or_else(|| {
            let message = format!("{} object is not initialized.", self.kind());
            vm.new_runtime_error(message)
        })
    }

    pub(super) fn inner_if_set(&self) -> Option<&Rc<Future<Value>>> {
        self.future.get()
    }

    /// Returns the state of the future, in small letters.
    pub(super) fn state_name(&self, vm: &VirtualMachine) -> PyResult<&'static str> {
        let core = self.inner(vm)?.core();
        Ok(match (core.is_done(), core.is_cancelled()) {
            (false, _) => "pending",
            (true, true) => "cancelled",
            (true, false) => "finished",
        })
    }

    pub(in crate::asyncio) fn keep_alive(&self, object: PyObjectRef) {
        self.kept_alive.replace(Some(object));
    }

    /// Returns what the future is called in messages.
    pub(super) fn kind(&self) -> &'static str {
        if self.task.get().is_some() {
            "Task"
        } else {
            "Future"
        }
    }

    /// Returns the future's result: `Future.result`.
    /// Errors: the future's exception, and `InvalidStateError` before the future is done.
    pub(in crate::asyncio) fn outcome(&self, vm: &VirtualMachine) -> PyResult {
        match self.inner(vm)?.result() {
            None => Err(invalid_state("Result is not set.", vm)),
            Some(result) => raised(result, vm).map(|value| value.0),
        }
    }
}

pub(in crate::asyncio) fn inner_futures(
    futures: &[PyRef<PyFuture>],
    vm: &VirtualMachine,
) -> PyResult<Vec<Rc<dyn DoneFuture>>> {
    let inner = |future: &PyRef<PyFuture>| Ok(future.inner(vm)?.clone() as Rc<dyn DoneFuture>);
    futures.iter().map(inner).collect()
}

fn invalid_state(message: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    new_exception(class_named("InvalidStateError", vm), (message,), vm)
}

impl DefaultConstructor for PyFuture {}

impl Initializer for PyFuture {
    type Args = FuncArgs;

    fn init(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        if !args.args.is_empty() {
            return Err(vm.new_type_error("Future() takes no positional arguments"));
        }
        zelf.set_inner(Future::new());
        Ok(())
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Iterable, Representable)
)]
impl PyFuture {
    #[pymethod]
    fn result(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        zelf.outcome(vm)
    }

    #[pymethod]
    fn exception(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Option<PyBaseExceptionRef>> {
        let inner = zelf.inner(vm)?;
        if !inner.core().is_done() {
            return Err(invalid_state("Exception is not set.", vm));
        }
        let Some(error) = inner.core().error() else {
            return Ok(None);
        };
        let exception = to_exception(&error, vm);
        if inner.core().is_cancelled() {
            return Err(exception);
        }
        Ok(Some(exception))
    }

    #[pymethod]
    fn set_result(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let session = session::current(vm)?;
        let inner = zelf.inner(vm)?;
        if inner.set_result(session.runtime_loop(), Value(value)) {
            Ok(())
        } else {
            Err(invalid_state("invalid state", vm))
        }
    }

    #[pymethod]
    fn set_exception(zelf: &Py<Self>, exception: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let session = session::current(vm)?;
        let inner = zelf.inner(vm)?;
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
            return Err(vm.new_type_error(message));
        };
        if exception.fast_isinstance(vm.ctx.exceptions.stop_iteration) {
            let message = "StopIteration interacts badly with generators \
                           and cannot be raised into a Future";
            let raised = vm.new_runtime_error(message);
            raised.set_cause(Some(exception));
            exception = raised;
        }
        inner.set_error(session.runtime_loop(), from_exception(exception, vm));
        Ok(())
    }

    #[pymethod]
    fn done(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(zelf.inner(vm)?.core().is_done())
    }

    #[pymethod]
    fn cancelled(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(zelf.inner(vm)?.core().is_cancelled())
    }

    #[pymethod]
    fn cancel(zelf: &Py<Self>, args: CancelArguments, vm: &VirtualMachine) -> PyResult<bool> {
        let session = session::current(vm)?;
        let message = optional_text(args.msg.flatten(), vm).map(Into::into);
        Ok(zelf.inner(vm)?.cancel(session.runtime_loop(), message))
    }

    #[pymethod]
    fn add_done_callback(
        zelf: PyRef<Self>,
        args: CallbackArguments,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let session = session::current(vm)?;
        let context = context::given_or_copy(args.context.flatten(), vm)?;
        let (function, future) = (args.function, zelf.clone());
        let called = function.clone();
        let handle = zelf.inner(vm)?.core().add_program_callback(
            session.runtime_loop(),
            move |_: &Rc<EventLoop>| {
                call_back(&called, vec![future.into()], context.as_ref());
            },
        );
        zelf.callbacks.borrow_mut().push((function, handle));
        Ok(())
    }

    #[pymethod]
    fn remove_done_callback(
        zelf: &Py<Self>,
        function: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<usize> {
        if zelf.inner(vm)?.core().is_done() {
            return Ok(0);
        }
        let callbacks = zelf.callbacks.borrow().clone();
        let mut removed = 0;
        for (added, handle) in callbacks {
            if !handle.is_cancelled() && vm.identical_or_equal(&added, &function)? {
                handle.cancel();
                removed += 1;
            }
        }
        let mut callbacks = zelf.callbacks.borrow_mut();
        callbacks.retain(|(_, handle)| !handle.is_cancelled());
        Ok(removed)
    }

    #[pymethod]
    fn get_loop(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        zelf.inner(vm)?;
        Self::_loop(zelf, vm)
    }

    #[pygetset]
    fn _loop(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        Ok(session::current(vm)?.event_loop.clone())
    }

    #[pygetset]
    fn _state(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        Ok(zelf.state_name(vm)?.to_uppercase())
    }

    #[pygetset]
    fn _cancel_message(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Option<String>> {
        let message = zelf.inner(vm)?.core().cancel_message();
        Ok(message.map(|message| message.to_string()))
    }

    #[pymethod(name = "__await__")]
    fn awaited(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<PyAwait> {
        let wait = zelf.inner(vm)?.wait();
        Ok(iterator(async move {
            // The object must live as long as a task waits for it.
            let _future = zelf;
            wait.await.map(|value| value.0)
        }))
    }

    #[pyclassmethod]
    fn __class_getitem__(
        class: PyTypeRef,
        args: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<PyGenericAlias> {
        PyGenericAlias::from_args(class, args, vm)
    }
}

impl Iterable for PyFuture {
    fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        Ok(PyFuture::awaited(zelf, vm)?.into_ref(&vm.ctx).into())
    }
}
