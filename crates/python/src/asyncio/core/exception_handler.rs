//! The loop's exception handler: it reports errors that no task took, in CPython's words.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use crate::bridge::{formatted, text_of};
use crate::session::Session;

/// Reports an error to the program's own handler, and without one to the standard error.
///
/// `detail` is a line that only the standard error gets.
pub(super) fn report(
    session: &Session,
    message: &str,
    detail: Option<&str>,
    exception: &PyBaseExceptionRef,
    vm: &VirtualMachine,
) {
    if call_own_handler(session, message, exception, vm).is_ok_and(|is_called| is_called) {
        return;
    }
    let mut text = format!("{message}\n");
    if let Some(detail) = detail {
        text.push_str(detail);
        text.push('\n');
    }
    text.push_str(&formatted(exception, vm));
    session.host.write_error(&text);
}

/// Calls the program's own handler, and says whether there is one.
fn call_own_handler(
    session: &Session,
    message: &str,
    exception: &PyBaseExceptionRef,
    vm: &VirtualMachine,
) -> PyResult<bool> {
    let handler = session.exception_handler.borrow().clone();
    let Some(handler) = handler else {
        return Ok(false);
    };
    let context = vm.ctx.new_dict();
    context.set_item("message", vm.ctx.new_str(message).into(), vm)?;
    context.set_item("exception", exception.clone().into(), vm)?;
    handler.call((session.event_loop.clone(), context), vm)?;
    Ok(true)
}

/// Writes the context of an error to the standard error: `loop.default_exception_handler`.
pub(super) fn write_context(
    session: &Session,
    context: &PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let get = |key: &str| vm.call_method(context, "get", (key,));
    let message = get("message")?;
    let mut text = if vm.is_none(&message) {
        "Unhandled exception in event loop".to_owned()
    } else {
        text_of(&message, vm)
    };
    text.push('\n');
    let list = vm.ctx.types.list_type.as_object();
    let names: Vec<PyObjectRef> = list.call((context.clone(),), vm)?.try_to_value(vm)?;
    let mut names: Vec<String> = names.iter().map(|name| text_of(name, vm)).collect();
    names.sort();
    for name in names {
        if !["message", "exception"].contains(&name.as_str()) {
            let shown = get(&name)?.repr(vm)?;
            text.push_str(&format!("{name}: {shown}\n"));
        }
    }
    if let Ok(exception) = get("exception")?.downcast() {
        text.push_str(&formatted(&exception, vm));
    }
    session.host.write_error(&text);
    Ok(())
}
