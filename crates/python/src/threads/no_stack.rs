//! Where there are no stacks to be had, as in a page: a thread cannot be started.

use std::cell::Cell;
use std::rc::Rc;

use rustpython_vm::{PyResult, VirtualMachine};

/// Calls a function.
///
/// # Errors
/// None.
pub fn with_stacks<R: Send + 'static>(
    function: impl FnOnce() -> R + Send + 'static,
) -> std::io::Result<R> {
    Ok(function())
}

const REFUSAL: &str =
    "can't start new thread: in a page there is one thread; await asyncio.sleep instead";

thread_local! {
    /// Whether a program was told that it gets no thread.
    static IS_REFUSED: Cell<bool> = const { Cell::new(false) };
}

/// Returns what a program was told that got no thread, and so may wait for one for ever.
pub(crate) fn refusal() -> Option<&'static str> {
    IS_REFUSED.get().then_some(REFUSAL)
}

#[derive(Default)]
pub(super) struct Stacks;

pub(super) enum Stack {}

impl Stacks {
    pub(super) fn take(&self, vm: &VirtualMachine) -> PyResult<Rc<Stack>> {
        IS_REFUSED.set(true);
        Err(vm.new_runtime_error(REFUSAL))
    }

    pub(super) fn give_back(&self, _stack: Rc<Stack>) {}

    pub(super) fn close(&self) {}
}

impl Stack {
    pub(super) fn give(&self, _job: impl FnOnce(&VirtualMachine) + 'static) {
        match *self {}
    }

    pub(super) fn go_on(&self) -> bool {
        match *self {}
    }
}

pub(super) fn give_control_back() {}
