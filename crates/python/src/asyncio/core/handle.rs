//! `asyncio.Handle` and `asyncio.TimerHandle`: a function that the loop will call.

use std::rc::Rc;

use interleave::runtime::Handle;
use rustpython_vm::convert::ToPyObject;
use rustpython_vm::types::Representable;
use rustpython_vm::vm::thread;
use rustpython_vm::{Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::context;
use super::exception_handler::report;
use crate::bridge::{from_exception, text_of};
use crate::session;

/// A function that the loop will call.
#[pyclass(module = "asyncio", name = "Handle")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyHandle {
    pub(super) handle: Rc<Handle>,
    pub(super) function: PyObjectRef,
    pub(super) context: Option<PyObjectRef>,
    /// When the call is due, as the program gave it; none for a call in the next tick.
    pub(super) when: Option<f64>,
}

#[pyclass(flags(HAS_WEAKREF), with(Representable))]
impl PyHandle {
    #[pymethod]
    fn cancel(zelf: &Py<Self>) {
        zelf.handle.cancel();
    }

    #[pymethod]
    fn cancelled(zelf: &Py<Self>) -> bool {
        zelf.handle.is_cancelled()
    }

    #[pymethod]
    fn when(zelf: &Py<Self>) -> f64 {
        zelf.when.unwrap_or(0.0)
    }

    #[pymethod]
    fn get_context(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        context::given_or_copy(zelf.context.clone(), vm)
    }
}

impl Representable for PyHandle {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let is_timer = zelf.handle.when().is_some();
        let is_cancelled = zelf.handle.is_cancelled();
        let name = if is_timer { "TimerHandle" } else { "Handle" };
        let state = if is_cancelled { " cancelled" } else { "" };
        let when = match zelf.when {
            Some(when) => format!(" when={}", when.to_pyobject(vm).repr(vm)?),
            None => String::new(),
        };
        let function = name_of(&zelf.function, vm);
        Ok(format!("<{name}{state}{when} {function}()>"))
    }
}

/// Returns a function's name, or its `__repr__`.
fn name_of(function: &PyObject, vm: &VirtualMachine) -> String {
    match function.get_attr("__qualname__", vm) {
        Ok(name) => text_of(&name, vm),
        Err(_) => function
            .repr(vm)
            .map_or_else(|_| "a function".to_owned(), |text| text.to_string()),
    }
}

/// Calls a function of the program for the loop. An error of the function is reported;
/// `SystemExit` and `KeyboardInterrupt` end the loop.
pub(super) fn call_back(
    function: &PyObject,
    arguments: Vec<PyObjectRef>,
    context: Option<&PyObjectRef>,
) {
    let Some(session) = session::open() else {
        return;
    };
    session.release_ended_tasks();
    thread::with_current_vm(|vm| {
        let Err(exception) = context::call(context, function, arguments.into(), vm) else {
            return;
        };
        let error = from_exception(exception.clone(), vm);
        if error.is_exit() {
            session.runtime_loop().exit_with(error);
            return;
        }
        let name = name_of(function, vm);
        let message = format!("Exception in callback {name}()");
        let detail = format!("handle: <Handle {name}()>");
        report(&session, &message, Some(&detail), &exception, vm);
    });
}
