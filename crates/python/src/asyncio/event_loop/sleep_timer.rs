//! The timer of `asyncio.sleep`, without the handle that nobody sees.

use interleave::runtime::Event;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::vm::thread;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::{is_plain, queues};
use crate::asyncio::core::drive::{end_at_exit, seconds};
use crate::asyncio::core::future_iterator::is_exact;
use crate::asyncio::core::{PyFuture, Source, callbacks};
use crate::asyncio::state;

/// Calls `loop.call_later` for a sleep, whose future gets its result then.
pub(in crate::asyncio) fn call_later(
    event_loop: PyObjectRef,
    delay: PyObjectRef,
    function: PyObjectRef,
    future: PyObjectRef,
    result: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult {
    let (session, state) = state::current(vm)?;
    let length = plain_number(&delay, vm);
    let is_usual = function.is(&state.classes(vm)?.set_result_unless_cancelled);
    let native = future
        .downcast_ref::<PyFuture>()
        .filter(|future| is_exact(future));
    let (Some(length), Some(native), true) = (length, native, is_usual) else {
        return slowly(&event_loop, delay, function, future, result, vm);
    };
    let until = seconds(vm)? + length;
    let moment = state.deadline(until, session.runtime_loop());
    native.source.replace(Source::Timer(moment));
    if !is_plain(&event_loop, &state, vm)? {
        return slowly(&event_loop, delay, function, future, result, vm);
    }
    super::check_open(&event_loop, vm)?;
    let slept = native.to_owned();
    let timer = queues::schedule(
        &event_loop,
        until,
        move |inner| {
            if slept.is_done() {
                return;
            }
            if let Some(task) = callbacks::first_waiter(&slept) {
                inner.record(Event::TimerFired { task });
            }
            thread::with_current_vm(|vm| {
                end_at_exit(PyFuture::finish(&slept, Ok(result), vm), vm);
            });
        },
        vm,
    )?;
    Ok(timer.into_ref(&vm.ctx).into())
}

/// Returns the value of a plain `int` or `float`.
fn plain_number(object: &PyObject, vm: &VirtualMachine) -> Option<f64> {
    let class = object.class();
    let is_plain = class.is(vm.ctx.types.float_type) || class.is(vm.ctx.types.int_type);
    let number = is_plain.then(|| object.try_float(vm).ok()).flatten();
    number.map(|number| number.to_f64())
}

fn slowly(
    event_loop: &PyObject,
    delay: PyObjectRef,
    function: PyObjectRef,
    future: PyObjectRef,
    result: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult {
    let arguments = FuncArgs::from(vec![delay, function, future, result]);
    vm.call_method(event_loop, "call_later", arguments)
}
