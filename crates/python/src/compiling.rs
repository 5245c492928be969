//! Compiling the program's files: two faults of the interpreter's compiler are mended, one in the
//! text before and one in the code after.

use rustpython_vm::builtins::PyCode;
use rustpython_vm::bytecode::BasicBag;
use rustpython_vm::compiler::Mode;
use rustpython_vm::{PyRef, PyResult, VirtualMachine};

use crate::mending::mended;
use crate::unwinding::unwound;

/// Compiles the text of a file.
///
/// # Errors
/// `SyntaxError`.
pub(crate) fn compiled(source: &str, file: &str, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
    let code = vm
        .compile(&mended(source), Mode::Exec, file.to_owned())
        .map_err(|error| vm.new_syntax_error(&error, Some(source)))?;
    Ok(vm.ctx.new_code(unwound(code.map_clone_bag(&BasicBag))))
}
