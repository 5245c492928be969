//! What the interpreter does otherwise than CPython, put right when it starts: sums and powers of
//! floats, arrays of them, context variables, the order of sets, and the words of some errors. What cannot be put right from outside of the interpreter is
//! listed in `docs/fidelity.md`.
//!
//! A mended type is one of the interpreter's own, whose slots are given other functions before the
//! first class of the library or the program takes them over.

mod array;
mod context_variables;
mod division;
#[cfg(target_family = "wasm")]
mod pageless;
mod power;
mod sets;
mod sum;
mod version;
mod words;

pub(crate) use sets::{CONSTANTS, IN_ORDER};

use std::cell::Cell;

use rustpython_vm::{PyResult, VirtualMachine};

thread_local! {
    /// Whether the types are mended: all interpreters of a thread share them.
    static ARE_TYPES_MENDED: Cell<bool> = const { Cell::new(false) };
}

/// Puts right what can be put right.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    sum::install(vm)?;
    version::install(vm)?;
    #[cfg(target_family = "wasm")]
    pageless::install(vm)?;
    sets::install(vm)?;
    if !ARE_TYPES_MENDED.replace(true) {
        power::mend(vm);
        words::mend(vm);
        array::mend(vm)?;
        context_variables::mend(vm)?;
        division::mend(vm);
        #[cfg(target_family = "wasm")]
        pageless::mend(vm);
        sets::mend(vm);
    }
    Ok(())
}
