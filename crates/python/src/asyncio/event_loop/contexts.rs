//! Context variables: each task, and each callback, runs in a context of its own.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::asyncio::state;

/// `contextvars.copy_context`.
pub(in crate::asyncio) fn copy_context(vm: &VirtualMachine) -> PyResult {
    state::current(vm)?.1.classes(vm)?.copy_context.call((), vm)
}

/// Calls a function in a context.
pub(in crate::asyncio) fn call_in(
    context: &PyObject,
    function: &PyObject,
    arguments: Vec<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult {
    if vm.is_none(context) {
        return function.call(FuncArgs::from(arguments), vm);
    }
    let mut all = vec![function.to_owned()];
    all.extend(arguments);
    vm.call_method(context, "run", FuncArgs::from(all))
}

/// Runs a coroutine in a context, to its next `yield` or its end.
pub(in crate::asyncio) fn step_in(
    context: &PyObject,
    coroutine: &PyObject,
    thrown: Option<PyBaseExceptionRef>,
    vm: &VirtualMachine,
) -> PyResult<PyIterReturn> {
    let (_, state) = state::current(vm)?;
    let names = &state.classes(vm)?.names;
    let (method, argument) = match thrown {
        None => (names.send, vm.ctx.none()),
        Some(exception) => (names.throw, exception.into()),
    };
    let method = coroutine.get_attr(method, vm)?;
    let run = context.get_attr(names.run, vm)?;
    let result = run.call((method, argument), vm);
    PyIterReturn::from_pyresult(result, vm)
}
