//! `[0] * n`, `"x" * n` and the like.

use std::cell::Cell;

use rustpython_vm::builtins::{PyByteArray, PyBytes, PyList, PyStr, PyTuple};
use rustpython_vm::protocol::PySequence;
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

use super::check;

type Repeat = fn(PySequence<'_>, isize, &VirtualMachine) -> PyResult;

/// Lets a type's `*` and `*=` ask before they repeat a value.
macro_rules! ask {
    ($vm:expr, $type:ident, $bytes:expr) => {{
        thread_local! {
            static REPEAT: Cell<Option<Repeat>> = const { Cell::new(None) };
            static REPEAT_IN_PLACE: Cell<Option<Repeat>> = const { Cell::new(None) };
        }
        fn repeat(value: PySequence<'_>, count: isize, vm: &VirtualMachine) -> PyResult {
            asked(REPEAT.get(), $bytes, value, count, vm)
        }
        fn repeat_in_place(value: PySequence<'_>, count: isize, vm: &VirtualMachine) -> PyResult {
            asked(REPEAT_IN_PLACE.get(), $bytes, value, count, vm)
        }
        let slots = &$vm.ctx.types.$type.slots.as_sequence;
        if let Some(original) = slots.repeat.load() {
            REPEAT.set(Some(original));
            slots.repeat.store(Some(repeat));
        }
        if let Some(original) = slots.inplace_repeat.load() {
            REPEAT_IN_PLACE.set(Some(original));
            slots.inplace_repeat.store(Some(repeat_in_place));
        }
    }};
}

pub(super) fn install(vm: &VirtualMachine) {
    ask!(vm, list_type, |value| references(
        value.downcast_ref::<PyList>()?.borrow_vec().len()
    ));
    ask!(vm, tuple_type, |value| references(
        value.downcast_ref::<PyTuple>()?.len()
    ));
    ask!(vm, str_type, |value| Some(
        value.downcast_ref::<PyStr>()?.byte_len()
    ));
    ask!(vm, bytes_type, |value| Some(
        value.downcast_ref::<PyBytes>()?.as_bytes().len()
    ));
    ask!(vm, bytearray_type, |value| Some(
        value.downcast_ref::<PyByteArray>()?.borrow_buf().len()
    ));
}

fn references(count: usize) -> Option<usize> {
    count.checked_mul(size_of::<usize>())
}

fn asked(
    original: Option<Repeat>,
    bytes: fn(&PyObject) -> Option<usize>,
    value: PySequence<'_>,
    count: isize,
    vm: &VirtualMachine,
) -> PyResult {
    let Some(original) = original else {
        return Ok(vm.ctx.not_implemented());
    };
    if let (Some(bytes), Ok(count)) = (bytes(value.obj), u128::try_from(count)) {
        check(bytes as u128 * count, vm)?;
    }
    original(value, count, vm)
}
