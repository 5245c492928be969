//! Unwinding: compiled code that leaves a `with` block as CPython's does.
//!
//! RustPython 0.5 forgets one thing when an error goes on through the end of a `with` block: the
//! error that is being handled stays the one of that block, for the rest of the function. So what
//! is raised later has a `__context__` that it never had, and a bare `raise` raises what is over.
//!
//! CPython guards the last instruction of the block's handler, `RERAISE 2`, by the clean-up that
//! follows (`codegen_with_except_finish`), which puts the error of before back. Here the guard ends
//! one instruction too early; it is made longer by an entry of its own. The clean-up takes away
//! what is on the stack, so the instruction takes nothing more than the error.

use rustpython_vm::bytecode::{
    CodeObject, CodeUnit, ConstantData, ExceptionTableEntry, Instruction, OpArgByte,
    encode_exception_table, find_exception_handler,
};

/// Mends the code of a module, with all functions that are in it.
pub(crate) fn unwound(mut code: CodeObject) -> CodeObject {
    let mut units = code.instructions.to_vec();
    let mut guards = Vec::new();
    for at in 0..units.len() {
        if let Some(guard) = missing_guard(&units, at, &code.exceptiontable) {
            units[at].arg = OpArgByte::from(0);
            guards.push(guard);
        }
    }
    if !guards.is_empty() {
        // Of several entries the first counts.
        let mut table = encode_exception_table(&guards).into_vec();
        table.extend_from_slice(&code.exceptiontable);
        code.exceptiontable = table.into_boxed_slice();
        code.instructions = units.into();
    }
    let constants = code.constants.iter().cloned();
    code.constants = constants.map(unwound_constant).collect();
    code
}

fn unwound_constant(constant: ConstantData) -> ConstantData {
    match constant {
        ConstantData::Code { code } => ConstantData::Code {
            code: Box::new(unwound(*code)),
        },
        constant => constant,
    }
}

/// Returns the entry that an instruction lacks, if it is the last of a `with` block's handler.
fn missing_guard(units: &[CodeUnit], at: usize, table: &[u8]) -> Option<ExceptionTableEntry> {
    let unit = units[at];
    if !matches!(unit.op, Instruction::Reraise { .. }) || u8::from(unit.arg) != 2 {
        return None;
    }
    // Before it stands the jump that asks whether `__exit__` took the error.
    let before = units[..at]
        .iter()
        .rposition(|unit| !matches!(unit.op, Instruction::Cache | Instruction::NotTaken))?;
    let mut guard = find_exception_handler(table, before as u32)?;
    guard.start = at as u32;
    guard.end = at as u32 + 1;
    Some(guard)
}
