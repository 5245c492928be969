//! Complaints: what asyncio logs of errors that nobody took, in CPython's words.

use interleave::runtime::Error;
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::vm::thread;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use crate::session::Session;
use crate::{error, traceback};

/// Writes of an error that nobody looked at.
pub(crate) fn exception(session: &Session, head: &str, detail: Option<&str>, error: &Error) {
    thread::with_current_vm(|vm| {
        let exception = error::to_exception(error, vm);
        tell(session, head, detail, &exception, vm);
    });
}

/// Writes of an error that a callback raised.
pub(crate) fn of_callback(
    session: &Session,
    head: &str,
    handle: &str,
    exception: &PyBaseExceptionRef,
    vm: &VirtualMachine,
) {
    tell(session, head, Some(handle), exception, vm);
}

/// Writes of what a program complains of itself: `loop.default_exception_handler`.
pub(crate) fn of_context(
    session: &Session,
    context: &PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let get = |key: &str| vm.call_method(context, "get", (key,));
    let message = get("message")?;
    let mut text = if vm.is_none(&message) {
        "Unhandled exception in event loop".to_owned()
    } else {
        error::text_of(&message, vm)
    };
    text.push('\n');
    let names: Vec<PyObjectRef> = vm
        .ctx
        .types
        .list_type
        .as_object()
        .call((context.clone(),), vm)?
        .try_to_value(vm)?;
    let mut names: Vec<String> = names.iter().map(|name| error::text_of(name, vm)).collect();
    names.sort();
    for name in names {
        if !["message", "exception"].contains(&name.as_str()) {
            let shown = get(&name)?.repr(vm)?;
            text.push_str(&format!("{name}: {shown}\n"));
        }
    }
    if let Ok(exception) = get("exception")?.downcast() {
        text.push_str(&traceback::text(&exception, vm));
    }
    session.host.write_error(&text);
    Ok(())
}

/// Calls the program's own exception handler if it set one, and else writes to the standard error.
pub(crate) fn tell(
    session: &Session,
    head: &str,
    detail: Option<&str>,
    exception: &PyBaseExceptionRef,
    vm: &VirtualMachine,
) {
    let handler = session.exception_handler.borrow().clone();
    if let Some(handler) = handler {
        let written: PyResult<()> = (|| {
            let context = vm.ctx.new_dict();
            context.set_item("message", vm.ctx.new_str(head).into(), vm)?;
            context.set_item("exception", exception.clone().into(), vm)?;
            let event_loop = crate::asyncio::event_loop::of_session(vm)?;
            handler.call((event_loop, context), vm)?;
            Ok(())
        })();
        if written.is_ok() {
            return;
        }
    }
    let mut text = format!("{head}\n");
    if let Some(detail) = detail {
        text.push_str(detail);
        text.push('\n');
    }
    text.push_str(&traceback::text(exception, vm));
    session.host.write_error(&text);
}
