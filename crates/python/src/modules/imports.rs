//! Imports of files beside the program, which the host finds.
//!
//! The library's own modules come first: a program cannot replace one by a file of its own.

use rustpython_vm::builtins::{PyCode, PyDictRef, PyStrRef};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyObjectRef, PyRef, PyResult, VirtualMachine};

use crate::bridge::text_of;
use crate::session::{self, Program};
use crate::source::compile_module;

/// Lets `import` find the modules that the host knows, and tracebacks the lines of `program`, whose
/// global names are in `main`.
pub(crate) fn watch_imports(
    program: &Program,
    main: PyDictRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let imports = vm.import("_program_imports", 0)?;
    let find = vm.new_function("find", find);
    let code = vm.new_function("code", code);
    let native = vm.new_function("native", native);
    let (file, source) = (program.file.as_str(), program.source.as_str());
    vm.call_method(
        &imports,
        "install",
        (find, code, native, main, file, source),
    )
    .map(drop)
}

/// Returns a function of the interpreter's own kind, as CPython has them, that calls one of Python.
fn native(function: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let name = text_of(&*function.get_attr("__name__", vm)?, vm);
    let name = if name == "open" { "open" } else { "input" };
    let made = vm.new_function(name, move |args: FuncArgs, vm: &VirtualMachine| {
        function.call(args, vm)
    });
    let made: PyObjectRef = made.into();
    made.set_attr("__module__", vm.ctx.new_str("builtins"), vm)?;
    Ok(made)
}

/// Returns a module's file, its source and whether it is a package; `None` if the host knows no
/// such module.
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

fn code(source: PyStrRef, file: PyStrRef, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
    compile_module(&source.to_string_lossy(), &file.to_string_lossy(), vm)
}
