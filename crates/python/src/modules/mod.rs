//! What a program finds beside `asyncio`: the module `interleave`, files beside the program, the
//! run's clock, and the standard streams.

mod files;
mod imports;
mod interleave;
mod streams;
mod time;
mod web;
mod zones;

use rustpython_vm::class::PyClassImpl;
use rustpython_vm::{PyResult, VirtualMachine};

use crate::asyncio::PyAwait;

pub(crate) use files::look;
pub(crate) use imports::watch_imports;
pub(crate) use interleave::module_def;
pub(crate) use streams::print_unfinished_line;
pub(crate) use web::{fetch_module_def, html_module_def};
pub(crate) use zones::module_def as zones_module_def;

/// Puts the standard streams and the run's clock into Python's own modules.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    // What modules of this crate return when something is awaited.
    let _ = PyAwait::make_static_type();
    streams::install(vm)?;
    time::install(vm)
}
