//! What a program's text calls where it writes a set of constants, or puts a star before a value
//! (`crates/python/src/source/displays.rs`).

use rustpython_vm::builtins::PySet;
use rustpython_vm::function::PosArgs;
use rustpython_vm::{AsObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::known;
use super::reading;
use super::table::Table;

/// Makes the set of its arguments. CPython's compiler makes a frozen set of them, of which the program makes
/// a set each time. No program can write this name.
pub(crate) const CONSTANTS: &str = "<set of constants>";

/// Returns its argument, or its elements if it is a set.
pub(crate) const IN_ORDER: &str = "<in order>";

pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let of_constants = vm.new_function(CONSTANTS, of_constants);
    vm.builtins.set_attr(CONSTANTS, of_constants, vm)?;
    let in_order = vm.new_function(IN_ORDER, |object: PyObjectRef, vm: &VirtualMachine| {
        reading::for_reading(&object, vm).unwrap_or(object)
    });
    vm.builtins.set_attr(IN_ORDER, in_order, vm)
}

fn of_constants(elements: PosArgs, vm: &VirtualMachine) -> PyResult {
    let set = PySet::default().into_ref(&vm.ctx);
    for element in elements.into_iter() {
        set.add(element, vm)?;
    }
    if let Some(constant) = known::table_of(set.as_object(), vm) {
        let mut table = Table::new();
        table.merge(&constant, vm);
        known::keep(set.as_object(), table, vm);
    }
    Ok(set.into())
}
