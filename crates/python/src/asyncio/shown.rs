//! How futures and tasks show themselves, as asyncio's `__repr__` does.

use interleave::runtime::{DoneFuture, Error, Repr};
use rustpython_vm::builtins::PyCoroutine;
use rustpython_vm::{AsObject, Py, PyObject, PyResult, VirtualMachine};

use super::future::PyFuture;
use super::task::PyTask;
use crate::{error, place};

/// Shows a future.
pub(super) fn future(future: &Py<PyFuture>, vm: &VirtualMachine) -> PyResult<String> {
    let class = future.class().name().to_string();
    Ok(format!(
        "<{class} {}{}>",
        state(future, vm)?,
        result(future, vm)?
    ))
}

/// Shows a task.
pub(super) fn task(task: &Py<PyTask>, vm: &VirtualMachine) -> PyResult<String> {
    let class = task.class().name().to_string();
    let future = task.as_object().downcast_ref::<PyFuture>();
    let future = future.ok_or_else(|| vm.new_runtime_error("no future".to_owned()))?;
    let part = task.part(vm)?;
    let is_done = future.inner(vm)?.core().is_done();
    let state = if part.task.cancelling() > 0 && !is_done {
        "cancelling"
    } else {
        state(future, vm)?
    };
    let name = vm.ctx.new_str(part.task.name().as_ref());
    let name = name.as_object().repr(vm)?;
    let coroutine = coroutine(&part.coroutine, vm);
    let result = result(future, vm)?;
    Ok(format!(
        "<{class} {state} name={name} coro=<{coroutine}>{result}>"
    ))
}

fn state(future: &PyFuture, vm: &VirtualMachine) -> PyResult<&'static str> {
    let core = future.inner(vm)?.core();
    Ok(match (core.is_done(), core.is_cancelled()) {
        (false, _) => "pending",
        (true, true) => "cancelled",
        (true, false) => "finished",
    })
}

fn result(future: &PyFuture, vm: &VirtualMachine) -> PyResult<String> {
    let inner = future.inner(vm)?;
    if !inner.core().is_done() || inner.core().is_cancelled() {
        return Ok(String::new());
    }
    let seen = inner.core().has_unseen_error();
    Ok(match inner.result() {
        Some(Ok(value)) => format!(" result={}", value.0.repr(vm)?),
        Some(Err(error)) => {
            // To show an error is not to look at it.
            if seen {
                inner.core().unsee_error();
            }
            let exception = error::to_exception(&error, vm);
            format!(" exception={}", exception.as_object().repr(vm)?)
        }
        None => String::new(),
    })
}

/// Shows a future whose object is gone, for the complaint about its error.
pub(super) fn finished(future: &PyFuture, error: &Error) -> String {
    let error = error.repr();
    match future.task.get() {
        None => format!("<Future finished exception={error}>"),
        Some(part) => {
            let name = part.task.name();
            rustpython_vm::vm::thread::with_current_vm(|vm| {
                let coroutine = coroutine(&part.coroutine, vm);
                format!("<Task finished name='{name}' coro=<{coroutine}> exception={error}>")
            })
        }
    }
}

/// Shows a coroutine as asyncio's `_format_coroutine` does.
fn coroutine(object: &PyObject, vm: &VirtualMachine) -> String {
    let name = object.get_attr("__qualname__", vm);
    let name = name.map_or_else(|_| "coroutine".to_owned(), |name| error::text_of(&name, vm));
    let Some(native) = object.downcast_ref::<PyCoroutine>() else {
        return format!("{name}()");
    };
    let inner = native.as_coro();
    let frame = inner.frame();
    let file = frame.code.source_path().as_str();
    if inner.closed() {
        let line = frame.code.first_line_number.map_or(0, |line| line.get());
        return format!("{name}() done, defined at {file}:{line}");
    }
    match place::of_frame(&frame) {
        Some(place) => format!("{name}() running at {file}:{}", place.line),
        None => {
            let line = frame.code.first_line_number.map_or(0, |line| line.get());
            format!("{name}() running at {file}:{line}")
        }
    }
}

/// Shows an object of synchronization: its class, its state, and how many wait.
pub(super) fn with_waiters(
    object: &PyObject,
    state: &str,
    waiters: usize,
    vm: &VirtualMachine,
) -> String {
    let class = object.class();
    let module = class.as_object().get_attr("__module__", vm);
    let module = module.map_or_else(|_| String::new(), |module| error::text_of(&module, vm));
    let waiters = match waiters {
        0 => String::new(),
        n => format!(", waiters:{n}"),
    };
    let (name, id) = (class.name(), object.get_id());
    format!("<{module}.{name} object at {id:#x} [{state}{waiters}]>")
}
