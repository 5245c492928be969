//! Changes the constants of compiled code, among which are the functions in it.

use rustpython_vm::compiler::core::bytecode::{CodeObject, ConstantData};

/// Returns the code with each of its constants changed.
pub(super) fn with_constants(
    mut code: CodeObject,
    change: impl FnMut(ConstantData) -> ConstantData,
) -> CodeObject {
    let constants = code.constants.iter().cloned();
    code.constants = constants.map(change).collect();
    code
}

/// Returns the code with each function among its constants changed.
pub(super) fn with_functions(
    code: CodeObject,
    change: impl Fn(CodeObject) -> CodeObject,
) -> CodeObject {
    with_constants(code, |constant| match constant {
        ConstantData::Code { code } => {
            let code = Box::new(change(*code));
            ConstantData::Code { code }
        }
        constant => constant,
    })
}
