//! Context variables: each task runs in a copy of the context in which it was created.
//!
//! A program that never imports `contextvars` pays nothing for them.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

/// Copies the current context, if the program uses contexts.
pub(in crate::asyncio) fn copy(vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    let modules = vm.sys_module.get_attr("modules", vm)?;
    let module = modules.get_item("_contextvars", vm).ok();
    let copied = module.map(|module| vm.call_method(&module, "copy_context", ()));
    copied.transpose()
}

pub(super) fn given_or_copy(
    given: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<Option<PyObjectRef>> {
    given.map_or_else(|| copy(vm), |context| Ok(Some(context)))
}

/// Runs a coroutine in a context, to its next `yield` or its end.
pub(super) fn step(
    context: &PyObject,
    coroutine: &PyObject,
    thrown: Option<PyBaseExceptionRef>,
    vm: &VirtualMachine,
) -> PyResult<PyIterReturn> {
    let (method, argument) = match thrown {
        None => ("send", vm.ctx.none()),
        Some(exception) => ("throw", exception.into()),
    };
    let method = coroutine.get_attr(method, vm)?;
    let result = vm.call_method(context, "run", (method, argument));
    PyIterReturn::from_pyresult(result, vm)
}

pub(in crate::asyncio) fn call(
    context: Option<&PyObjectRef>,
    function: &PyObject,
    mut arguments: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    match context {
        None => function.call(arguments, vm),
        Some(context) => {
            arguments.args.insert(0, function.to_owned());
            context.get_attr("run", vm)?.call(arguments, vm)
        }
    }
}
