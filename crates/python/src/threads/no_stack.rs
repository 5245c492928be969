//! Where there are no stacks to be had, as in a page: a thread cannot be started.

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

#[derive(Default)]
pub(super) struct Stacks;

pub(super) enum Stack {}

impl Stacks {
    pub(super) fn take(&self, vm: &VirtualMachine) -> PyResult<Rc<Stack>> {
        let message =
            "can't start new thread: in a page there is one thread; await asyncio.sleep instead";
        Err(vm.new_runtime_error(message))
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
