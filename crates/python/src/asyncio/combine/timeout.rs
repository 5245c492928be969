//! `asyncio.timeout`, `asyncio.timeout_at` the `Timeout` that they return, and `asyncio.wait_for`.

use std::cell::Cell;

use interleave::runtime::{DoneFuture, Error, Nanos, Result, Timeout, cancel_and_wait};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyType};
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use crate::asyncio::arguments::{Raised, optional_seconds};
use crate::asyncio::core::task::ensure_future;
use crate::bridge::{cancelled_error, checked, class_named, from_exception, raised, to_exception};
use crate::coroutines::{Awaited, PyAwait, coroutine};
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
    /// Errors: `RuntimeError` where no loop runs, and those of [`optional_seconds`].
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
    fn when(zelf: &Py<Self>) -> Option<f64> {
        zelf.when.get()
    }

    #[pymethod]
    fn expired(zelf: &Py<Self>) -> bool {
        zelf.timeout.is_expired()
    }

    #[pymethod]
    fn reschedule(zelf: &Py<Self>, when: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let when = optional_seconds(&when, vm)?;
        raised(zelf.timeout.reschedule(when.map(Nanos::from_seconds)), vm)?;
        zelf.when.set(when);
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
    fn exit(zelf: &Py<Self>, (_, exception, _): Raised) -> PyAwait {
        let timeout = zelf.timeout.clone();
        coroutine("Timeout.__aexit__", async move {
            exit(&timeout, exception.downcast().ok())
        })
    }
}

/// `Timeout.__aexit__`, with the exception that the block raised.
/// Errors: `TimeoutError` if the timeout cancelled the block.
fn exit(timeout: &Timeout, raised: Option<PyBaseExceptionRef>) -> Result<()> {
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
            timeout.set_context(Some(context.clone()));
            timeout.set_cause(Some(context));
            inner.set_context(Some(timeout));
            break;
        }
        inner = context;
    }
}

/// Returns the error with a cause, as `raise … from …` gives it in the handler of the cause.
fn with_cause(error: &Error, cause: Option<PyBaseExceptionRef>) -> Error {
    let made = checked(|vm| {
        let exception = to_exception(error, vm);
        exception.set_context(cause.clone());
        exception.set_cause(cause);
        Ok(from_exception(exception, vm))
    });
    made.unwrap_or_else(|error| error)
}

impl Representable for PyTimeout {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let state = zelf.timeout.state();
        let when = match (state, Self::when(zelf)) {
            ("active", Some(when)) => format!(" when={when:.3}"),
            ("active", None) => " when=None".to_owned(),
            _ => String::new(),
        };
        Ok(format!("<Timeout [{state}]{when}>"))
    }
}

/// `asyncio.wait_for`.
pub(in crate::asyncio) fn wait_for(awaitable: PyObjectRef, timeout: PyObjectRef) -> PyAwait {
    coroutine("wait_for", async move {
        let delay = checked(|vm| optional_seconds(&timeout, vm))?;
        if delay.is_some_and(|delay| delay <= 0.0) {
            return cancel_at_once(awaitable).await;
        }
        let timeout = Timeout::after(delay.map(Nanos::from_seconds));
        timeout.enter()?;
        let outcome = match checked(|vm| Awaited::new(awaitable, vm)) {
            Ok(awaited) => awaited.await,
            Err(error) => Err(error),
        };
        let raised = outcome.as_ref().err();
        let raised = checked(|vm| Ok(raised.map(|error| to_exception(error, vm))))?;
        exit(&timeout, raised)?;
        outcome
    })
}

/// Returns the result of an awaitable that is done already, and cancels any other one.
async fn cancel_at_once(awaitable: PyObjectRef) -> Result<PyObjectRef> {
    let future = checked(|vm| ensure_future(awaitable, vm))?;
    let inner = checked(|vm| Ok(future.inner(vm)?.clone()))?;
    if inner.core().is_done() {
        // A future that was cancelled before did not time out.
        return checked(|vm| future.outcome(vm));
    }
    cancel_and_wait(inner.clone()).await?;
    match checked(|vm| future.outcome(vm)) {
        Err(error) if error.is_cancelled() => {
            let cause = checked(|vm| Ok(to_exception(&error, vm)))?;
            Err(with_cause(&Error::timed_out(), Some(cause)))
        }
        outcome => outcome,
    }
}
