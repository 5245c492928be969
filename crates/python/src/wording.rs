//! What the interpreter says in other words than CPython, put right where an error leaves a task
//! or the program.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, VirtualMachine};

use crate::error;

/// Gives an error CPython's words. One that the program catches before has the interpreter's.
pub(crate) fn put_right(exception: &PyBaseExceptionRef, vm: &VirtualMachine) {
    if !exception.class().is(vm.ctx.exceptions.type_error) {
        return;
    }
    let text = error::text_of(exception.as_object(), vm);
    let kind = text.strip_prefix('\'');
    let kind = kind.and_then(|text| text.strip_suffix("' object can't be awaited"));
    if let Some(kind) = kind {
        let text = format!("object {kind} can't be used in 'await' expression");
        let arguments = vm.ctx.new_tuple(vec![vm.ctx.new_str(text).into()]);
        // The old words stay if the new ones cannot be set.
        let _ = exception.as_object().set_attr("args", arguments, vm);
    }
}
