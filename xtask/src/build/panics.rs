//! Panics without texts: in a page the text of a panic has no reader.
//!
//! A panic there ends in a trap, and its message goes to a standard error that the target does
//! not have. So every function of the standard library that only begins a panic becomes the trap
//! itself. Then the texts are put together nowhere any more, and what puts them together is left
//! out. What panics, and when, stays as it is.
//!
//! The functions that write values for debugging are then never called, but stay in tables that only
//! panics read. The page's own code writes nothing so (`tests/it/house/rooms.rs`), so that goes, too.

use anyhow::{Result, ensure};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module};

/// Parts of the names of functions that never return.
const BEGINNINGS: [&str; 17] = [
    "4core9panicking",
    "rust_begin_unwind",
    "6option13expect_failed",
    "6option13unwrap_failed",
    "6result13unwrap_failed",
    "4cell22panic_already_borrowed",
    "4cell30panic_already_mutably_borrowed",
    "4lazy14panic_poisoned",
    "3str16slice_error_fail",
    "3str19slice_error_fail_rt",
    "5index16slice_index_fail",
    "17len_mismatch_fail",
    "13assert_failed",
    "7raw_vec12handle_error",
    "7raw_vec17capacity_overflow",
    "5alloc18handle_alloc_error",
    "9smallsort22panic_on_ord_violation",
];

/// Parts of the names of functions that write things for debugging, in both ways of mangling.
const DEBUGGING: [&str; 2] = ["5Debug3fmt", "5DebugEL_"];

/// Makes a module whose panics are traps. It must still have the names of its functions.
pub(super) fn without_words(module: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(module)?;
    for id in beginnings(&module) {
        let local = module.funcs.get(id).kind.unwrap_local();
        let (args, params) = (local.args.clone(), module.types.params(local.ty()).to_vec());
        let results = module.types.results(local.ty()).to_vec();
        let mut trap = FunctionBuilder::new(&mut module.types, &params, &results);
        trap.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(trap.local_func(args));
    }
    Ok(module.emit_wasm())
}

/// Notices that a function was renamed: looks for each of the names in the page's module, which has them
/// all. The module of the exports is smaller, and has fewer.
pub(super) fn check_names(module: &[u8]) -> Result<()> {
    let module = Module::from_buffer(module)?;
    let names: Vec<_> = module
        .funcs
        .iter()
        .filter_map(|function| function.name.as_deref())
        .collect();
    for part in BEGINNINGS.iter().chain(&DEBUGGING) {
        ensure!(
            names.iter().any(|name| name.contains(part)),
            "no function of the page's module has “{part}” in its name: Rust's standard library calls \
             it otherwise now, or the module no longer uses it; correct the lists in xtask/src/build/panics.rs"
        );
    }
    Ok(())
}

fn beginnings(module: &Module) -> Vec<FunctionId> {
    let begins_panic = |(id, function): &(FunctionId, &LocalFunction)| {
        let name = module.funcs.get(*id).name.as_deref().unwrap_or_default();
        let returns_nothing = module.types.results(function.ty()).is_empty();
        let is_beginning = returns_nothing && BEGINNINGS.iter().any(|part| name.contains(part));
        is_beginning || DEBUGGING.iter().any(|part| name.contains(part))
    };
    let found = module.funcs.iter_local().filter(begins_panic);
    found.map(|(id, _)| id).collect()
}
