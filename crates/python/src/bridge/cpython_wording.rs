//! CPython's wording of errors that the interpreter words differently.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, VirtualMachine};

use super::text::text_of;

/// Gives an error that leaves a task or the program CPython's wording. An error that the program
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
        exception.set___context__(cause);
    }
}
