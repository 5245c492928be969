//! The exceptions of asyncio.

use rustpython_vm::builtins::PyModule;
use rustpython_vm::{Py, PyResult, VirtualMachine};

/// Adds the classes to the module.
pub(super) fn add_to(module: &Py<PyModule>, vm: &VirtualMachine) -> PyResult<()> {
    let builtin = &vm.ctx.exceptions;
    for (name, base) in [
        ("CancelledError", builtin.base_exception_type),
        ("InvalidStateError", builtin.exception_type),
        ("SendfileNotAvailableError", builtin.runtime_error),
        ("IncompleteReadError", builtin.eof_error),
        ("LimitOverrunError", builtin.exception_type),
        ("BrokenBarrierError", builtin.runtime_error),
        ("QueueEmpty", builtin.exception_type),
        ("QueueFull", builtin.exception_type),
        ("QueueShutDown", builtin.exception_type),
    ] {
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
