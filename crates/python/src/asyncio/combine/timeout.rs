//! `asyncio.timeout`, `asyncio.timeout_at` and the `Timeout` that they return.

use std::cell::Cell;

use interleave::runtime::{Error, Nanos, Result, Timeout};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyType};
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use crate::asyncio::arguments::optional_seconds;
use crate::bridge::{cancelled_error, checked, class_named, from_exception, raised, to_exception};
use crate::coroutines::{PyAwait, coroutine};
use crate::session;

/// A deadline for a block.
#[pyclass(module = "asyncio.timeouts", name = "Timeout")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyTimeout {
    timeout: Timeout,
    /// The deadline as the program gave it; the runtime's is whole nanoseconds.
    when: Cell<Option<f64>>,
}

impl PyTimeout {
    /// `asyncio.timeout`.
    ///
    /// # Errors
    /// `RuntimeError` where no loop runs, and those of [`optional_seconds`].
    pub(in crate::asyncio) fn after(delay: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Self> {
        let now = session::running(vm)?.runtime_loop().time().seconds();
        let delay = optional_seconds(delay, vm)?;
        Ok(PyTimeout {
            timeout: Timeout::after(delay.map(Nanos::from_seconds)),
            when: Cell::new(delay.map(|delay| now + delay)),
        })
    }

    /// `asyncio.timeout_at`.
    pub(in crate::asyncio) fn at(when: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Self> {
        let when = optional_seconds(when, vm)?;
        Ok(PyTimeout {
            timeout: Timeout::at(when.map(Nanos::from_seconds)),
            when: Cell::new(when),
        })
    }
}

impl Constructor for PyTimeout {
    type Args = (PyObjectRef,);

    fn py_new(_class: &Py<PyType>, (when,): (PyObjectRef,), vm: &VirtualMachine) -> PyResult<Self> {
        PyTimeout::at(&when, vm)
    }
}

#[pyclass(flags(HAS_WEAKREF), with(Constructor, Representable))]
impl PyTimeout {
    #[pymethod]
    fn when(&self) -> Option<f64> {
        self.when.get()
    }

    #[pymethod]
    fn expired(&self) -> bool {
        self.timeout.is_expired()
    }

    #[pymethod]
    fn reschedule(&self, when: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let when = optional_seconds(&when, vm)?;
        raised(self.timeout.reschedule(when.map(Nanos::from_seconds)), vm)?;
        self.when.set(when);
        Ok(())
    }

    #[pymethod(name = "__aenter__")]
    fn enter(zelf: PyRef<Self>) -> PyAwait {
        coroutine("Timeout.__aenter__", async move {
            zelf.timeout.enter()?;
            Ok(zelf)
        })
    }

    #[pymethod(name = "__aexit__")]
    fn exit(
        &self,
        _class: PyObjectRef,
        exception: PyObjectRef,
        _traceback: PyObjectRef,
    ) -> PyAwait {
        let timeout = self.timeout.clone();
        coroutine("Timeout.__aexit__", async move {
            exit(&timeout, exception.downcast().ok())
        })
    }
}

/// `Timeout.__aexit__`, with the exception that the block raised.
///
/// # Errors
/// `TimeoutError` if the timeout cancelled the block.
pub(super) fn exit(timeout: &Timeout, raised: Option<PyBaseExceptionRef>) -> Result<()> {
    let body = checked(|vm| Ok(raised.clone().map(|raised| from_exception(raised, vm))))?;
    if let Err(error) = timeout.exit(body.as_ref()) {
        return Err(with_cause(&error, raised));
    }
    match raised.filter(|_| timeout.is_own()) {
        Some(raised) => checked(|vm| insert_timeout_errors(&raised, vm)),
        None => Ok(()),
    }
}

/// Calls [`insert_timeout_error`] for an error, and for the errors of a group.
fn insert_timeout_errors(raised: &PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult<()> {
    insert_timeout_error(raised, vm);
    let group = class_named("ExceptionGroup", vm);
    if raised.fast_isinstance(&group) {
        let members = raised.as_object().get_attr("exceptions", vm)?;
        for member in members.try_to_value::<Vec<PyBaseExceptionRef>>(vm)? {
            insert_timeout_error(&member, vm);
        }
    }
    Ok(())
}

/// Puts a `TimeoutError` between an error and the cancellation during which it was raised:
/// asyncio's `_insert_timeout_error`.
fn insert_timeout_error(raised: &PyBaseExceptionRef, vm: &VirtualMachine) {
    let cancelled = cancelled_error(vm);
    let mut inner = raised.clone();
    while let Some(context) = inner.__context__() {
        if context.fast_isinstance(&cancelled) {
            let timeout = to_exception(&Error::timed_out(), vm);
            timeout.set___context__(Some(context.clone()));
            timeout.set___cause__(Some(context));
            inner.set___context__(Some(timeout));
            break;
        }
        inner = context;
    }
}

/// Returns the error with a cause, as `raise … from …` gives it in the handler of the cause.
pub(super) fn with_cause(error: &Error, cause: Option<PyBaseExceptionRef>) -> Error {
    let made = checked(|vm| {
        let exception = to_exception(error, vm);
        exception.set___context__(cause.clone());
        exception.set___cause__(cause);
        Ok(from_exception(exception, vm))
    });
    made.unwrap_or_else(|error| error)
}

impl Representable for PyTimeout {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let state = zelf.timeout.state();
        let when = match (state, zelf.when()) {
            ("active", Some(when)) => format!(" when={when:.3}"),
            ("active", None) => " when=None".to_owned(),
            _ => String::new(),
        };
        Ok(format!("<Timeout [{state}]{when}>"))
    }
}
