//! The order of sets of numbers, which in CPython follows from the hashes of their elements: what a set
//! shows, gives and pops comes in the order of CPython's table.
//!
//! The interpreter keeps elements in the order in which they were put in. Where all elements are numbers, or
//! tuples or frozen sets of them, their table is made from it. Sets of other elements keep their order:
//! CPython's is another in each run.

mod display;
mod known;
mod methods;
mod operation;
mod operators;
mod reading;
mod table;

use rustpython_vm::{PyResult, VirtualMachine};

/// The hash of an element.
type Hash = i64;

pub(crate) use display::{CONSTANTS, IN_ORDER};

/// Gives a program's builtins the functions that its displays call.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    reading::install(vm)?;
    display::install(vm)
}

/// Mends the types, which all interpreters of a thread share.
pub(super) fn mend(vm: &VirtualMachine) {
    reading::mend(vm);
    operators::mend(vm);
    methods::mend(vm);
}
