//! The binding of an object to one event loop: asyncio's `mixins._LoopBoundMixin`.
//!
//! A lock, an event or a queue belongs to the loop in which a task first has to wait for the object.
//! A program has one loop object here, and each `asyncio.run` counts as a loop of its own.

use std::cell::Cell;

use interleave::runtime::Result;
use rustpython_vm::PyObject;

use crate::bridge::checked;
use crate::session;

/// The number of the loop to which an object belongs; none before a task waited for the object.
#[derive(Debug, Default)]
pub(super) struct LoopBinding(Cell<Option<u32>>);

impl LoopBinding {
    /// Binds an object to the running loop.
    ///
    /// # Errors
    /// `RuntimeError`, in asyncio's words, if the object belongs to another loop.
    pub(super) fn check(&self, object: &PyObject) -> Result<()> {
        checked(|vm| {
            let current = session::running(vm)?.closed_loops.get();
            match self.0.get() {
                Some(other) if other != current => {
                    let shown = object.repr(vm)?;
                    let message = format!("{shown} is bound to a different event loop");
                    Err(vm.new_runtime_error(message))
                }
                _ => {
                    self.0.set(Some(current));
                    Ok(())
                }
            }
        })
    }
}
