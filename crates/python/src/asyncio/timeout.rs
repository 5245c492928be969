//! `asyncio.timeout`, `asyncio.timeout_at` and the `Timeout` that they give.

use std::cell::Cell;

use interleave::runtime::{Error, Nanos, Result, Timeout};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyType};
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::{checked, exceptions, raised, value_of};
use crate::awaitable::{PyAwait, coroutine};
use crate::{error, session};

/// A deadline for a block.
#[pyclass(module = "asyncio.timeouts", name = "Timeout")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyTimeout {
    timeout: Timeout,
    /// The deadline as the program gave it; the runtime's is whole nanoseconds.
    when: Cell<Option<f64>>,
}

/// Returns a moment or a length, none for `None`.
pub(super) fn optional_seconds(
    object: &PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<Option<Nanos>> {
    if vm.is_none(object) {
        return Ok(None);
    }
    super::seconds(object, vm).map(Some)
}

fn optional_number(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<f64>> {
    if vm.is_none(object) {
        return Ok(None);
    }
    super::number(object, vm).map(Some)
}

impl PyTimeout {
    /// `asyncio.timeout`.
    pub(super) fn after(delay: &PyObjectRef, vm: &VirtualMachine) -> PyResult<PyTimeout> {
        let now = session::running(vm)?.inner_loop().time().seconds();
        let after = optional_number(delay, vm)?;
        Ok(PyTimeout {
            timeout: Timeout::after(optional_seconds(delay, vm)?),
            when: Cell::new(after.map(|delay| now + delay)),
        })
    }

    /// `asyncio.timeout_at`.
    pub(super) fn at(when: &PyObjectRef, vm: &VirtualMachine) -> PyResult<PyTimeout> {
        Ok(PyTimeout {
            timeout: Timeout::at(optional_seconds(when, vm)?),
            when: Cell::new(optional_number(when, vm)?),
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
        let moment = optional_seconds(&when, vm)?;
        raised(self.timeout.reschedule(moment), vm)?;
        self.when.set(optional_number(&when, vm)?);
        Ok(())
    }

    #[pymethod(name = "__aenter__")]
    fn enter(zelf: PyRef<Self>) -> PyAwait {
        coroutine("Timeout.__aenter__", async move {
            zelf.timeout.enter()?;
            Ok(zelf.into())
        })
    }

    #[pymethod(name = "__aexit__")]
    fn exit(
        &self,
        _class: PyObjectRef,
        exception: PyObjectRef,
        _traceback: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyAwait {
        let (timeout, none) = (self.timeout.clone(), vm.ctx.none());
        coroutine("Timeout.__aexit__", async move {
            let cause: Option<PyBaseExceptionRef> = exception.downcast().ok();
            exit(&timeout, cause)?;
            Ok(none)
        })
    }
}

/// `Timeout.__aexit__`, with what the block raised.
pub(super) fn exit(timeout: &Timeout, raised: Option<PyBaseExceptionRef>) -> Result<()> {
    let body = checked(|vm| Ok(raised.clone().map(|raised| error::of_exception(raised, vm))))?;
    if let Err(error) = timeout.exit(body.as_ref()) {
        return Err(caused(&error, raised));
    }
    match raised.filter(|_| timeout.is_own()) {
        Some(raised) => checked(|vm| insert_timeouts(&raised, vm)),
        None => Ok(()),
    }
}

/// Does for an error, and for those of a group, as [`insert_timeout`].
fn insert_timeouts(raised: &PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult<()> {
    insert_timeout(raised, vm);
    let group = exceptions::named("ExceptionGroup", vm);
    if raised.fast_isinstance(&group) {
        let members = raised.as_object().get_attr("exceptions", vm)?;
        for member in members.try_to_value::<Vec<PyBaseExceptionRef>>(vm)? {
            insert_timeout(&member, vm);
        }
    }
    Ok(())
}

/// Puts a `TimeoutError` between an error and the cancellation during which it was raised:
/// asyncio's `_insert_timeout_error`.
fn insert_timeout(raised: &PyBaseExceptionRef, vm: &VirtualMachine) {
    let cancelled = exceptions::cancelled_error(vm);
    let mut inner = raised.clone();
    while let Some(context) = inner.__context__() {
        if context.fast_isinstance(&cancelled) {
            let timeout = error::to_exception(&Error::timed_out(), vm);
            timeout.set___context__(Some(context.clone()));
            timeout.set___cause__(Some(context));
            inner.set___context__(Some(timeout));
            break;
        }
        inner = context;
    }
}

/// Returns the error with a cause, as `raise … from …` makes it while the cause is handled.
pub(super) fn caused(error: &Error, cause: Option<PyBaseExceptionRef>) -> Error {
    let made = checked(|vm| {
        let exception = error::to_exception(error, vm);
        exception.set___context__(cause.clone());
        exception.set___cause__(cause);
        Ok(error::of_exception(exception, vm))
    });
    made.unwrap_or_else(|error| error)
}

impl Representable for PyTimeout {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let state = zelf.timeout.state();
        let when = value_of(zelf.when(), vm);
        let when = match (state, zelf.when()) {
            ("active", Some(when)) => format!(" when={:.3}", when),
            ("active", None) => format!(" when={}", when.as_object().repr(vm)?),
            _ => String::new(),
        };
        Ok(format!("<Timeout [{state}]{when}>"))
    }
}
