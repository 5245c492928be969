//! `1 << n` and `a ** n`: integers of too many digits.

use std::cell::Cell;

use rustpython_vm::builtins::PyInt;
use rustpython_vm::protocol::{PyNumberBinaryFunc, PyNumberTernaryFunc};
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

use super::check;

thread_local! {
    static SHIFT: Cell<Option<PyNumberBinaryFunc>> = const { Cell::new(None) };
    static POWER: Cell<Option<PyNumberTernaryFunc>> = const { Cell::new(None) };
}

pub(super) fn install(vm: &VirtualMachine) {
    let slots = &vm.ctx.types.int_type.slots.as_number;
    SHIFT.set(slots.lshift.load());
    POWER.set(slots.power.load());
    slots.lshift.store(Some(shift));
    slots.right_lshift.store(Some(shift));
    slots.power.store(Some(power));
    slots.right_power.store(Some(power));
}

fn shift(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(original) = SHIFT.get() else {
        return Ok(vm.ctx.not_implemented());
    };
    if let Some((bits, by)) = sizes(a, b, vm) {
        check((bits + by) / 8, vm)?;
    }
    original(a, b, vm)
}

fn power(a: &PyObject, b: &PyObject, modulus: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(original) = POWER.get() else {
        return Ok(vm.ctx.not_implemented());
    };
    if vm.is_none(modulus)
        && let Some((bits, exponent)) = sizes(a, b, vm)
    {
        // A number of n bits is at least 2 to the power of n - 1.
        check((bits - 1).saturating_mul(exponent) / 8, vm)?;
    }
    original(a, b, modulus, vm)
}

/// Returns how many bits the first integer has, and the second one's value; none where the result is
/// small whatever the second is.
fn sizes(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> Option<(u128, u128)> {
    let (a, b) = (a.downcast_ref::<PyInt>()?, b.downcast_ref::<PyInt>()?);
    let bits = a.as_bigint().bits();
    // What fits no 64 bits asks for more than any memory.
    let value = b.try_to_primitive::<i64>(vm).unwrap_or(i64::MAX);
    let value = u128::try_from(value).ok()?;
    (bits > 0).then_some((bits.into(), value))
}
