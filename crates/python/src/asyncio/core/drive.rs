//! Running a loop: the host takes turns until the loop is to stop.

use interleave::runtime::Parked;
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::asyncio::core::unretrieved;
use crate::asyncio::{state, thread_loops};
use crate::bridge::from_exception;
use crate::session::check_limits;
use crate::threads::threads;

/// Runs ticks of a loop until `loop.stop()`: `_run_once`, more than once.
/// Errors: `SystemExit` and `KeyboardInterrupt` of a task or callback, and `SystemExit` at a limit.
pub(in crate::asyncio) fn run(event_loop: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    check_limits(&session, vm)?;
    session.run.open();
    state.attach(event_loop, &session);
    session.run.begin_forever();
    let is_in_main = threads(&session).is_in_main();
    if event_loop.get_attr("_stopping", vm)?.try_to_bool(vm)? {
        session.run.stop_now();
    }
    if is_in_main {
        session.host.drive(&session.run);
    } else {
        thread_loops::drive(event_loop, &session, &state, vm)?;
    }
    session.runtime_loop().set_location(None);
    let exit = state.exit.take();
    drop(session.run.take_exit());
    if let Some(exit) = exit {
        return Err(exit);
    }
    check_limits(&session, vm)
}

/// `loop.stop()`: the running tick is the last one.
pub(in crate::asyncio) fn stop(event_loop: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    if state.is_running(event_loop) {
        session.run.stop_now();
    }
    Ok(())
}

/// Runs what is ready for the two ticks in which asyncio finds that there is nothing to shut down. The
/// task in which it looks takes a name.
pub(in crate::asyncio) fn run_rest(event_loop: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    state.attach(event_loop, &session);
    state.next_name();
    session.run.run_rest(2);
    match state.exit.take() {
        Some(exit) => Err(exit),
        None => check_limits(&session, vm),
    }
}

/// Waits for the threads of the default executor: `shutdown_default_executor`.
pub(in crate::asyncio) fn wait_for_threads(
    event_loop: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    state.attach(event_loop, &session);
    if !threads(&session).is_in_main() || !session.run.begin_join() {
        return run_rest(event_loop, vm);
    }
    state.next_name();
    session.host.drive(&session.run);
    match state.exit.take() {
        Some(exit) => Err(exit),
        None => check_limits(&session, vm),
    }
}

/// `loop.close()`: drops what waits in the loop.
pub(in crate::asyncio) fn close(event_loop: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (session, state) = state::current(vm)?;
    if let Some(parked) = state.detach(event_loop) {
        drop(parked);
        return Ok(());
    }
    if !threads(&session).is_in_main() && state.is_attached(event_loop) {
        drop(state.forget_attached());
        let mut waiting = Parked::default();
        session.runtime_loop().exchange(&mut waiting);
        return Ok(());
    }
    if !state.is_attached(event_loop) {
        return Ok(());
    }
    unretrieved::record_all(vm)?;
    state.due_now.clear();
    session.run.close_loop();
    drop(state.forget_attached());
    session.run.open();
    Ok(())
}

/// The loop's time in seconds.
pub(in crate::asyncio) fn seconds(vm: &VirtualMachine) -> PyResult<f64> {
    let (session, state) = state::current(vm)?;
    Ok(state.seconds(session.runtime_loop().thread_time()))
}

/// Says whether an exception ends the loop at once.
pub(in crate::asyncio) fn is_exit(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> bool {
    let exceptions = &vm.ctx.exceptions;
    exception.fast_isinstance(exceptions.system_exit)
        || exception.fast_isinstance(exceptions.keyboard_interrupt)
}

/// Ends the running loop if a task or callback has raised: nothing but what ends it at once gets here.
pub(in crate::asyncio) fn end_at_exit(result: PyResult<()>, vm: &VirtualMachine) {
    let Err(exception) = result else {
        return;
    };
    if let Ok((session, state)) = state::current(vm) {
        if is_exit(&exception, vm) {
            session
                .runtime_loop()
                .exit_with(from_exception(exception.clone(), vm));
        } else {
            session.run.stop_now();
        }
        state.exit.replace(Some(exception));
    }
}

/// Reports the exception of a callback, as `Handle._run` does. What ends the loop at once is raised.
pub(in crate::asyncio) fn callback_failed(
    event_loop: &PyObject,
    function: &PyObject,
    arguments: Vec<PyObjectRef>,
    context: PyObjectRef,
    exception: PyBaseExceptionRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    if is_exit(&exception, vm) {
        return Err(exception);
    }
    let report = state::attribute("asyncio.unix_events", "_callback_failed", vm)?;
    let arguments = vm.ctx.new_tuple(arguments);
    let given = (
        event_loop.to_owned(),
        function.to_owned(),
        arguments,
        context,
        exception,
    );
    report.call(given, vm).map(drop)
}
