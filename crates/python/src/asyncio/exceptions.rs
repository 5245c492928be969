//! The exceptions of asyncio.

use rustpython_vm::builtins::{PyModule, PyTypeRef};
use rustpython_vm::{Py, PyObjectRef, PyResult, VirtualMachine};

/// Names, and whose children they are.
const CLASSES: [(&str, Base); 9] = [
    ("CancelledError", Base::Root),
    ("InvalidStateError", Base::Exception),
    ("SendfileNotAvailableError", Base::RuntimeError),
    ("IncompleteReadError", Base::EofError),
    ("LimitOverrunError", Base::Exception),
    ("BrokenBarrierError", Base::RuntimeError),
    ("QueueEmpty", Base::Exception),
    ("QueueFull", Base::Exception),
    ("QueueShutDown", Base::Exception),
];

#[derive(Clone, Copy)]
enum Base {
    Root,
    Exception,
    RuntimeError,
    EofError,
}

/// Adds the classes to the module.
pub(super) fn add_to(module: &Py<PyModule>, vm: &VirtualMachine) -> PyResult<()> {
    let builtin = &vm.ctx.exceptions;
    for (name, base) in CLASSES {
        let base = match base {
            Base::Root => builtin.base_exception_type,
            Base::Exception => builtin.exception_type,
            Base::RuntimeError => builtin.runtime_error,
            Base::EofError => builtin.eof_error,
        };
        let home = if name.starts_with("Queue") {
            "asyncio.queues"
        } else {
            "asyncio.exceptions"
        };
        let class = vm
            .ctx
            .new_exception_type(home, name, Some(vec![base.to_owned()]));
        module.set_attr(name, class, vm)?;
    }
    module.set_attr("TimeoutError", builtin.timeout_error.to_owned(), vm)
}

/// Returns asyncio's `CancelledError`.
pub(crate) fn cancelled_error(vm: &VirtualMachine) -> PyTypeRef {
    match crate::session::open() {
        Some(session) => session.cancelled_error.clone(),
        None => named("CancelledError", vm),
    }
}

/// Returns the class of a name: asyncio's, or a built-in one.
pub(crate) fn named(name: &str, vm: &VirtualMachine) -> PyTypeRef {
    let name = vm.ctx.intern_str(name);
    let of = |module: PyObjectRef| module.get_attr(name, vm).ok()?.downcast().ok();
    vm.import("asyncio", 0)
        .ok()
        .and_then(of)
        .or_else(|| of(vm.builtins.clone().into()))
        .unwrap_or_else(|| vm.ctx.exceptions.runtime_error.to_owned())
}
