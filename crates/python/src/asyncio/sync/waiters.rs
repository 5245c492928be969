//! How objects of synchronization show the number of tasks that wait for them.

use rustpython_vm::{AsObject, PyObject, PyObjectRef, VirtualMachine};

use crate::bridge::text_of;

/// Makes a list of a length, for programs that read `len(lock._waiters)` and the like.
pub(in crate::asyncio) fn placeholders(length: usize, vm: &VirtualMachine) -> PyObjectRef {
    vm.ctx.new_list(vec![vm.ctx.none(); length]).into()
}

/// Writes an object of synchronization: its class, its state, and the number of waiting tasks.
pub(super) fn repr(object: &PyObject, state: &str, waiters: usize, vm: &VirtualMachine) -> String {
    let class = object.class();
    let module = class.as_object().get_attr("__module__", vm);
    let module = module.map_or_else(|_| String::new(), |module| text_of(&module, vm));
    let waiters = match waiters {
        0 => String::new(),
        n => format!(", waiters:{n}"),
    };
    let (name, id) = (class.name(), object.get_id());
    format!("<{module}.{name} object at {id:#x} [{state}{waiters}]>")
}

/// Returns the state of a lock in its `__repr__`.
pub(super) fn lock_state(is_locked: bool) -> &'static str {
    if is_locked { "locked" } else { "unlocked" }
}
