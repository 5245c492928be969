//! `list(range(n))`: a list whose length is known before its items are.

use std::cell::Cell;

use rustpython_vm::builtins::PyRange;
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::check;

/// How the interpreter calls a type: with the arguments, how many of them have a place, and the names of the
/// others.
type Call =
    fn(&PyObject, Vec<PyObjectRef>, usize, Option<&[PyObjectRef]>, &VirtualMachine) -> PyResult;

thread_local! {
    static CALL: Cell<Option<Call>> = const { Cell::new(None) };
}

/// How many bytes an item takes: its place in the list, and the integer itself.
const ITEM: u128 = 8 + 24;

pub(super) fn install(vm: &VirtualMachine) {
    let slots = &vm.ctx.types.list_type.slots;
    CALL.set(slots.vectorcall.load());
    slots.vectorcall.store(Some(call));
}

fn call(
    class: &PyObject,
    arguments: Vec<PyObjectRef>,
    count: usize,
    names: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    let Some(original) = CALL.get() else {
        return Ok(vm.ctx.not_implemented());
    };
    if let Some(range) = arguments.first()
        && range.downcast_ref::<PyRange>().is_some()
    {
        // A range that is too long for a length is too long for a list.
        let length = range.length(vm).map_or(u128::MAX / ITEM, |it| it as u128);
        check(length * ITEM, vm)?;
    }
    original(class, arguments, count, names, vm)
}
