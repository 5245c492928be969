//! How a future comes to its end: what the methods of `_asyncio.Future` do.

use rustpython_vm::builtins::{PyBaseException, PyBaseExceptionRef};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyResult, VirtualMachine};

use super::future::{Progress, PyFuture, Source};
use super::{callbacks, unretrieved};
use crate::asyncio::state;

impl PyFuture {
    /// Ties the future to a loop: the given one, else the current one.
    pub(in crate::asyncio) fn begin(
        &self,
        event_loop: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let event_loop = match event_loop.filter(|event_loop| !vm.is_none(event_loop)) {
            Some(event_loop) => event_loop,
            None => crate::asyncio::event_loop::current(vm)?,
        };
        if crate::asyncio::event_loop::is_debug(&event_loop, vm)? {
            let frame = vm.sys_module.get_attr("_getframe", vm)?.call((0,), vm)?;
            let extract = state::attribute("asyncio.format_helpers", "extract_stack", vm)?;
            let stack = extract.call((frame,), vm)?;
            *self.source_traceback.lock() = Some(stack);
        }
        *self.event_loop.lock() = Some(event_loop);
        Ok(())
    }

    pub(in crate::asyncio) fn is_done(&self) -> bool {
        self.progress.get() != Progress::Pending
    }

    pub(in crate::asyncio) fn is_cancelled(&self) -> bool {
        self.progress.get() == Progress::Cancelled
    }

    pub(in crate::asyncio) fn loop_of(&self, vm: &VirtualMachine) -> PyResult {
        let event_loop = self.event_loop.lock().clone();
        event_loop.ok_or_else(|| vm.new_runtime_error("Future object is not initialized."))
    }

    pub(in crate::asyncio) fn is_of(&self, event_loop: &PyObjectRef) -> bool {
        let own = self.event_loop.lock();
        own.as_ref().is_some_and(|own| own.is(event_loop))
    }

    /// Returns the exception without counting it as retrieved.
    pub(in crate::asyncio) fn seen_exception(&self) -> Option<PyBaseExceptionRef> {
        self.exception.lock().clone()
    }

    pub(in crate::asyncio) fn is_reported(&self) -> bool {
        self.is_reported.get()
    }

    pub(in crate::asyncio) fn retrieve(&self) {
        self.is_reported.set(false);
    }

    /// Returns the future's result: `Future.result`.
    /// Errors: the future's exception, and `InvalidStateError` before the future is done.
    pub(in crate::asyncio) fn outcome(&self, vm: &VirtualMachine) -> PyResult {
        match self.progress.get() {
            Progress::Pending => Err(invalid_state("Result is not set.", vm)),
            Progress::Cancelled => Err(self.cancelled_error(vm)?),
            Progress::Finished => {
                self.retrieve();
                let Some(exception) = self.exception.lock().clone() else {
                    return Ok(vm.unwrap_or_none(self.result.lock().clone()));
                };
                let traceback = self.traceback.lock().clone();
                let traceback = traceback.and_then(|traceback| traceback.downcast().ok());
                exception.set_traceback(traceback);
                Err(exception)
            }
        }
    }

    /// Makes the error of a cancelled future: `_make_cancelled_error`.
    pub(in crate::asyncio) fn cancelled_error(
        &self,
        vm: &VirtualMachine,
    ) -> PyResult<PyBaseExceptionRef> {
        if let Some(exception) = self.cancelled_by.lock().take() {
            return Ok(exception);
        }
        let class = state::current(vm)?.1.classes(vm)?.cancelled_error.clone();
        let message = self.cancel_message.lock().clone();
        Ok(vm.new_exception(class, message.into_iter().collect()))
    }

    /// Ends the future, and schedules its callbacks.
    pub(in crate::asyncio) fn finish(
        zelf: &Py<PyFuture>,
        outcome: Result<PyObjectRef, PyBaseExceptionRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        match outcome {
            Ok(result) => *zelf.result.lock() = Some(result),
            Err(exception) => {
                *zelf.traceback.lock() = exception.traceback().map(Into::into);
                *zelf.exception.lock() = Some(exception);
                zelf.is_reported.set(true);
                unretrieved::note(zelf, vm)?;
            }
        }
        zelf.progress.set(Progress::Finished);
        callbacks::schedule_all(zelf, vm)
    }

    /// Cancels the future by itself: `Future.cancel`, without the check.
    pub(in crate::asyncio) fn end_cancelled(
        zelf: &Py<PyFuture>,
        message: Option<PyObjectRef>,
        by: Option<PyBaseExceptionRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        *zelf.cancel_message.lock() = message;
        *zelf.cancelled_by.lock() = by;
        zelf.progress.set(Progress::Cancelled);
        let source = zelf.source.borrow().clone();
        if let (Source::Runtime(future, _), Some(session)) = (source, crate::session::open()) {
            future.cancel(session.runtime_loop(), None);
        }
        callbacks::schedule_all(zelf, vm)
    }

    /// Cancels the future unless it is done.
    pub(in crate::asyncio) fn cancel_plain(
        zelf: &Py<PyFuture>,
        message: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<bool> {
        zelf.retrieve();
        if zelf.is_done() {
            return Ok(false);
        }
        PyFuture::end_cancelled(zelf, message, None, vm)?;
        Ok(true)
    }

    pub(super) fn check_pending(&self, vm: &VirtualMachine) -> PyResult<()> {
        self.loop_of(vm)?;
        if self.is_done() {
            return Err(invalid_state("invalid state", vm));
        }
        Ok(())
    }
}

pub(in crate::asyncio) fn invalid_state(message: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let class = state::current(vm)
        .and_then(|(_, state)| Ok(state.classes(vm)?.invalid_state_error.clone()));
    match class {
        Ok(class) => vm.new_exception(class, vec![vm.ctx.new_str(message).into()]),
        Err(error) => error,
    }
}

/// Makes an exception of what `set_exception` is given.
/// Errors: `TypeError` for what is none.
pub(in crate::asyncio) fn exception_of(
    given: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<PyBaseExceptionRef> {
    let given = if given.fast_isinstance(vm.ctx.types.type_type) {
        given.call((), vm)?
    } else {
        given
    };
    let Ok(exception) = given.downcast::<PyBaseException>() else {
        return Err(vm.new_type_error("invalid exception object"));
    };
    if !exception.fast_isinstance(vm.ctx.exceptions.stop_iteration) {
        return Ok(exception);
    }
    let raised = vm.new_runtime_error(
        "StopIteration interacts badly with generators and cannot be raised into a Future",
    );
    raised.set_context(Some(exception.clone()));
    raised.set_cause(Some(exception));
    Ok(raised)
}
