//! Which loop runs, and whether a loop of the program schedules as ours does.

use rustpython_vm::builtins::{PyStrInterned, PyTypeRef};
use rustpython_vm::function::{FuncArgs, KwArgs};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::asyncio::state::{self, State};

/// `get_running_loop`.
/// Errors: `RuntimeError` where no loop runs.
pub(crate) fn running(vm: &VirtualMachine) -> PyResult {
    let (_, state) = state::current(vm)?;
    let running = state.running_loop.borrow().clone();
    running.ok_or_else(|| vm.new_runtime_error("no running event loop"))
}

/// `get_event_loop`: the running loop, else that of the policy.
pub(in crate::asyncio) fn current(vm: &VirtualMachine) -> PyResult {
    let (_, state) = state::current(vm)?;
    let running = state.running_loop.borrow().clone();
    if let Some(running) = running {
        return Ok(running);
    }
    let policy = state::attribute("asyncio.events", "_get_event_loop_policy", vm)?;
    let policy = policy.call((), vm)?;
    vm.call_method(&policy, "get_event_loop", ())
}

pub(in crate::asyncio) fn is_debug(event_loop: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let (_, state) = state::current(vm)?;
    match flag(event_loop, state.classes(vm)?.names.debug, vm)? {
        Some(is_debug) => Ok(is_debug),
        None => vm.call_method(event_loop, "get_debug", ())?.try_to_bool(vm),
    }
}

/// Returns an attribute of the object itself as a truth value; none if there is no such attribute.
fn flag(
    event_loop: &PyObject,
    name: &'static PyStrInterned,
    vm: &VirtualMachine,
) -> PyResult<Option<bool>> {
    let Some(dict) = event_loop.dict() else {
        return Ok(None);
    };
    let value = dict.get_item_opt(name, vm)?;
    value.map(|value| value.try_to_bool(vm)).transpose()
}

/// Says whether a loop is ours, schedules in the way of ours, and needs no report on slow callbacks.
pub(in crate::asyncio) fn is_plain(
    event_loop: &PyObject,
    state: &State,
    vm: &VirtualMachine,
) -> PyResult<bool> {
    let classes = state.classes(vm)?;
    let class = event_loop.class().to_owned();
    let is_ours = class.is(&classes.loop_class)
        || class.fast_issubclass(&classes.loop_class) && overrides_nothing(&class, state, vm)?;
    Ok(is_ours && !is_debug(event_loop, vm)?)
}

fn overrides_nothing(class: &PyTypeRef, state: &State, vm: &VirtualMachine) -> PyResult<bool> {
    let classes = state.classes(vm)?;
    let same = |name: &'static str, known: &PyObjectRef| {
        let own = class.get_attr(vm.ctx.intern_str(name));
        own.is_some_and(|own| own.is(known))
    };
    Ok(same("call_soon", &classes.call_soon)
        && same("_call_soon", &classes.call_soon_inner)
        && same("call_at", &classes.call_at)
        && same("call_later", &classes.call_later))
}

/// Errors: `RuntimeError` for a closed loop.
pub(in crate::asyncio) fn check_open(event_loop: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (_, state) = state::current(vm)?;
    match flag(event_loop, state.classes(vm)?.names.closed, vm)? {
        Some(true) => Err(vm.new_runtime_error("Event loop is closed")),
        _ => Ok(()),
    }
}

/// Calls the loop's own `call_soon`.
pub(in crate::asyncio) fn call_soon(
    event_loop: &PyObject,
    function: PyObjectRef,
    arguments: Vec<PyObjectRef>,
    context: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let mut all = vec![function];
    all.extend(arguments);
    let context = context.map(|context| ("context".into(), context));
    let named = KwArgs::new(context.into_iter().collect());
    vm.call_method(event_loop, "call_soon", FuncArgs::new(all, named))
        .map(drop)
}
