//! What the interpreter says in other words than CPython, put right where an error leaves a task
//! or the program.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, VirtualMachine};

use crate::error;

/// Gives an error CPython's words. One that the program catches before has the interpreter's.
pub(crate) fn put_right(exception: &PyBaseExceptionRef, vm: &VirtualMachine) {
    if exception.class().is(vm.ctx.exceptions.runtime_error) {
        give_context(exception, vm);
    }
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

/// Gives the error that stands for a `StopIteration` raised in a coroutine its context: CPython sets
/// both that and the cause.
fn give_context(exception: &PyBaseExceptionRef, vm: &VirtualMachine) {
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
