//! What a program finds beside `asyncio`: the module `interleave`, files beside the program, the
//! run's clock, and the standard streams.

mod imports;
mod interleave;
mod streams;
mod time;
mod wall_time;

use rustpython_vm::{PyResult, VirtualMachine};

pub(crate) use imports::watch_imports;
pub(crate) use interleave::module_def;
pub(crate) use streams::print_unfinished_line;

/// Puts the standard streams and the run's clock into Python's own modules.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    streams::install(vm)?;
    time::install(vm)?;
    wall_time::install(vm)
}
