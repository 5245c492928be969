//! The deadlines of `asyncio.timeout`.

use interleave::runtime::Event;
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine};

use crate::asyncio::core::PyTask;
use crate::asyncio::state;

/// Records the deadline that a `Timeout` has set, if it has.
pub(in crate::asyncio) fn set(timeout: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let when = timeout.get_attr("_when", vm)?;
    let task = timeout.get_attr("_task", vm)?;
    let (false, Some(task)) = (vm.is_none(&when), task.downcast_ref::<PyTask>()) else {
        return Ok(());
    };
    let (session, state) = state::current(vm)?;
    let until = state.deadline(when.try_float(vm)?.to_f64(), session.runtime_loop());
    let task = task.id();
    state
        .deadlines
        .borrow_mut()
        .insert(timeout.get_id(), (task, until));
    session
        .runtime_loop()
        .record(Event::DeadlineSet { task, until });
    Ok(())
}

/// Records that a `Timeout` has removed its deadline.
pub(in crate::asyncio) fn removed(timeout: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    let known = state.deadlines.borrow_mut().remove(&timeout.get_id());
    if let Some((task, until)) = known {
        session
            .runtime_loop()
            .record(Event::DeadlineRemoved { task, until });
    }
    Ok(())
}

/// Records that the deadline of a `Timeout` has passed.
pub(in crate::asyncio) fn passed(timeout: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    let known = state.deadlines.borrow_mut().remove(&timeout.get_id());
    if let Some((task, until)) = known {
        session
            .runtime_loop()
            .record(Event::DeadlinePassed { task, until });
    }
    Ok(())
}
