//! Tracebacks as Python prints them, with the lines of the program's source.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyListRef};
use rustpython_vm::{PyResult, VirtualMachine};

use crate::{error, session, wording};

/// Returns an exception as Python prints it, with an end of line.
pub(crate) fn text(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> String {
    formatted(exception, vm).unwrap_or_else(|_| {
        let mut text = String::new();
        let _ = vm.write_exception(&mut text, exception);
        text
    })
}

fn formatted(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult<String> {
    know_program(vm)?;
    wording::put_right(exception, vm);
    let traceback = vm.import("traceback", 0)?;
    let lines = vm.call_method(&traceback, "format_exception", (exception.clone(),))?;
    let lines: PyListRef = lines
        .downcast()
        .map_err(|_| vm.new_type_error("no list of lines".to_owned()))?;
    let lines = lines.borrow_vec();
    Ok(lines.iter().map(|line| error::text_of(line, vm)).collect())
}

/// Lets tracebacks find the program's source, which is on no disk.
pub(crate) fn know_program(vm: &VirtualMachine) -> PyResult<()> {
    let Some(session) = session::open() else {
        return Ok(());
    };
    if !session.is_known.replace(true) {
        know(&session.program.file, &session.program.source, vm)?;
    }
    Ok(())
}

/// Lets tracebacks find the source of a file.
fn know(file: &str, source: &str, vm: &VirtualMachine) -> PyResult<()> {
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
        vm.ctx.new_str(file).into(),
    ]);
    cache.set_item(file, entry.into(), vm)
}
