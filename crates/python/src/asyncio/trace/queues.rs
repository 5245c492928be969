//! What goes through a program's queues.

use interleave::runtime::QueueId;
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine};

use super::known_code::KnownCode;
use crate::asyncio::state;

/// Records a queue that is being made. Those that asyncio makes for itself are no queues of the
/// program.
pub(in crate::asyncio) fn created(queue: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    if state.makes_own_queue.get() {
        state.queues.borrow_mut().remove(&queue.get_id());
        return Ok(());
    }
    let size_max = queue.get_attr("_maxsize", vm)?.try_to_value::<i64>(vm);
    let size_max = u32::try_from(size_max.unwrap_or(0).max(0)).unwrap_or(u32::MAX);
    let number = session.runtime_loop().add_queue(size_max);
    state.queues.borrow_mut().insert(queue.get_id(), number);
    Ok(())
}

/// Makes a queue that is none of the program's.
pub(in crate::asyncio) fn make_own(class: &PyObject, vm: &VirtualMachine) -> PyResult {
    let (_, state) = state::current(vm)?;
    state.makes_own_queue.set(true);
    let queue = class.call((), vm);
    state.makes_own_queue.set(false);
    queue
}

/// Returns the number of a queue; none for a queue that is none of the program's.
pub(in crate::asyncio) fn number_of(
    queue: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<Option<QueueId>> {
    let (_, state) = state::current(vm)?;
    let number = state.queues.borrow().get(&queue.get_id()).copied();
    Ok(number)
}

/// Records that an item went into a queue.
pub(in crate::asyncio) fn put(queue: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if let Some(number) = number_of(queue, vm)? {
        let level = level(queue, vm);
        let (session, state) = state::current(vm)?;
        state.levels.borrow_mut().insert(queue.get_id(), level);
        session.runtime_loop().record_put(number, level);
    }
    Ok(())
}

/// Records that an item was taken out of a queue.
pub(in crate::asyncio) fn got(queue: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if let Some(number) = number_of(queue, vm)? {
        let level = level(queue, vm);
        let (session, state) = state::current(vm)?;
        state.levels.borrow_mut().insert(queue.get_id(), level);
        session.runtime_loop().record_got(number, level);
    }
    Ok(())
}

/// Records that a queue that had items was emptied.
pub(in crate::asyncio) fn emptied(queue: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (_, state) = state::current(vm)?;
    let had_items = state
        .levels
        .borrow()
        .get(&queue.get_id())
        .is_some_and(|level| *level > 0);
    if had_items { got(queue, vm) } else { Ok(()) }
}

/// Returns how many items a queue holds, without calling a method that the program may have overridden.
fn level(queue: &PyObject, vm: &VirtualMachine) -> u32 {
    let items = queue.get_attr("_queue", vm);
    let length = items.and_then(|items| items.length(vm));
    length.map_or(0, |length| length as u32)
}

/// Remembers which functions of asyncio wait for what, once its modules are there.
pub(in crate::asyncio) fn know(vm: &VirtualMachine) -> PyResult<()> {
    let (_, state) = state::current(vm)?;
    if state.known_code.get().is_none() {
        let _ = state.known_code.set(KnownCode::find(vm)?);
    }
    Ok(())
}
