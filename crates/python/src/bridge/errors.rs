//! Errors on both sides: an exception object of Python, and an error of the runtime.
//!
//! An exception keeps its identity on its way through the runtime: the task that awaits the error
//! catches the object that was raised, with its traceback.

use std::rc::Rc;

use interleave::runtime::{Cancellation, Error, Origin, Result};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyTypeRef};
use rustpython_vm::function::IntoFuncArgs;
use rustpython_vm::vm::thread;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::cpython_wording::give_cpython_wording;
use super::exception_classes::{cancelled_error, class_named};
use super::text::{optional_text, text_of};

/// Makes the runtime's error of an exception.
pub(crate) fn from_exception(exception: PyBaseExceptionRef, vm: &VirtualMachine) -> Error {
    if exception.fast_isinstance(cancelled_error(vm).as_ref()) {
        let message = optional_text(exception.get_arg(0), vm).map(Into::into);
        let origin = Origin::new(Rc::new(exception));
        return Error::Cancelled(Cancellation::of_origin(message, origin));
    }
    give_cpython_wording(&exception, vm);
    let kind = exception.class().name().to_string();
    let message = text_of(exception.as_object(), vm);
    Error::of_origin(kind, message, Origin::new(Rc::new(exception)))
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
            .unwrap_or_else(|_| vm.new_runtime_error("an exception that is none".to_owned())),
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
