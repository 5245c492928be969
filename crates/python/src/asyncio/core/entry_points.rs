//! The ways in which a program's top level starts the loop: `asyncio.run` and the like.

use std::rc::Rc;

use interleave::runtime::{DoneFuture, Future, Outcome};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::future::PyFuture;
use super::task::{self, ensure_future};
use crate::bridge::{text_of, to_exception};
use crate::coroutines::is_coroutine;
use crate::session::{self, Session, check_limits};

/// `asyncio.run`.
/// Errors: the coroutine's exception, `RuntimeError` in a running loop, and `ValueError` for an
/// object that is no coroutine.
pub(crate) fn run(coroutine: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let message = "asyncio.run() cannot be called from a running event loop";
    let session = idle_session(message, vm).map_err(|error| holding(error, &coroutine, vm))?;
    if !is_coroutine(&coroutine, vm) {
        let shown = coroutine.repr(vm)?;
        return Err(vm.new_value_error(format!("a coroutine was expected, got {shown}")));
    }
    session.run.open();
    let main = create_main(&session, coroutine, None, vm)?;
    session.run.begin_main(main.inner(vm)?.clone());
    drive(&session, vm)?;
    session.close_loop();
    match session.run.outcome() {
        Some(Outcome::Raised(raised)) => Err(to_exception(&raised, vm)),
        _ => main.outcome(vm),
    }
}

/// `loop.run_until_complete`.
pub(super) fn run_until_complete(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let session = idle_session("This event loop is already running", vm)?;
    session.run.open();
    let future = ensure_future(object, vm)?;
    drive_until_done(&session, &future, vm)?;
    future.outcome(vm)
}

/// `loop.run_forever`: runs until `loop.stop()`.
/// Errors: `RuntimeError` in a running loop, and `SystemExit` at a limit.
pub(super) fn run_forever(vm: &VirtualMachine) -> PyResult<()> {
    let session = idle_session("This event loop is already running", vm)?;
    session.run.open();
    let never: Rc<Future<()>> = Future::new();
    session.run.begin_until(never);
    drive(&session, vm)
}

/// Runs the loop until a future is done.
/// Errors: `SystemExit` and `KeyboardInterrupt` of a task, and `RuntimeError` if the loop stopped
/// before.
pub(super) fn drive_until_done(
    session: &Rc<Session>,
    future: &PyRef<PyFuture>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    session.run.begin_until(future.inner(vm)?.clone());
    drive(session, vm)?;
    match session.run.take_exit() {
        Some(exit) => Err(to_exception(&exit, vm)),
        None if !future.inner(vm)?.core().is_done() => {
            Err(vm.new_runtime_error("Event loop stopped before Future completed."))
        }
        None => Ok(()),
    }
}

/// Cancels the tasks that are left, lets them finish, and closes the loop.
/// Errors: `SystemExit` at a limit.
pub(super) fn close(session: &Rc<Session>, vm: &VirtualMachine) -> PyResult<()> {
    // Callbacks that are ready run as the closing starts, and find the loop running.
    session.is_running.set(true);
    session.run.begin_close();
    drive(session, vm)?;
    session.close_loop();
    Ok(())
}

/// Creates the task of a main coroutine. The task's lane has the coroutine's name.
pub(super) fn create_main(
    session: &Rc<Session>,
    coroutine: PyObjectRef,
    context: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<PyRef<PyFuture>> {
    let name = coroutine.get_attr("__name__", vm);
    let name = name.map_or_else(|_| "main".to_owned(), |name| text_of(&name, vm));
    let main = task::create(coroutine, Some(&name), context, vm)?;
    let number = session.next_main_number();
    main.parts(vm)?.task.set_name(&format!("Task-{number}"));
    Ok(main.into_base())
}

/// Returns the session, whose loop must not be running.
/// Errors: `RuntimeError` with this message in a running loop.
pub(super) fn idle_session(message: &str, vm: &VirtualMachine) -> PyResult<Rc<Session>> {
    let session = session::current(vm)?;
    if session.is_running.get() {
        return Err(vm.new_runtime_error(message));
    }
    Ok(session)
}

/// Lets an exception hold the coroutine that was not run. In asyncio the frames of its traceback do, so
/// that the warning that nothing awaited the coroutine comes once the exception was handled.
fn holding(
    error: PyBaseExceptionRef,
    coroutine: &PyObjectRef,
    vm: &VirtualMachine,
) -> PyBaseExceptionRef {
    // If this fails, the warning comes earlier, and nothing else.
    let _ = error
        .as_object()
        .set_attr("_coroutine", coroutine.clone(), vm);
    error
}

/// Lets the host take turns until the loop has nothing left to do.
fn drive(session: &Rc<Session>, vm: &VirtualMachine) -> PyResult<()> {
    session.is_running.set(true);
    session.is_closed.set(false);
    session.host.drive(&session.run);
    session.is_running.set(false);
    session.release_ended_tasks();
    session.runtime_loop().set_location(None);
    check_limits(session, vm)
}
