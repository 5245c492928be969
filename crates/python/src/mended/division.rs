//! `0 / -1`, which is a negative zero.

use std::cell::Cell;

use rustpython_vm::builtins::PyInt;
use rustpython_vm::protocol::PyNumberBinaryFunc;
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

thread_local! {
    static TRUE_DIVIDE: Cell<Option<PyNumberBinaryFunc>> = const { Cell::new(None) };
    static RIGHT_TRUE_DIVIDE: Cell<Option<PyNumberBinaryFunc>> = const { Cell::new(None) };
}

pub(super) fn mend(vm: &VirtualMachine) {
    let slots = &vm.ctx.types.int_type.slots.as_number;
    TRUE_DIVIDE.set(slots.true_divide.swap(Some(true_divide)));
    RIGHT_TRUE_DIVIDE.set(slots.right_true_divide.swap(Some(right_true_divide)));
}

fn true_divide(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    signed(TRUE_DIVIDE.get(), a, b, vm)
}

fn right_true_divide(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    signed(RIGHT_TRUE_DIVIDE.get(), a, b, vm)
}

fn signed(
    original: Option<PyNumberBinaryFunc>,
    a: &PyObject,
    b: &PyObject,
    vm: &VirtualMachine,
) -> PyResult {
    let number = |object: &PyObject| {
        object
            .downcast_ref::<PyInt>()?
            .try_to_primitive::<i64>(vm)
            .ok()
    };
    if number(a) == Some(0) && number(b).is_some_and(|b| b < 0) {
        return Ok(vm.ctx.new_float(-0.0).into());
    }
    match original {
        Some(original) => original(a, b, vm),
        None => Ok(vm.ctx.not_implemented()),
    }
}
