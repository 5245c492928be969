//! Arguments that several functions of asyncio take.

use rustpython_vm::common::wtf8::Wtf8Buf;
use rustpython_vm::function::{FromArgs, FuncArgs, OptionalOption};
use rustpython_vm::{FromArgs, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::bridge::optional_text;

#[derive(FromArgs)]
pub(super) struct TaskArguments {
    #[pyarg(any)]
    pub(super) coro: PyObjectRef,
    #[pyarg(named, optional)]
    name: OptionalOption<PyObjectRef>,
    #[pyarg(named, optional)]
    context: OptionalOption<PyObjectRef>,
}

impl TaskArguments {
    /// Returns the coroutine, the name and the context of the task.
    pub(super) fn parts(
        self,
        vm: &VirtualMachine,
    ) -> (PyObjectRef, Option<String>, Option<PyObjectRef>) {
        let name = optional_text(self.name.flatten(), vm);
        (self.coro, name, self.context.flatten())
    }
}

/// The arguments of an `__aexit__`: the class, the exception and the traceback.
pub(super) type Raised = (PyObjectRef, PyObjectRef, PyObjectRef);

/// Returns a number of seconds.
/// Errors: `TypeError` for an object that is no number, `ValueError` for NaN.
pub(super) fn seconds(object: &PyObject, vm: &VirtualMachine) -> PyResult<f64> {
    let number = object.try_float(vm)?.to_f64();
    if number.is_nan() {
        return Err(vm.new_value_error("Invalid delay: NaN (not a number)"));
    }
    Ok(number)
}

pub(super) fn optional_seconds(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<f64>> {
    let given = (!vm.is_none(object)).then_some(object);
    given.map(|object| seconds(object, vm)).transpose()
}

/// Binds the arguments of a function that knows these names.
/// Errors: `TypeError`, in Python's words, for other names and for missing arguments.
pub(super) fn expected<T: FromArgs>(
    function: &str,
    names: &[&str],
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult<T> {
    let is_known = |name: &Wtf8Buf| name.as_str().is_ok_and(|name| names.contains(&name));
    match args.kwargs.keys().find(|name| !is_known(name)) {
        None => args.bind(vm),
        Some(name) => {
            let message = format!("{function}() got an unexpected keyword argument '{name}'");
            Err(vm.new_type_error(message))
        }
    }
}

/// Checks that a function was called without arguments.
/// Errors: `TypeError`, in Python's words.
pub(super) fn none_expected(function: &str, args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let named = FuncArgs::new(vec![], args.kwargs.clone());
    expected::<()>(function, &[], named, vm)?;
    if !args.args.is_empty() {
        let given = args.args.len() + 1;
        let message = format!("{function}() takes 1 positional argument but {given} were given");
        return Err(vm.new_type_error(message));
    }
    Ok(())
}
