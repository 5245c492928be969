//! Guards the end of a `with` block's handler, in compiled code.
//!
//! When an error leaves a `with` block, code of RustPython 0.5 does not restore the error that was
//! handled before: for the rest of the function the error of the block counts as being handled. So
//! an error that is raised later gets a wrong `__context__`, and a bare `raise` raises the error of
//! the block.
//!
//! CPython guards the last instruction of the block's handler, `RERAISE 2`, by the clean-up that
//! follows (`codegen_with_except_finish`), which restores the earlier error. RustPython's guard
//! ends one instruction too early; an entry of its own makes it longer. The clean-up removes the
//! rest of the stack, so the instruction takes only the error.

use rustpython_vm::bytecode::{
    CodeObject, CodeUnit, ExceptionTableEntry, Instruction, OpArgByte, encode_exception_table,
    find_exception_handler,
};

use crate::source::constants::with_functions;

/// Returns the code of a module, and of all functions in it, with the missing guards.
pub(crate) fn with_reraise_guards(mut code: CodeObject) -> CodeObject {
    let mut units = code.instructions.to_vec();
    let mut guards = Vec::new();
    for at in 0..units.len() {
        if let Some(guard) = missing_guard(&units, at, &code.exceptiontable) {
            units[at].arg = OpArgByte::from(0);
            guards.push(guard);
        }
    }
    if !guards.is_empty() {
        // The first entry that covers an instruction counts.
        let mut table = encode_exception_table(&guards).into_vec();
        table.extend_from_slice(&code.exceptiontable);
        code.exceptiontable = table.into_boxed_slice();
        code.instructions = units.into();
    }
    with_functions(code, with_reraise_guards)
}

/// Returns the entry that an instruction lacks, if the instruction ends a `with` block's handler.
fn missing_guard(units: &[CodeUnit], at: usize, table: &[u8]) -> Option<ExceptionTableEntry> {
    let unit = units[at];
    if !matches!(unit.op, Instruction::Reraise { .. }) || u8::from(unit.arg) != 2 {
        return None;
    }
    // The jump before the instruction asks whether `__exit__` took the error.
    let before = units[..at]
        .iter()
        .rposition(|unit| !matches!(unit.op, Instruction::Cache | Instruction::NotTaken))?;
    let mut guard = find_exception_handler(table, before as u32)?;
    guard.start = at as u32;
    guard.end = at as u32 + 1;
    Some(guard)
}
