//! `|`, `&`, `-` and `^` of sets, and what they do in place.

use std::cell::Cell;

use rustpython_vm::builtins::PyType;
use rustpython_vm::protocol::PyNumberBinaryFunc;
use rustpython_vm::{Py, PyObject, PyResult, VirtualMachine};

use super::known;
use super::operation::{self, Operand, Operation, is_set};

type Originals = Cell<[Option<PyNumberBinaryFunc>; 4]>;

thread_local! {
    /// In the order of [`OPERATIONS`].
    static OF_SETS: Originals = const { Cell::new([None; 4]) };
    static OF_FROZEN_SETS: Originals = const { Cell::new([None; 4]) };
    static IN_PLACE: Originals = const { Cell::new([None; 4]) };
}

const OPERATIONS: [Operation; 4] = [
    Operation::Union,
    Operation::Intersection,
    Operation::Difference,
    Operation::SymmetricDifference,
];

pub(super) fn mend(vm: &VirtualMachine) {
    let types = &vm.ctx.types;
    OF_SETS.set(swap(
        types.set_type,
        [new::<0>, new::<1>, new::<2>, new::<3>],
    ));
    OF_FROZEN_SETS.set(swap(
        types.frozenset_type,
        [frozen::<0>, frozen::<1>, frozen::<2>, frozen::<3>],
    ));
    let slots = &types.set_type.slots.as_number;
    IN_PLACE.set([
        slots.inplace_or.swap(Some(in_place::<0>)),
        slots.inplace_and.swap(Some(in_place::<1>)),
        slots.inplace_subtract.swap(Some(in_place::<2>)),
        slots.inplace_xor.swap(Some(in_place::<3>)),
    ]);
}

fn swap(class: &Py<PyType>, mended: [PyNumberBinaryFunc; 4]) -> [Option<PyNumberBinaryFunc>; 4] {
    let slots = &class.slots.as_number;
    let [union, intersection, difference, symmetric] = mended;
    // The interpreter asks the right operand's slot, where its class is another.
    slots.right_or.store(slots.right_or.load().map(|_| union));
    slots
        .right_and
        .store(slots.right_and.load().map(|_| intersection));
    slots
        .right_subtract
        .store(slots.right_subtract.load().map(|_| difference));
    slots
        .right_xor
        .store(slots.right_xor.load().map(|_| symmetric));
    [
        slots.or.swap(Some(union)),
        slots.and.swap(Some(intersection)),
        slots.subtract.swap(Some(difference)),
        slots.xor.swap(Some(symmetric)),
    ]
}

fn new<const N: usize>(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    made(OF_SETS.get()[N], OPERATIONS[N], a, b, vm)
}

fn frozen<const N: usize>(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    made(OF_FROZEN_SETS.get()[N], OPERATIONS[N], a, b, vm)
}

fn made(
    original: Option<PyNumberBinaryFunc>,
    operation: Operation,
    a: &PyObject,
    b: &PyObject,
    vm: &VirtualMachine,
) -> PyResult {
    let Some(original) = original else {
        return Ok(vm.ctx.not_implemented());
    };
    let result = original(a, b, vm)?;
    if is_set(&result, vm)
        && let Some(table) = known::table_of(a, vm)
        && let Some(operand) = Operand::of(b, a, vm)
    {
        let table = operation::apply(operation, &table, &[operand], vm);
        known::keep(&result, table, vm);
    }
    Ok(result)
}

fn in_place<const N: usize>(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(original) = IN_PLACE.get()[N] else {
        return Ok(vm.ctx.not_implemented());
    };
    let operand = is_set(b, vm).then(|| Operand::of(b, a, vm)).flatten();
    let table = operand.and_then(|operand| {
        let mut table = known::take_or_make(a, vm)?;
        operation::change(OPERATIONS[N], &mut table, &[operand], vm);
        Some(table)
    });
    let result = original(a, b, vm)?;
    if let Some(table) = table {
        known::keep(a, table, vm);
    }
    Ok(result)
}
