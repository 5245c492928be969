//! The `__repr__` of futures and tasks, as asyncio's, and the report of an error that was never
//! retrieved, which contains it.

use interleave::runtime::{DoneFuture, Error, Repr};
use rustpython_vm::builtins::PyCoroutine;
use rustpython_vm::types::Representable;
use rustpython_vm::vm::thread;
use rustpython_vm::{AsObject, Py, PyObject, PyResult, VirtualMachine};

use super::exception_handler::report;
use super::future::PyFuture;
use super::task::PyTask;
use crate::bridge::{text_of, to_exception};
use crate::session::{self, location_of_frame};

impl Representable for PyFuture {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let class = zelf.class().name().to_string();
        let (state, result) = (zelf.state_name(vm)?, result(zelf, vm)?);
        Ok(format!("<{class} {state}{result}>"))
    }
}

impl Representable for PyTask {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let class = zelf.class().name().to_string();
        let future = zelf.to_base();
        let parts = zelf.parts(vm)?;
        let is_done = future.inner(vm)?.core().is_done();
        let state = if parts.task.cancelling() > 0 && !is_done {
            "cancelling"
        } else {
            future.state_name(vm)?
        };
        let name = vm.ctx.new_str(parts.task.name().as_ref());
        let name = name.as_object().repr(vm)?;
        let coroutine = coroutine(&parts.coroutine, vm);
        let result = result(future, vm)?;
        Ok(format!(
            "<{class} {state} name={name} coro=<{coroutine}>{result}>"
        ))
    }
}

fn result(future: &PyFuture, vm: &VirtualMachine) -> PyResult<String> {
    let inner = future.inner(vm)?;
    if !inner.core().is_done() || inner.core().is_cancelled() {
        return Ok(String::new());
    }
    let is_unretrieved = inner.core().has_unseen_error();
    Ok(match inner.result() {
        Some(Ok(value)) => format!(" result={}", value.0.repr(vm)?),
        Some(Err(error)) => {
            // A `__repr__` does not count as retrieving the error.
            if is_unretrieved {
                inner.core().unsee_error();
            }
            let exception = to_exception(&error, vm);
            format!(" exception={}", exception.as_object().repr(vm)?)
        }
        None => String::new(),
    })
}

/// Writes a coroutine as asyncio's `_format_coroutine` does.
fn coroutine(object: &PyObject, vm: &VirtualMachine) -> String {
    let name = object.get_attr("__qualname__", vm);
    let name = name.map_or_else(|_| "coroutine".to_owned(), |name| text_of(&name, vm));
    let Some(native) = object.downcast_ref::<PyCoroutine>() else {
        return format!("{name}()");
    };
    let inner = native.as_coro();
    let code = inner.code();
    let file = code.source_path().as_str();
    let first_line = code.first_line_number.map_or(0, |line| line.get());
    if inner.closed() {
        return format!("{name}() done, defined at {file}:{first_line}");
    }
    let location = inner
        .frame_opt()
        .and_then(|frame| location_of_frame(&frame));
    let line = location.map_or(first_line, |location| location.line as usize);
    format!("{name}() running at {file}:{line}")
}

impl Drop for PyFuture {
    /// Reports an error that was never retrieved, as asyncio's `Future.__del__`.
    fn drop(&mut self) {
        let Some(inner) = self.inner_if_set() else {
            return;
        };
        if !inner.core().has_unseen_error() {
            return;
        }
        let Some(session) = session::open() else {
            return;
        };
        if let Some(error @ Error::Raised(_)) = inner.core().error() {
            let message = format!("{} exception was never retrieved", self.kind());
            thread::with_current_vm(|vm| {
                let detail = format!("future: {}", dropped(self, &error, vm));
                let exception = to_exception(&error, vm);
                report(&session, &message, Some(&detail), &exception, vm);
            });
        }
    }
}

/// Writes a future whose object is being dropped.
fn dropped(future: &PyFuture, error: &Error, vm: &VirtualMachine) -> String {
    let error = error.repr();
    match future.task.get() {
        None => format!("<Future finished exception={error}>"),
        Some(parts) => {
            let name = parts.task.name();
            let coroutine = coroutine(&parts.coroutine, vm);
            format!("<Task finished name='{name}' coro=<{coroutine}> exception={error}>")
        }
    }
}
