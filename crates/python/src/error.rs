//! Errors in both worlds: an exception object of Python, and an error of the runtime.
//!
//! An exception keeps its identity on its way through the runtime: who raised it catches the same
//! object again, with its traceback.

use std::rc::Rc;

use interleave::runtime::{Cancellation, Error, Origin};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyTypeRef};
use rustpython_vm::{AsObject, PyObjectRef, VirtualMachine};

use crate::asyncio::exceptions;
use crate::wording;

/// Makes the runtime's error of an exception.
pub(crate) fn of_exception(exception: PyBaseExceptionRef, vm: &VirtualMachine) -> Error {
    if exception.fast_isinstance(exceptions::cancelled_error(vm).as_ref()) {
        let message = exception.get_arg(0);
        let message = message.filter(|message| !vm.is_none(message));
        let message = message.map(|message| text_of(&message, vm).into());
        let origin = Origin::new(Rc::new(exception));
        return Error::Cancelled(Cancellation::of_origin(message, origin));
    }
    wording::put_right(&exception, vm);
    let kind = exception.class().name().to_string();
    let message = text_of(exception.as_object(), vm);
    Error::of_origin(kind, message, Origin::new(Rc::new(exception)))
}

/// Makes the exception of an error of the runtime: the object that it was, or a new one.
pub(crate) fn to_exception(error: &Error, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let origin = error.origin();
    if let Some(exception) = origin.and_then(Origin::downcast::<PyBaseExceptionRef>) {
        return exception.clone();
    }
    match error {
        Error::Cancelled(cancellation) => {
            let arguments = cancellation
                .as_deref()
                .map(|text| vm.ctx.new_str(text).into());
            vm.new_exception(
                exceptions::cancelled_error(vm),
                arguments.into_iter().collect(),
            )
        }
        Error::Raised(raised) => {
            // It makes an `ExceptionGroup` if all in it are `Exception`s.
            let kind = match raised.kind.as_str() {
                "ExceptionGroup" => "BaseExceptionGroup",
                kind => kind,
            };
            let class = exceptions::named(kind, vm);
            let mut arguments: Vec<PyObjectRef> = Vec::new();
            if !raised.message.is_empty() || !raised.errors.is_empty() {
                arguments.push(vm.ctx.new_str(raised.message.as_str()).into());
            }
            if !raised.errors.is_empty() {
                let errors = raised.errors.iter();
                let members = errors.map(|error| to_exception(error, vm).into()).collect();
                arguments.push(vm.ctx.new_list(members).into());
            }
            made(class, arguments, vm)
        }
    }
}

/// Calls the class, so that what its `__new__` does is done.
fn made(class: PyTypeRef, arguments: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyBaseExceptionRef {
    match class.as_object().call(arguments, vm) {
        Ok(object) => object
            .downcast()
            .unwrap_or_else(|_| vm.new_runtime_error("an exception that is none".to_owned())),
        Err(exception) => exception,
    }
}

/// Returns Python's `str` of an object.
pub(crate) fn text_of(object: &rustpython_vm::PyObject, vm: &VirtualMachine) -> String {
    object
        .str(vm)
        .map_or_else(|_| "<no text>".to_owned(), |text| text.to_string())
}
