//! `_asyncio.Future`: the class, with the attributes that CPython's has.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use interleave::runtime::{DoneFuture, Nanos, Wait};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyGenericAlias, PyTypeRef};
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::{FuncArgs, PySetterValue};
use rustpython_vm::types::{Constructor, Destructor, Initializer, Iterable, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine,
    pyclass,
};

use super::callbacks::CallbackArguments;
use super::future_iterator::PyFutureIter;
use super::future_state::{exception_of, invalid_state};
use super::{callbacks, unretrieved};
use crate::asyncio::state;
use crate::bridge::text_of;

/// How far a future has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::asyncio) enum Progress {
    #[default]
    Pending,
    Cancelled,
    Finished,
}

/// What completes a future, where the trace calls the wait for it more than the wait for a future.
#[derive(Clone, Default)]
pub(in crate::asyncio) enum Source {
    #[default]
    Anybody,
    /// The timer of a sleep, with its deadline.
    Timer(Nanos),
    /// A job in a thread.
    Thread,
    /// A future of the runtime's, and how the trace calls the wait.
    Runtime(Rc<dyn DoneFuture>, Wait),
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Source")
    }
}

/// A future.
#[pyclass(module = "_asyncio", name = "Future", traverse)]
#[derive(Debug, Default, PyPayload)]
#[repr(C)]
pub(crate) struct PyFuture {
    /// None before `__init__`.
    pub(in crate::asyncio) event_loop: PyMutex<Option<PyObjectRef>>,
    /// The functions to call when the future is done, each with its context.
    pub(super) callbacks: PyMutex<Vec<(PyObjectRef, PyObjectRef)>>,
    pub(super) result: PyMutex<Option<PyObjectRef>>,
    pub(super) exception: PyMutex<Option<PyBaseExceptionRef>>,
    pub(super) traceback: PyMutex<Option<PyObjectRef>>,
    pub(in crate::asyncio) cancel_message: PyMutex<Option<PyObjectRef>>,
    pub(super) cancelled_by: PyMutex<Option<PyBaseExceptionRef>>,
    pub(in crate::asyncio) source_traceback: PyMutex<Option<PyObjectRef>>,
    /// The task that waits for this future, or the set of several.
    pub(super) awaited_by: PyMutex<Option<PyObjectRef>>,
    #[pytraverse(skip)]
    pub(super) progress: Cell<Progress>,
    /// Whether an error is reported if nobody retrieves it.
    #[pytraverse(skip)]
    pub(super) is_reported: Cell<bool>,
    #[pytraverse(skip)]
    pub(in crate::asyncio) is_blocking: Cell<bool>,
    #[pytraverse(skip)]
    pub(in crate::asyncio) source: RefCell<Source>,
}

#[derive(FromArgs)]
pub(crate) struct InitArguments {
    #[pyarg(named, name = "loop", optional)]
    event_loop: Option<PyObjectRef>,
}

#[derive(FromArgs)]
struct RemoveArguments {
    #[pyarg(positional, name = "fn")]
    function: PyObjectRef,
}

#[derive(FromArgs)]
pub(in crate::asyncio) struct CancelArguments {
    #[pyarg(any, optional)]
    pub(in crate::asyncio) msg: Option<PyObjectRef>,
}

impl Constructor for PyFuture {
    type Args = FuncArgs;

    fn py_new(
        _class: &Py<rustpython_vm::builtins::PyType>,
        _args: FuncArgs,
        _vm: &VirtualMachine,
    ) -> PyResult<Self> {
        Ok(PyFuture::default())
    }
}

impl Initializer for PyFuture {
    type Args = InitArguments;

    fn init(zelf: &Py<Self>, args: InitArguments, vm: &VirtualMachine) -> PyResult<()> {
        zelf.begin(args.event_loop, vm)
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Destructor, Iterable, Representable)
)]
impl PyFuture {
    /// Return the result this future represents.
    #[pymethod]
    fn result(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        zelf.outcome(vm)
    }

    /// Return the exception that was set on this future.
    #[pymethod]
    fn exception(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Option<PyBaseExceptionRef>> {
        match zelf.progress.get() {
            Progress::Pending => Err(invalid_state("Exception is not set.", vm)),
            Progress::Cancelled => Err(zelf.cancelled_error(vm)?),
            Progress::Finished => {
                zelf.retrieve();
                Ok(zelf.exception.lock().clone())
            }
        }
    }

    /// Mark the future done and set its result.
    #[pymethod]
    fn set_result(zelf: &Py<Self>, result: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        zelf.check_pending(vm)?;
        PyFuture::finish(zelf, Ok(result), vm)
    }

    /// Mark the future done and set an exception.
    #[pymethod]
    fn set_exception(zelf: &Py<Self>, exception: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        zelf.check_pending(vm)?;
        let exception = exception_of(exception, vm)?;
        PyFuture::finish(zelf, Err(exception), vm)
    }

    /// Add a callback to be run when the future becomes done.
    #[pymethod]
    fn add_done_callback(
        zelf: &Py<Self>,
        args: CallbackArguments,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        zelf.loop_of(vm)?;
        callbacks::add(zelf, args, vm)
    }

    /// Remove all instances of a callback from the "call when done" list.
    #[pymethod]
    fn remove_done_callback(
        zelf: &Py<Self>,
        args: RemoveArguments,
        vm: &VirtualMachine,
    ) -> PyResult<usize> {
        zelf.loop_of(vm)?;
        callbacks::remove(zelf, &args.function, vm)
    }

    /// Cancel the future and schedule callbacks.
    #[pymethod]
    fn cancel(zelf: &Py<Self>, args: CancelArguments, vm: &VirtualMachine) -> PyResult<bool> {
        zelf.loop_of(vm)?;
        let message = args.msg.filter(|message| !vm.is_none(message));
        PyFuture::cancel_plain(zelf, message, vm)
    }

    /// Return True if the future was cancelled.
    #[pymethod]
    fn cancelled(zelf: &Py<Self>) -> bool {
        zelf.is_cancelled()
    }

    /// Return True if the future is done.
    #[pymethod]
    fn done(zelf: &Py<Self>) -> bool {
        zelf.is_done()
    }

    /// Return the event loop the Future is bound to.
    #[pymethod]
    fn get_loop(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        zelf.loop_of(vm)
    }

    /// Create the CancelledError to raise if the future is cancelled.
    #[pymethod]
    fn _make_cancelled_error(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyBaseExceptionRef> {
        zelf.cancelled_error(vm)
    }

    #[pygetset]
    fn _state(zelf: &Py<Self>) -> &'static str {
        match zelf.progress.get() {
            Progress::Pending => "PENDING",
            Progress::Cancelled => "CANCELLED",
            Progress::Finished => "FINISHED",
        }
    }

    #[pygetset]
    fn _asyncio_future_blocking(zelf: &Py<Self>) -> bool {
        zelf.is_blocking.get()
    }

    #[pygetset(setter)]
    fn set__asyncio_future_blocking(
        zelf: &Py<Self>,
        value: PySetterValue,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let value = assigned(value, vm)?;
        zelf.is_blocking.set(value.try_to_bool(vm)?);
        Ok(())
    }

    #[pygetset]
    fn _asyncio_awaited_by(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        super::awaited_by::shown(zelf, vm)
    }

    #[pygetset]
    fn _loop(zelf: &Py<Self>) -> Option<PyObjectRef> {
        zelf.event_loop.lock().clone()
    }

    #[pygetset]
    fn _callbacks(zelf: &Py<Self>, vm: &VirtualMachine) -> Option<PyObjectRef> {
        callbacks::shown(zelf, vm)
    }

    #[pygetset]
    fn _result(zelf: &Py<Self>) -> Option<PyObjectRef> {
        zelf.result.lock().clone()
    }

    #[pygetset]
    fn _exception(zelf: &Py<Self>) -> Option<PyBaseExceptionRef> {
        zelf.exception.lock().clone()
    }

    #[pygetset]
    fn _log_traceback(zelf: &Py<Self>) -> bool {
        zelf.is_reported.get()
    }

    #[pygetset(setter)]
    fn set__log_traceback(
        zelf: &Py<Self>,
        value: PySetterValue,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let value = assigned(value, vm)?;
        if value.try_to_bool(vm)? {
            return Err(vm.new_value_error("_log_traceback can only be set to False"));
        }
        zelf.retrieve();
        Ok(())
    }

    #[pygetset]
    fn _source_traceback(zelf: &Py<Self>) -> Option<PyObjectRef> {
        zelf.source_traceback.lock().clone()
    }

    #[pygetset]
    fn _cancel_message(zelf: &Py<Self>) -> Option<PyObjectRef> {
        zelf.cancel_message.lock().clone()
    }

    #[pygetset(setter)]
    fn set__cancel_message(
        zelf: &Py<Self>,
        value: PySetterValue,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let value = assigned(value, vm)?;
        *zelf.cancel_message.lock() = (!vm.is_none(&value)).then_some(value);
        Ok(())
    }

    #[pymethod]
    fn __await__(zelf: PyRef<Self>) -> PyFutureIter {
        PyFutureIter::new(zelf)
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

/// Returns the value that is assigned to an attribute.
/// Errors: `AttributeError` where the attribute is deleted.
pub(super) fn assigned(value: PySetterValue, vm: &VirtualMachine) -> PyResult {
    match value {
        PySetterValue::Assign(value) => Ok(value),
        PySetterValue::Delete => Err(vm.new_attribute_error("cannot delete attribute")),
    }
}

impl Iterable for PyFuture {
    fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        Ok(PyFutureIter::new(zelf).into_ref(&vm.ctx).into())
    }
}

impl Representable for PyFuture {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let (_, state) = state::current(vm)?;
        let classes = state.classes(vm)?;
        let is_task = zelf
            .as_object()
            .downcastable::<crate::asyncio::core::PyTask>();
        let write = if is_task {
            &classes.task_repr
        } else {
            &classes.future_repr
        };
        let text = write.call((zelf.to_owned(),), vm)?;
        Ok(text_of(&text, vm))
    }
}

impl Destructor for PyFuture {
    fn del(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        unretrieved::report(zelf, vm)
    }
}
