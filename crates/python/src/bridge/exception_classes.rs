//! Python's exception classes, by their names.

use rustpython_vm::builtins::PyTypeRef;
use rustpython_vm::{PyObjectRef, VirtualMachine};

use crate::session;

/// Returns asyncio's `CancelledError`.
pub(crate) fn cancelled_error(vm: &VirtualMachine) -> PyTypeRef {
    match session::open() {
        Some(session) => session.cancelled_error.clone(),
        None => class_named("CancelledError", vm),
    }
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
