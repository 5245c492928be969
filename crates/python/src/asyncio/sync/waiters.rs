//! What objects of synchronization share: the loop of the tasks that wait for them, and how they show
//! the number of these tasks.

use std::cell::Cell;

use interleave::runtime::Result;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, VirtualMachine};

use crate::bridge::{checked, text_of};
use crate::session;

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

pub(super) fn lock_state(is_locked: bool) -> &'static str {
    if is_locked { "locked" } else { "unlocked" }
}

/// The number of the loop to which an object belongs; none before a task waited for the object:
/// asyncio's `mixins._LoopBoundMixin`.
///
/// A program has one loop object here, and each `asyncio.run` counts as a loop of its own.
#[derive(Debug, Default)]
pub(super) struct LoopBinding(Cell<Option<u32>>);

impl LoopBinding {
    /// Binds an object to the running loop.
    /// Errors: `RuntimeError`, in asyncio's words, if the object belongs to another loop.
    pub(super) fn check(&self, object: &PyObject) -> Result<()> {
        checked(|vm| {
            let current = session::running(vm)?.closed_loops.get();
            match self.0.get() {
                Some(other) if other != current => {
                    let shown = object.repr(vm)?;
                    Err(vm.new_runtime_error(format!("{shown} is bound to a different event loop")))
                }
                _ => {
                    self.0.set(Some(current));
                    Ok(())
                }
            }
        })
    }
}
