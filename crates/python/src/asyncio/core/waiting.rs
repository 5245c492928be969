//! What a task does with the object that its coroutine yielded: it waits for a future.

use interleave::runtime::{SourceLocation, StepEnd, Wait};
use rustpython_vm::builtins::PyGenerator;
use rustpython_vm::function::{FuncArgs, KwArgs};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::cancel;
use super::step::{self, Ended, shown, wrong};
use super::task::PyTask;
use super::wakeup::PyWakeup;
use crate::asyncio::core::future_iterator::is_exact;
use crate::asyncio::core::waits;
use crate::asyncio::core::{PyFuture, awaited_by, callbacks};
use crate::asyncio::state::{self, State};

/// Lets a task wait for what its coroutine yielded.
pub(super) fn wait_for(
    task: &Py<PyTask>,
    yielded: &PyObject,
    state: &State,
    vm: &VirtualMachine,
) -> PyResult<Ended> {
    if vm.is_none(yielded) {
        return Ok(Ended::Again(None));
    }
    if let Some(future) = yielded.downcast_ref::<PyFuture>()
        && is_exact(future)
    {
        let is_blocking = future.is_blocking.replace(false);
        // Locked no longer than this: the future may be the task itself.
        let event_loop = future.event_loop.lock().clone();
        if let Some(wrong) = refusal(task, yielded, is_blocking, event_loop, vm)? {
            return Ok(wrong);
        }
        let wait = waits::of_future(task, future, state, vm)?;
        let wakeup: PyObjectRef = PyWakeup::new(task.to_owned()).into_ref(&vm.ctx).into();
        let context = vm.unwrap_or_none(task.context.lock().clone());
        callbacks::add_in(future, wakeup, context, vm)?;
        return begin_wait(task, yielded, wait, vm);
    }
    wait_for_other(task, yielded, state, vm)
}

/// As [`wait_for`], for an object of any class that asyncio takes for a future.
fn wait_for_other(
    task: &Py<PyTask>,
    yielded: &PyObject,
    state: &State,
    vm: &VirtualMachine,
) -> PyResult<Ended> {
    let blocking = vm.get_attribute_opt(yielded, "_asyncio_future_blocking")?;
    let Some(blocking) = blocking.filter(|blocking| !vm.is_none(blocking)) else {
        let (task, yielded_shown) = (shown(task.as_object(), vm)?, shown(yielded, vm)?);
        if yielded.downcastable::<PyGenerator>() {
            return Ok(wrong(
                format!(
                    "yield was used instead of yield from for generator in task {task} with \
                     {yielded_shown}"
                ),
                vm,
            ));
        }
        return Ok(wrong(format!("Task got bad yield: {yielded_shown}"), vm));
    };
    let get_loop = state::attribute("asyncio.futures", "_get_loop", vm)?;
    let event_loop = get_loop.call((yielded.to_owned(),), vm)?;
    let is_blocking = blocking.try_to_bool(vm)?;
    if let Some(wrong) = refusal(task, yielded, is_blocking, Some(event_loop), vm)? {
        return Ok(wrong);
    }
    yielded.set_attr("_asyncio_future_blocking", vm.ctx.new_bool(false), vm)?;
    let wait = match yielded.downcast_ref::<PyFuture>() {
        Some(future) => waits::of_future(task, future, state, vm)?,
        None => StepEnd::Waits(Wait::Future),
    };
    let wakeup: PyObjectRef = PyWakeup::new(task.to_owned()).into_ref(&vm.ctx).into();
    let context = vm.unwrap_or_none(task.context.lock().clone());
    let named = KwArgs::new([("context".into(), context)].into_iter().collect());
    vm.call_method(
        yielded,
        "add_done_callback",
        FuncArgs::new(vec![wakeup], named),
    )?;
    begin_wait(task, yielded, wait, vm)
}

fn begin_wait(
    task: &Py<PyTask>,
    yielded: &PyObject,
    wait: StepEnd<'static>,
    vm: &VirtualMachine,
) -> PyResult<Ended> {
    awaited_by::add(yielded, task.as_object(), vm)?;
    *task.waiter.lock() = Some(yielded.to_owned());
    Ok(Ended::Waits(wait))
}

/// Returns why the task cannot wait for the future, in asyncio's words.
fn refusal(
    task: &Py<PyTask>,
    yielded: &PyObject,
    is_blocking: bool,
    event_loop: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<Option<Ended>> {
    let is_own = event_loop.is_some_and(|event_loop| task.future().is_of(&event_loop));
    if is_own && is_blocking && !yielded.is(task.as_object()) {
        return Ok(None);
    }
    let (shown_task, yielded_shown) = (shown(task.as_object(), vm)?, shown(yielded, vm)?);
    let text = if !is_own {
        format!("Task {shown_task} got Future {yielded_shown} attached to a different loop")
    } else if !is_blocking {
        format!("yield was used instead of yield from in task {shown_task} with {yielded_shown}")
    } else {
        format!("Task cannot await on itself: {shown_task}")
    };
    Ok(Some(wrong(text, vm)))
}

/// Does what is left once the trace has the end of the step.
pub(super) fn after(task: &Py<PyTask>, ended: Ended, vm: &VirtualMachine) -> PyResult<()> {
    match ended {
        Ended::Again(thrown) => step::schedule(task, thrown, vm),
        Ended::Waits(_) if task.must_cancel.get() => {
            let waiter = task.waiter.lock().clone();
            let message = task.future().cancel_message.lock().clone();
            if let Some(waiter) = waiter
                && cancel::cancel_waiter(&waiter, &message, vm)?
            {
                task.must_cancel.set(false);
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Returns the await in the program at which a task stands.
pub(super) fn location(task: &PyTask) -> Option<SourceLocation> {
    let coroutine = task.coroutine();
    let found = coroutine.and_then(|coroutine| waits::location(&coroutine));
    found.or(task.made_at.get())
}
