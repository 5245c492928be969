//! The callbacks of a future: functions that the loop calls a tick after the future is done.

use std::rc::Rc;

use interleave::runtime::{Event, EventLoop, TaskId};
use rustpython_vm::function::{FuncArgs, KwArgs};
use rustpython_vm::vm::thread;
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine,
};

use super::future::PyFuture;
use crate::asyncio::core::drive;
use crate::asyncio::core::program_callback;
use crate::asyncio::core::{InContext, PyTask, PyWakeup, wake_up};
use crate::asyncio::event_loop::{self, call_in};
use crate::asyncio::state;

#[derive(FromArgs)]
pub(in crate::asyncio) struct CallbackArguments {
    #[pyarg(positional, name = "fn")]
    function: PyObjectRef,
    #[pyarg(named, optional)]
    context: Option<PyObjectRef>,
}

/// `Future.add_done_callback`.
pub(super) fn add(
    future: &Py<PyFuture>,
    args: CallbackArguments,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let context = match args.context {
        Some(context) => context,
        None => event_loop::copy_context(vm)?,
    };
    add_in(future, args.function, context, vm)
}

/// Adds a callback with its context.
pub(in crate::asyncio) fn add_in(
    future: &Py<PyFuture>,
    function: PyObjectRef,
    context: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    if future.is_done() {
        return schedule(future, function, context, vm);
    }
    future.callbacks.lock().push((function, context));
    Ok(())
}

/// `Future.remove_done_callback`: returns how many there were.
pub(super) fn remove(
    future: &Py<PyFuture>,
    function: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<usize> {
    // A comparison may run code of the program, which may change the list.
    let known = future.callbacks.lock().clone();
    let mut removed = Vec::new();
    for (added, context) in known {
        if vm.identical_or_equal(&added, function)? {
            removed.push((added, context));
        }
    }
    let is_removed = |entry: &(PyObjectRef, PyObjectRef)| {
        let same = |other: &(PyObjectRef, PyObjectRef)| other.0.is(&entry.0);
        removed.iter().any(same)
    };
    let mut callbacks = future.callbacks.lock();
    let before = callbacks.len();
    callbacks.retain(|entry| !is_removed(entry));
    Ok(before - callbacks.len())
}

/// The attribute `_callbacks`: a list of functions and contexts; none if there are none.
pub(super) fn shown(future: &PyFuture, vm: &VirtualMachine) -> Option<PyObjectRef> {
    let callbacks = future.callbacks.lock().clone();
    let pair = |(function, context)| vm.ctx.new_tuple(vec![function, context]).into();
    let pairs: Vec<PyObjectRef> = callbacks.into_iter().map(pair).collect();
    (!pairs.is_empty()).then(|| vm.ctx.new_list(pairs).into())
}

/// Returns the first task that waits for a future.
pub(in crate::asyncio) fn first_waiter(future: &PyFuture) -> Option<TaskId> {
    let callbacks = future.callbacks.lock();
    let mut waiters = callbacks
        .iter()
        .filter_map(|(function, _)| function.downcast_ref::<PyWakeup>());
    waiters.next().map(|wakeup| wakeup.task().id())
}

/// Schedules the callbacks of a future that is done now.
pub(super) fn schedule_all(future: &Py<PyFuture>, vm: &VirtualMachine) -> PyResult<()> {
    let callbacks = std::mem::take(&mut *future.callbacks.lock());
    for (function, context) in callbacks {
        schedule(future, function, context, vm)?;
    }
    Ok(())
}

/// Schedules a callback of a future that is done.
fn schedule(
    future: &Py<PyFuture>,
    function: PyObjectRef,
    context: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    let event_loop = future.loop_of(vm)?;
    let inner = session.runtime_loop();
    if !event_loop::is_plain(&event_loop, &state, vm)? {
        if let Some(wakeup) = function.downcast_ref::<PyWakeup>() {
            record_scheduled(inner, wakeup.task().id());
        }
        let named = KwArgs::new([("context".into(), context)].into_iter().collect());
        let future: PyObjectRef = future.to_owned().into();
        let arguments = FuncArgs::new(vec![function, future], named);
        return vm
            .call_method(&event_loop, "call_soon", arguments)
            .map(drop);
    }
    event_loop::check_open(&event_loop, vm)?;
    let future: PyRef<PyFuture> = future.to_owned();
    if let Some(wakeup) = function.downcast_ref::<PyWakeup>() {
        let task = wakeup.task().to_owned();
        state.with_attached(&event_loop, &session, |inner| {
            inner.schedule_foreign(task.id(), move |_| {
                thread::with_current_vm(|vm| {
                    let woken = wake_up(&task, future.as_object(), InContext::NotYet, vm);
                    drive::end_at_exit(woken, vm);
                });
            });
        });
        return Ok(());
    }
    let of = program_callback::task_of(&future, &function, vm);
    if let Some(task) = of {
        inner.record(Event::CallbackReady { task });
    }
    state.with_attached(&event_loop, &session, |inner| {
        inner.enqueue(move |inner| call(inner, &function, future, context, of));
    });
    Ok(())
}

pub(in crate::asyncio) fn record_scheduled(inner: &Rc<EventLoop>, task: TaskId) {
    let cause = inner.cause();
    inner.record(Event::Scheduled { task, cause });
}

/// Calls a callback. `of` is the task whose end calls a function of the program.
fn call(
    inner: &Rc<EventLoop>,
    function: &PyObject,
    future: PyRef<PyFuture>,
    context: PyObjectRef,
    of: Option<TaskId>,
) {
    if let Some(task) = of {
        inner.record(Event::CalledBack { task });
    }
    thread::with_current_vm(|vm| {
        let event_loop = future.loop_of(vm);
        let future: PyObjectRef = future.into();
        let called = call_in(&context, function, vec![future.clone()], vm).map(drop);
        let called = called.or_else(|exception| {
            let event_loop = event_loop?;
            drive::callback_failed(&event_loop, function, vec![future], context, exception, vm)
        });
        drive::end_at_exit(called, vm);
    });
    if let Some(task) = of {
        inner.record(Event::CallbackEnded { task });
    }
}

/// Returns whether an object is a task of ours.
pub(in crate::asyncio) fn as_task(object: &PyObject) -> Option<&Py<PyTask>> {
    object.downcast_ref::<PyTask>()
}
