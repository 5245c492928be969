//! One step of a task: from one `yield` of its coroutine to the next, or to its end.

use std::rc::Rc;
use std::sync::atomic::Ordering;

use interleave::runtime::{Event, Repr, SourceLocation, StepEnd, TaskId};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::frame::FrameObjectRef;
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::vm::thread;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::task::PyTask;
use super::wakeup::PyStep;
use super::{registry, waiting};
use crate::asyncio::core::callbacks::record_scheduled;
use crate::asyncio::core::drive;
use crate::asyncio::core::raised;
use crate::asyncio::core::{PyFuture, invalid_state};
use crate::asyncio::event_loop;
use crate::asyncio::state::{self, State};
use crate::bridge::{Value, from_exception};
use crate::coroutines::step_coroutine;
use crate::session::{Session, check_limits, frame_of_coroutine, location_of_frame};

/// Puts the next step into the ready queue; an error is thrown into the coroutine then.
pub(super) fn schedule(
    task: &Py<PyTask>,
    thrown: Option<PyBaseExceptionRef>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    let event_loop = task.future().loop_of(vm)?;
    if !event_loop::is_plain(&event_loop, &state, vm)? {
        record_scheduled(session.runtime_loop(), task.id());
        let step: PyObjectRef = PyStep::new(task.to_owned(), thrown)
            .into_ref(&vm.ctx)
            .into();
        let context = task.context.lock().clone();
        return event_loop::call_soon(&event_loop, step, vec![], context, vm);
    }
    event_loop::check_open(&event_loop, vm)?;
    let task = task.to_owned();
    state.with_attached(&event_loop, &session, |inner| {
        inner.schedule_foreign(task.id(), move |_| {
            thread::with_current_vm(|vm| {
                let stepped = step(&task, thrown, InContext::NotYet, vm);
                drive::end_at_exit(stepped, vm);
            });
        });
    });
    Ok(())
}

/// Whether the step is in the task's context already, as a handle has entered it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::asyncio) enum InContext {
    /// The step enters it.
    NotYet,
    /// The handle that calls the step has entered it.
    Already,
}

/// How a step ended, and what is to be done after the trace has it.
pub(super) enum Ended {
    /// The task is done: it returned this.
    Returned(PyObjectRef),
    /// The task is done: it raised this.
    Raised(PyBaseExceptionRef),
    /// The task waits, and the step ends like this.
    Waits(StepEnd<'static>),
    /// The next step comes in the next tick, and raises this.
    Again(Option<PyBaseExceptionRef>),
}

/// Takes a step. Only errors that end the loop at once are raised.
pub(super) fn step(
    task: &Py<PyTask>,
    thrown: Option<PyBaseExceptionRef>,
    in_context: InContext,
    vm: &VirtualMachine,
) -> PyResult<()> {
    if task.future().is_done() {
        let shown = task.as_object().repr(vm)?;
        return Err(invalid_state(
            &format!("__step(): already done: {shown}, None"),
            vm,
        ));
    }
    let (session, state) = state::current(vm)?;
    let event_loop = task.future().loop_of(vm)?;
    let thrown = arriving(task, thrown, &state, vm)?;
    drop(task.waiter.lock().take());
    registry::enter(&event_loop, task.as_object(), vm)?;
    let begun = begin(task, thrown.as_ref(), &session, &state, vm)?;
    let result = run(task, thrown, in_context, vm);
    let left = registry::leave(&event_loop, task.as_object(), vm);
    let stepped = end(task, result, begun, &session, &state, vm);
    left.and(stepped)
}

/// Returns what is thrown in: a cancellation that the task kept comes before other errors.
fn arriving(
    task: &PyTask,
    thrown: Option<PyBaseExceptionRef>,
    state: &State,
    vm: &VirtualMachine,
) -> PyResult<Option<PyBaseExceptionRef>> {
    if !task.must_cancel.replace(false) {
        return Ok(thrown);
    }
    match thrown {
        Some(exception) if is_cancellation(&exception, state, vm)? => Ok(Some(exception)),
        _ => task.future().cancelled_error(vm).map(Some),
    }
}

pub(super) fn is_cancellation(
    exception: &PyBaseExceptionRef,
    state: &State,
    vm: &VirtualMachine,
) -> PyResult<bool> {
    Ok(exception.fast_isinstance(&state.classes(vm)?.cancelled_error))
}

/// What a step has to know at its end.
pub(super) struct Begun {
    /// The task that had control before.
    before: Option<TaskId>,
    /// The frame of the coroutine, which says where the task ends.
    frame: Option<FrameObjectRef>,
}

/// Records that the task has control, and what is thrown into it.
pub(super) fn begin(
    task: &PyTask,
    thrown: Option<&PyBaseExceptionRef>,
    session: &Session,
    state: &State,
    vm: &VirtualMachine,
) -> PyResult<Begun> {
    let coroutine = task.coroutine();
    let frame = coroutine.and_then(|coroutine| frame_of_coroutine(&coroutine));
    session.interrupter.steps.fetch_add(1, Ordering::Relaxed);
    let inner = session.runtime_loop();
    let before = inner.begin_foreign_step(task.id());
    if let Some(exception) = thrown {
        if is_cancellation(exception, state, vm)? {
            inner.record(Event::CancelDelivered { task: task.id() });
        } else {
            raised::here(exception, vm);
        }
    }
    Ok(Begun { before, frame })
}

/// Runs the coroutine to its next `yield` or its end, in the task's context.
pub(super) fn run(
    task: &PyTask,
    thrown: Option<PyBaseExceptionRef>,
    in_context: InContext,
    vm: &VirtualMachine,
) -> PyResult<PyIterReturn> {
    let Some(coroutine) = task.coroutine() else {
        return Err(vm.new_runtime_error("Task object is not initialized."));
    };
    let context = task.context.lock().clone();
    match context.filter(|_| in_context == InContext::NotYet) {
        Some(context) => event_loop::step_in(&context, &coroutine, thrown, vm),
        None => step_coroutine(&coroutine, thrown, vm),
    }
}

/// Ends a step, whose result is given.
pub(super) fn end(
    task: &Py<PyTask>,
    result: PyResult<PyIterReturn>,
    begun: Begun,
    session: &Rc<Session>,
    state: &State,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let inner = session.runtime_loop();
    let Begun { before, frame } = begun;
    let limit = check_limits(session, vm);
    let ended = match result {
        Ok(PyIterReturn::Return(yielded)) => {
            let ended = waiting::wait_for(task, &yielded, state, vm)?;
            let end = match &ended {
                Ended::Waits(end) => *end,
                _ => StepEnd::Yields,
            };
            inner.end_foreign_step(end, waiting::location(task), before);
            return waiting::after(task, ended, vm);
        }
        Ok(PyIterReturn::StopIteration(value)) => Ended::Returned(vm.unwrap_or_none(value)),
        Err(exception) => Ended::Raised(exception),
    };
    registry::unregister(task, state);
    let location = frame.as_ref().and_then(|frame| location_of_frame(frame));
    let location = location.or(task.made_at.get());
    let ended = finish(task, ended, before, location, state, vm);
    limit.and(ended)
}

/// Finishes a task whose coroutine is over.
fn finish(
    task: &Py<PyTask>,
    ended: Ended,
    before: Option<TaskId>,
    location: Option<SourceLocation>,
    state: &State,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let Some(future) = task.as_object().downcast_ref::<PyFuture>() else {
        return Ok(());
    };
    let (session, _) = state::current(vm)?;
    let inner = session.runtime_loop();
    let must_cancel = task.must_cancel.replace(false);
    match ended {
        Ended::Returned(_) if must_cancel => {
            let message = future.cancel_message.lock().clone();
            PyFuture::end_cancelled(future, message, None, vm)?;
            inner.end_foreign_step(StepEnd::Cancelled, location, before);
        }
        Ended::Returned(value) => {
            let repr = Value(value.clone()).repr();
            PyFuture::finish(future, Ok(value), vm)?;
            inner.end_foreign_step(StepEnd::Returned(&repr), location, before);
        }
        Ended::Raised(exception) if is_cancellation(&exception, state, vm)? => {
            PyFuture::end_cancelled(future, None, Some(exception), vm)?;
            inner.end_foreign_step(StepEnd::Cancelled, location, before);
        }
        Ended::Raised(exception) => {
            let error = from_exception(exception.clone(), vm);
            PyFuture::finish(future, Err(exception.clone()), vm)?;
            inner.end_foreign_step(StepEnd::Raised(&error.repr()), location, before);
            if drive::is_exit(&exception, vm) {
                return Err(exception);
            }
        }
        _ => {}
    }
    Ok(())
}

/// Makes the text of an error in asyncio's words.
pub(super) fn wrong(text: String, vm: &VirtualMachine) -> Ended {
    Ended::Again(Some(vm.new_runtime_error(text)))
}

/// Returns the `repr` of an object for such a text.
pub(super) fn shown(object: &PyObject, vm: &VirtualMachine) -> PyResult<String> {
    Ok(object.repr(vm)?.to_string())
}
