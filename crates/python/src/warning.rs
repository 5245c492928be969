//! "coroutine … was never awaited": who forgets an `await` hears of it.

use rustpython_vm::builtins::PyCoroutine;
use rustpython_vm::vm::thread;
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine};

use crate::{error, place, session};

/// Lets Python's own coroutines warn when they go without having begun.
pub(crate) fn watch_coroutines(vm: &VirtualMachine) {
    vm.ctx
        .types
        .coroutine_type
        .slots
        .del
        .store(Some(forget_coroutine));
}

/// Ends a coroutine that nobody holds any more.
fn forget_coroutine(object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let Some(coroutine) = object.downcast_ref::<PyCoroutine>() else {
        return Ok(());
    };
    let inner = coroutine.as_coro();
    if inner.closed() || inner.running() {
        return Ok(());
    }
    if inner.frame().lasti() == 0 {
        // As the interpreter does with one that was never begun.
        inner.closed.store(true);
        warn(&error::text_of(inner.qualname().as_object(), vm), vm);
        return Ok(());
    }
    if let Err(exception) = inner.close(object, vm) {
        vm.run_unraisable(exception, None, object.to_owned());
    }
    Ok(())
}

/// Warns of a coroutine of ours.
pub(crate) fn never_awaited(name: &str) {
    if session::is_open() {
        thread::with_current_vm(|vm| warn(name, vm));
    }
}

fn warn(name: &str, vm: &VirtualMachine) {
    let Some(session) = session::open().filter(|session| !session.is_ending.get()) else {
        return;
    };
    let message = format!("coroutine '{name}' was never awaited");
    let category = vm.ctx.exceptions.runtime_warning.to_owned();
    let warned = vm.import("warnings", 0).and_then(|warnings| {
        let arguments = (vm.ctx.new_str(message.as_str()), category);
        vm.call_method(&warnings, "warn", arguments)
    });
    if warned.is_err() {
        let place = place::here(vm).map_or(String::new(), |place| {
            format!("{}:{}: ", place.file, place.line)
        });
        let text = format!("{place}RuntimeWarning: {message}\n");
        session.host.write_error(&text);
    }
}
