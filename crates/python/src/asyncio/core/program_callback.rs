//! Which callbacks are functions of the program, and not asyncio's own.

use interleave::runtime::TaskId;
use rustpython_vm::builtins::PyCode;
use rustpython_vm::{AsObject, Py, PyObject, VirtualMachine};

use crate::asyncio::core::PyFuture;
use crate::asyncio::core::callbacks::as_task;

/// Returns the task whose end calls a function of the program; none for asyncio's own functions, and
/// for a future that is no task.
pub(in crate::asyncio) fn task_of(
    future: &Py<PyFuture>,
    function: &PyObject,
    vm: &VirtualMachine,
) -> Option<TaskId> {
    let task = as_task(future.as_object())?;
    (!is_of_asyncio(function, vm)).then(|| task.id())
}

/// Says whether a function, a method or a partial call is of one of asyncio's modules: their code has
/// the module's name for a file.
fn is_of_asyncio(function: &PyObject, vm: &VirtualMachine) -> bool {
    let inner = ["__func__", "func"]
        .iter()
        .find_map(|name| vm.get_attribute_opt(function, *name).ok().flatten());
    if let Some(inner) = inner {
        return is_of_asyncio(&inner, vm);
    }
    let code = function.get_attr("__code__", vm).ok();
    let code = code.and_then(|code| code.downcast::<PyCode>().ok());
    code.is_some_and(|code| {
        let file = code.source_path().as_str();
        file.starts_with("asyncio") && !file.ends_with(".py")
    })
}
