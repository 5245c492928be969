//! The warning "coroutine … was never awaited", for a program that forgets an `await`.

use interleave::runtime::SourceLocation;
use rustpython_vm::builtins::PyCoroutine;
use rustpython_vm::vm::thread;
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine};

use crate::bridge::{make_source_known, text_of};
use crate::session::{self, program_location};

/// Lets Python's own coroutines warn when they are dropped without having started.
pub(crate) fn watch_coroutines(vm: &VirtualMachine) {
    let slots = &vm.ctx.types.coroutine_type.slots;
    slots.del.store(Some(finalize_coroutine));
}

/// Ends a coroutine that nothing refers to any more.
fn finalize_coroutine(object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let Some(coroutine) = object.downcast_ref::<PyCoroutine>() else {
        return Ok(());
    };
    let inner = coroutine.as_coro();
    if inner.closed() || inner.running() {
        return Ok(());
    }
    if inner.frame_opt().is_none_or(|frame| frame.lasti() == 0) {
        // The interpreter's own finalizer closes an unstarted coroutine in the same way.
        inner.closed.store(true);
        let origin = origin_of(object, vm).unwrap_or_default();
        let name = text_of(inner.qualname().as_object(), vm);
        warn(&name, &origin, Some(object), vm);
        return Ok(());
    }
    if let Err(exception) = inner.close(object, vm) {
        vm.run_unraisable(exception, None, object.to_owned());
    }
    Ok(())
}

/// Returns where a coroutine was made, if that was tracked, as asyncio's debug mode does: what a warning says
/// behind its first line.
fn origin_of(coroutine: &PyObject, vm: &VirtualMachine) -> PyResult<String> {
    let origin = coroutine.get_attr("cr_origin", vm)?;
    if vm.is_none(&origin) {
        return Ok(String::new());
    }
    make_source_known(vm)?;
    let reports = vm.import("_reports", 0)?;
    let text = vm.call_method(&reports, "origin", (origin,))?;
    Ok(text_of(&text, vm))
}

/// Warns of a coroutine of this crate.
pub(crate) fn warn_never_awaited(name: &str) {
    if session::open().is_some() {
        thread::with_current_vm(|vm| warn(name, "", None, vm));
    }
}

/// Warns of a coroutine; `object` is it, if Python made it: a warning that the program turns into an error is told
/// as one that nothing can catch.
fn warn(name: &str, origin: &str, object: Option<&PyObject>, vm: &VirtualMachine) {
    let Some(session) = session::open().filter(|session| !session.is_ending.get()) else {
        return;
    };
    let message = format!("coroutine '{name}' was never awaited");
    // If this fails, the warning lacks the line of source, and nothing else.
    let _ = make_source_known(vm);
    let before = session.errors_written.get();
    let category = vm.ctx.exceptions.runtime_warning.to_owned();
    let warned = vm.import("warnings", 0).and_then(|warnings| {
        let arguments = (vm.ctx.new_str(format!("{message}{origin}")), category);
        vm.call_method(&warnings, "warn", arguments)
    });
    let is_shown = warned.is_err() || session.errors_written.get() > before;
    if let (Err(exception), Some(object)) = (&warned, object) {
        vm.run_unraisable(exception.clone(), None, object.to_owned());
    } else if warned.is_err() {
        let location = program_location(vm);
        let location = location.map_or_else(String::new, |location| {
            format!("{}:{}: ", location.file, location.line)
        });
        let text = format!("{location}RuntimeWarning: {message}\n");
        session.host.write_error(&text);
    }
    // A filter of the program, or an equal warning on the same line before, keeps it from being shown.
    if is_shown {
        session.mark_location(vm);
        let text = format!("RuntimeWarning: {message}");
        session.runtime_loop().warn(&text, SourceLocation::NOWHERE);
    }
}
