//! Which tasks there are, and which one runs: `all_tasks`, `current_task` and what stands behind them.

use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::task::PyTask;
use crate::asyncio::event_loop;
use crate::asyncio::state::{self, State};

/// Adds a task to those of its loop.
pub(super) fn register(task: &Py<PyTask>, vm: &VirtualMachine) -> PyResult<()> {
    let (_, state) = state::current(vm)?;
    let weak = task.as_object().downgrade(None, vm)?;
    state.tasks.borrow_mut().insert(task.id(), weak);
    Ok(())
}

pub(super) fn unregister(task: &PyTask, state: &State) {
    drop(state.tasks.borrow_mut().remove(&task.id()));
}

/// `_register_task`, for a task of any class.
pub(in crate::asyncio) fn register_any(task: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (_, state) = state::current(vm)?;
    let weak = task.downgrade(None, vm)?;
    let mut others = state.other_tasks.borrow_mut();
    others.retain(|known| known.upgrade().is_some());
    others.push(weak);
    Ok(())
}

/// `_unregister_task`.
pub(in crate::asyncio) fn unregister_any(task: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (_, state) = state::current(vm)?;
    let is_other = |known: &PyObjectRef| !known.is(task);
    let mut others = state.other_tasks.borrow_mut();
    others.retain(|known| known.upgrade().is_some_and(|known| is_other(&known)));
    drop(others);
    if let Some(task) = task.downcast_ref::<PyTask>() {
        unregister(task, &state);
    }
    Ok(())
}

/// `all_tasks`: a set whose order is that of creation.
pub(in crate::asyncio) fn all_tasks(
    event_loop: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult {
    let event_loop = given_or_running(event_loop, vm)?;
    let (_, state) = state::current(vm)?;
    let mut found: Vec<PyObjectRef> = Vec::new();
    let tasks = state.tasks.borrow().values().cloned().collect::<Vec<_>>();
    for task in tasks.iter().filter_map(|weak| weak.upgrade()) {
        let is_wanted = task
            .downcast_ref::<PyTask>()
            .is_some_and(|task| !task.future().is_done() && task.future().is_of(&event_loop));
        if is_wanted {
            found.push(task);
        }
    }
    let others = state.other_tasks.borrow().clone();
    for task in others.iter().filter_map(|weak| weak.upgrade()) {
        let of = state::attribute("asyncio.futures", "_get_loop", vm)?.call((task.clone(),), vm)?;
        let is_done = vm.call_method(&task, "done", ())?.try_to_bool(vm)?;
        if of.is(&event_loop) && !is_done && !found.iter().any(|known| known.is(&task)) {
            found.push(task);
        }
    }
    let list = vm.ctx.new_list(found);
    vm.ctx.types.set_type.as_object().call((list,), vm)
}

/// Makes a set of an iterable's objects: tasks in the order of creation, then the others as they come.
pub(in crate::asyncio) fn in_order(things: &PyObject, vm: &VirtualMachine) -> PyResult {
    let mut things: Vec<PyObjectRef> = vm.extract_elements_with(things, Ok)?;
    // Stable: what is no task stays in its order.
    things.sort_by_key(|thing| {
        let task = thing.downcast_ref::<PyTask>();
        task.map_or(u64::MAX, |task| task.id().0.into())
    });
    let list = vm.ctx.new_list(things);
    vm.ctx.types.set_type.as_object().call((list,), vm)
}

fn given_or_running(event_loop: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    match event_loop.filter(|event_loop| !vm.is_none(event_loop)) {
        Some(event_loop) => Ok(event_loop),
        None => event_loop::running(vm),
    }
}

/// `current_task`.
pub(in crate::asyncio) fn current_task(
    event_loop: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<Option<PyObjectRef>> {
    let event_loop = given_or_running(event_loop, vm)?;
    Ok(state::current(vm)?.1.task_in(&event_loop))
}

impl State {
    /// Returns the task that runs in a loop.
    pub(in crate::asyncio) fn task_in(&self, event_loop: &PyObject) -> Option<PyObjectRef> {
        let current = self.current_tasks.borrow();
        let entry = current.iter().find(|(known, _)| known.is(event_loop));
        entry.map(|(_, task)| task.clone())
    }

    /// Sets the task that runs in a loop. Returns the one before: `_swap_current_task`.
    pub(in crate::asyncio) fn swap_task(
        &self,
        event_loop: &PyObject,
        task: Option<PyObjectRef>,
    ) -> Option<PyObjectRef> {
        let mut current = self.current_tasks.borrow_mut();
        let at = current.iter().position(|(known, _)| known.is(event_loop));
        let before = at.map(|at| current.swap_remove(at).1);
        if let Some(task) = task {
            current.push((event_loop.to_owned(), task));
        }
        before
    }
}

/// `_enter_task`.
/// Errors: `RuntimeError` while another task runs in the loop.
pub(in crate::asyncio) fn enter(
    event_loop: &PyObject,
    task: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let (_, state) = state::current(vm)?;
    if let Some(current) = state.task_in(event_loop) {
        let (task, current) = (task.repr(vm)?, current.repr(vm)?);
        return Err(vm.new_runtime_error(format!(
            "Cannot enter into task {task} while another task {current} is being executed."
        )));
    }
    state.swap_task(event_loop, Some(task.to_owned()));
    Ok(())
}

/// `_leave_task`.
/// Errors: `RuntimeError` if another task runs in the loop.
pub(in crate::asyncio) fn leave(
    event_loop: &PyObject,
    task: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let (_, state) = state::current(vm)?;
    let current = state.task_in(event_loop);
    if current.as_ref().is_some_and(|current| current.is(task)) {
        state.swap_task(event_loop, None);
        return Ok(());
    }
    let (task, current) = (task.repr(vm)?, vm.unwrap_or_none(current).repr(vm)?);
    Err(vm.new_runtime_error(format!(
        "Leaving task {task} does not match the current task {current}."
    )))
}
