//! What belongs to one event loop: asyncio's `mixins._LoopBoundMixin`.
//!
//! A lock, an event or a queue belongs to the loop in which somebody first had to wait for it. A
//! program has one loop object here, and each `asyncio.run` counts as a loop of its own.

use std::cell::Cell;

use interleave::runtime::Result;
use rustpython_vm::PyObject;

use super::checked;
use crate::session;

/// The number of the loop to which an object belongs; none before anybody waited.
#[derive(Debug, Default)]
pub(super) struct Bound(Cell<Option<u32>>);

impl Bound {
    /// Binds an object to the loop that runs.
    ///
    /// # Errors
    /// `RuntimeError` if it belongs to another one, in asyncio's words.
    pub(super) fn check(&self, object: &PyObject) -> Result<()> {
        checked(|vm| {
            let current = session::running(vm)?.loops.get();
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
