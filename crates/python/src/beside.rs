//! Modules of the program itself: files beside its main one, which the host finds.
//!
//! The library's own modules come first: a program cannot hide one behind a file of its own.

use rustpython_vm::builtins::{PyCode, PyDictRef, PyStrRef};
use rustpython_vm::{PyObjectRef, PyRef, PyResult, VirtualMachine};

use crate::compiling::compiled_module;
use crate::program::Program;
use crate::session;

/// Lets `import` find what the host knows, and tracebacks the lines of `program`, whose names are
/// in `main`.
pub(crate) fn watch(program: &Program, main: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
    let beside = vm.import("_beside", 0)?;
    let find = vm.new_function("find", find);
    let code = vm.new_function("code", code);
    let (file, source) = (program.file.as_str(), program.source.as_str());
    vm.call_method(&beside, "install", (find, code, main, file, source))
        .map(drop)
}

/// Returns the file, the source and whether it is a package; `None` if the host knows no such
/// module.
fn find(name: PyStrRef, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    let session = session::current(vm)?;
    let Some(module) = session.host.module(&name.to_string_lossy()) else {
        return Ok(None);
    };
    let found = vec![
        vm.ctx.new_str(module.file).into(),
        vm.ctx.new_str(module.source).into(),
        vm.ctx.new_bool(module.is_package).into(),
    ];
    Ok(Some(vm.ctx.new_tuple(found).into()))
}

/// Compiles the text of such a module.
fn code(source: PyStrRef, file: PyStrRef, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
    compiled_module(&source.to_string_lossy(), &file.to_string_lossy(), vm)
}
