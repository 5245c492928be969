//! Values that would be larger than the memory that the program may have: the operators that can ask for
//! hundreds of gigabytes in one go ask before, and raise `MemoryError` as CPython does.
//!
//! What grows little by little is watched by the host, through an
//! [`Interrupter`](crate::session::Interrupter).

mod integers;
mod lists;
mod repeated;

use std::cell::Cell;

use rustpython_vm::{PyResult, VirtualMachine};

use crate::session::{self, memory_error};

thread_local! {
    /// Whether the types ask: all interpreters of a thread share them.
    static DO_TYPES_ASK: Cell<bool> = const { Cell::new(false) };
}

/// Lets the operators ask.
pub(crate) fn install(vm: &VirtualMachine) {
    if !DO_TYPES_ASK.replace(true) {
        repeated::install(vm);
        integers::install(vm);
        lists::install(vm);
    }
}

/// From how many bytes on a value is worth a question to the host.
const LARGE: u128 = 16 << 20;

/// Checks that a value of this many bytes may be made.
/// Errors: `MemoryError`.
fn check(bytes: u128, vm: &VirtualMachine) -> PyResult<()> {
    if bytes < LARGE {
        return Ok(());
    }
    match session::open() {
        Some(session) if bytes > u128::from(session.host.memory_left()) => {
            Err(memory_error(&session, vm))
        }
        _ => Ok(()),
    }
}
