//! `float ** float` that leaves the range: CPython hands on the words of the C library.

use std::cell::Cell;

use rustpython_vm::protocol::PyNumberTernaryFunc;
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine};

use crate::bridge::new_exception;

/// What C calls `ERANGE`, with its number.
const OUT_OF_RANGE: (i32, &str) = (34, "Numerical result out of range");

thread_local! {
    static POWER: Cell<Option<PyNumberTernaryFunc>> = const { Cell::new(None) };
    static RIGHT_POWER: Cell<Option<PyNumberTernaryFunc>> = const { Cell::new(None) };
}

pub(super) fn mend(vm: &VirtualMachine) {
    let slots = &vm.ctx.types.float_type.slots.as_number;
    POWER.set(slots.power.swap(Some(power)));
    RIGHT_POWER.set(slots.right_power.swap(Some(right_power)));
}

fn power(a: &PyObject, b: &PyObject, modulus: &PyObject, vm: &VirtualMachine) -> PyResult {
    in_words_of_c(POWER.get(), a, b, modulus, vm)
}

fn right_power(a: &PyObject, b: &PyObject, modulus: &PyObject, vm: &VirtualMachine) -> PyResult {
    in_words_of_c(RIGHT_POWER.get(), a, b, modulus, vm)
}

fn in_words_of_c(
    original: Option<PyNumberTernaryFunc>,
    a: &PyObject,
    b: &PyObject,
    modulus: &PyObject,
    vm: &VirtualMachine,
) -> PyResult {
    let Some(original) = original else {
        return Ok(vm.ctx.not_implemented());
    };
    original(a, b, modulus, vm).map_err(|exception| {
        let overflow_error = vm.ctx.exceptions.overflow_error;
        let is_range = exception.fast_isinstance(overflow_error)
            && exception
                .as_object()
                .str(vm)
                .is_ok_and(|text| text.to_string_lossy() == "math range error");
        if is_range {
            new_exception(overflow_error.to_owned(), OUT_OF_RANGE, vm)
        } else {
            exception
        }
    })
}
