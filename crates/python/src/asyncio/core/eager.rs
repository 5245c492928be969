//! Tasks that take their first step when they are created: `eager_start`.

use interleave::runtime::StepEnd;
use rustpython_vm::{Py, PyResult, VirtualMachine};

use super::step::InContext;
use super::task::PyTask;
use super::{registry, step};
use crate::asyncio::core::callbacks::record_scheduled;
use crate::asyncio::state;

/// Takes the first step at once. In the trace the task that creates this one lets it go first.
pub(super) fn start(task: &Py<PyTask>, vm: &VirtualMachine) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    let inner = session.runtime_loop().clone();
    let event_loop = task.future().loop_of(vm)?;
    registry::register(task, vm)?;
    let parent = inner.current_task();
    record_scheduled(&inner, task.id());
    if parent.is_some() {
        let location = crate::session::program_location(vm);
        inner.end_foreign_step(StepEnd::Yields, location, None);
    }
    let before = state.swap_task(&event_loop, Some(task.to_owned().into()));
    let begun = step::begin(task, None, &session, &state, vm)?;
    let result = step::run(task, None, InContext::NotYet, vm);
    state.swap_task(&event_loop, before);
    let ended = step::end(task, result, begun, &session, &state, vm);
    if let Some(parent) = parent {
        record_scheduled(&inner, parent);
        inner.begin_foreign_step(parent);
    }
    if task.future().is_done() {
        drop(task.coroutine.lock().take());
    }
    ended
}
