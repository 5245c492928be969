//! Tracebacks as Python prints them, with the lines of the program's source.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{PyResult, VirtualMachine};

use super::errors::{give_cpython_wording, text_of};
use crate::session;

/// Returns an exception as Python prints it, with an end of line.
pub(crate) fn formatted(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> String {
    with_source(exception, vm).unwrap_or_else(|_| {
        let mut text = String::new();
        let _ = vm.write_exception(&mut text, exception);
        text
    })
}

fn with_source(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult<String> {
    make_source_known(vm)?;
    give_cpython_wording(exception, vm);
    let reports = vm.import("_reports", 0)?;
    let text = vm.call_method(&reports, "formatted", (exception.clone(),))?;
    Ok(text_of(&text, vm))
}

/// Lets tracebacks find the program's source, which is on no disk.
pub(crate) fn make_source_known(vm: &VirtualMachine) -> PyResult<()> {
    let Some(session) = session::open() else {
        return Ok(());
    };
    if session.is_source_known.replace(true) {
        return Ok(());
    }
    let (file, source) = (&session.program.file, &session.program.source);
    let linecache = vm.import("linecache", 0)?;
    let cache = linecache.get_attr("cache", vm)?;
    let lines: Vec<_> = source
        .split_inclusive('\n')
        .map(|line| vm.ctx.new_str(line).into())
        .collect();
    let entry = vm.ctx.new_tuple(vec![
        vm.ctx.new_int(source.len()).into(),
        vm.ctx.none(),
        vm.ctx.new_list(lines).into(),
        vm.ctx.new_str(file.as_str()).into(),
    ]);
    cache.set_item(file.as_str(), entry.into(), vm)
}
