//! Errors on both sides: an exception object of Python, and an error of the runtime; Python's classes
//! and CPython's wording of them.
//!
//! An exception keeps its identity on its way through the runtime: the task that awaits the error
//! catches the object that was raised, with its traceback.

use std::rc::Rc;

use interleave::runtime::{Cancellation, Error, Origin, Result};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyTypeRef};
use rustpython_vm::function::IntoFuncArgs;
use rustpython_vm::vm::thread;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::session;

/// Makes the runtime's error of an exception.
pub(crate) fn from_exception(exception: PyBaseExceptionRef, vm: &VirtualMachine) -> Error {
    let is_cancelled = known_cancelled_error(vm)
        .is_some_and(|cancelled| exception.fast_isinstance(cancelled.as_ref()));
    if is_cancelled {
        let message = optional_text(exception.get_arg(0), vm).map(Into::into);
        let origin = Origin(Rc::new(exception));
        return Error::Cancelled(Cancellation::of_origin(message, origin));
    }
    give_cpython_wording(&exception, vm);
    let kind = exception.class().name().to_string();
    let message = text_of(exception.as_object(), vm);
    Error::of_origin(kind, message, Origin(Rc::new(exception)))
}

/// Makes the exception of an error of the runtime: the object that the error was made of, or a new
/// one.
pub(crate) fn to_exception(error: &Error, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let origin = error.origin();
    if let Some(exception) = origin.and_then(Origin::downcast::<PyBaseExceptionRef>) {
        return exception.clone();
    }
    match error {
        Error::Cancelled(cancellation) => {
            let message = cancellation.as_deref();
            let message = message.map(|text| vm.ctx.new_str(text).into());
            vm.new_exception(cancelled_error(vm), message.into_iter().collect())
        }
        Error::Raised(raised) => {
            // `BaseExceptionGroup` makes an `ExceptionGroup` if all its members are `Exception`s.
            let kind = match raised.kind.as_str() {
                "ExceptionGroup" => "BaseExceptionGroup",
                kind => kind,
            };
            let mut arguments: Vec<PyObjectRef> = Vec::new();
            if !raised.message.is_empty() || !raised.errors.is_empty() {
                arguments.push(vm.ctx.new_str(raised.message.as_str()).into());
            }
            if !raised.errors.is_empty() {
                let errors = raised.errors.iter();
                let members = errors.map(|error| to_exception(error, vm).into()).collect();
                arguments.push(vm.ctx.new_list(members).into());
            }
            new_exception(class_named(kind, vm), arguments, vm)
        }
    }
}

/// Calls an exception class, so that its `__new__` runs. If that raises, returns what it raised.
pub(crate) fn new_exception(
    class: PyTypeRef,
    arguments: impl IntoFuncArgs,
    vm: &VirtualMachine,
) -> PyBaseExceptionRef {
    match class.as_object().call(arguments, vm) {
        Ok(object) => object
            .downcast()
            .unwrap_or_else(|_| vm.new_runtime_error("an exception that is none")),
        Err(exception) => exception,
    }
}

/// Calls a function that may raise an exception, inside of a Rust future.
pub(crate) fn checked<T>(f: impl FnOnce(&VirtualMachine) -> PyResult<T>) -> Result<T> {
    thread::with_current_vm(|vm| f(vm).map_err(|exception| from_exception(exception, vm)))
}

/// Raises the runtime's error as an exception.
pub(crate) fn raised<T>(result: Result<T>, vm: &VirtualMachine) -> PyResult<T> {
    result.map_err(|error| to_exception(&error, vm))
}

fn cancelled_error(vm: &VirtualMachine) -> PyTypeRef {
    known_cancelled_error(vm).unwrap_or_else(|| class_named("CancelledError", vm))
}

/// Returns asyncio's class of cancellations; none as long as nobody has imported `asyncio`.
fn known_cancelled_error(vm: &VirtualMachine) -> Option<PyTypeRef> {
    let session = session::open()?;
    if let Some(class) = session.cancelled_error.get() {
        return Some(class.clone());
    }
    let modules = vm.sys_module.get_attr("modules", vm).ok()?;
    let module = modules.get_item("asyncio.exceptions", vm).ok()?;
    let class = module.get_attr("CancelledError", vm).ok()?;
    let class: PyTypeRef = class.downcast().ok()?;
    let _ = session.cancelled_error.set(class.clone());
    Some(class)
}

/// Returns the class of a name: asyncio's, or a built-in one.
pub(crate) fn class_named(name: &str, vm: &VirtualMachine) -> PyTypeRef {
    let name = vm.ctx.intern_str(name);
    let class_in = |module: PyObjectRef| module.get_attr(name, vm).ok()?.downcast().ok();
    vm.import("asyncio", 0)
        .ok()
        .and_then(class_in)
        .or_else(|| class_in(vm.builtins.clone().into()))
        .unwrap_or_else(|| vm.ctx.exceptions.runtime_error.to_owned())
}

/// Gives an error that leaves a task or the program CPython's wording, where the interpreter words it
/// differently. An error that the program
/// catches earlier has the interpreter's.
pub(crate) fn give_cpython_wording(exception: &PyBaseExceptionRef, vm: &VirtualMachine) {
    if exception.class().is(vm.ctx.exceptions.runtime_error) {
        set_missing_context(exception, vm);
    }
    if !exception.class().is(vm.ctx.exceptions.type_error) {
        return;
    }
    let text = text_of(exception.as_object(), vm);
    let kind = text.strip_prefix('\'');
    let kind = kind.and_then(|text| text.strip_suffix("' object can't be awaited"));
    if let Some(kind) = kind {
        let text = format!("object {kind} can't be used in 'await' expression");
        let arguments = vm.ctx.new_tuple(vec![vm.ctx.new_str(text).into()]);
        // Where the arguments cannot be set, the error keeps the interpreter's wording.
        let _ = exception.as_object().set_attr("args", arguments, vm);
    }
}

/// Sets the context of the error that stands for a `StopIteration` raised in a coroutine: CPython
/// sets both the context and the cause, the interpreter only the cause.
fn set_missing_context(exception: &PyBaseExceptionRef, vm: &VirtualMachine) {
    let stops = [
        vm.ctx.exceptions.stop_iteration,
        vm.ctx.exceptions.stop_async_iteration,
    ];
    let cause = exception.__cause__().filter(|cause| {
        let class = cause.class();
        stops.iter().any(|stop| class.is(*stop))
    });
    if exception.__context__().is_none() && cause.is_some() {
        exception.set_context(cause);
    }
}

/// Returns Python's `str` of an object.
pub(crate) fn text_of(object: &PyObject, vm: &VirtualMachine) -> String {
    object
        .str(vm)
        .map_or_else(|_| "<no text>".to_owned(), |text| text.to_string())
}

/// Returns Python's `str` of an object, and nothing for `None`.
pub(crate) fn optional_text(object: Option<PyObjectRef>, vm: &VirtualMachine) -> Option<String> {
    object
        .filter(|object| !vm.is_none(object))
        .map(|object| text_of(&object, vm))
}
