//! Errors with which a task ended, and that are raised in another one.

use interleave::runtime::{Event, TaskId};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine};

use crate::asyncio::core::PyTask;
use crate::asyncio::state::{self, State};
use crate::session;

/// Records that an error is raised in the running task, if another task ended with it.
pub(in crate::asyncio) fn here(exception: &PyBaseExceptionRef, _vm: &VirtualMachine) {
    let Some(session) = session::open() else {
        return;
    };
    let inner = session.runtime_loop();
    let Some(task) = inner.current_task() else {
        return;
    };
    if let Some(from) = raiser(exception.as_object(), &state::of(&session)) {
        inner.record(Event::RaisedInto { task, from });
    }
}

/// Notes that a task of a group has failed; `errors` are those of the group with this one.
pub(in crate::asyncio) fn in_group(
    group: &PyObject,
    errors: &PyObject,
    task: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let (_, state) = state::current(vm)?;
    let Some(task) = task.downcast_ref::<PyTask>() else {
        return Ok(());
    };
    let mut groups = state.failed_in_groups.borrow_mut();
    let failed = groups.entry(group.get_id()).or_default();
    if errors.length(vm)? <= 1 {
        // Another group was at this address before.
        failed.clear();
    }
    failed.push(task.id());
    Ok(())
}

/// Records that a group raises its tasks' errors.
pub(in crate::asyncio) fn together(group: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    let failed = state.failed_in_groups.borrow_mut().remove(&group.get_id());
    let inner = session.runtime_loop();
    if let Some(task) = inner.current_task() {
        for from in failed.unwrap_or_default() {
            inner.record(Event::RaisedInto { task, from });
        }
    }
    Ok(())
}

/// Returns the task that ended with an error, as long as the task exists.
fn raiser(exception: &PyObject, state: &State) -> Option<TaskId> {
    let weak = state.raisers.borrow().get(&exception.get_id()).cloned()?;
    let object = weak.upgrade()?;
    let task = object.downcast_ref::<PyTask>()?;
    let held = task.future().seen_exception()?;
    held.as_object().is(exception).then(|| task.id())
}
