//! Starting the loop from the program's top level: `asyncio.run` and its like.

use std::rc::Rc;

use interleave::runtime::{DoneFuture, Future, Outcome};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::future::PyFuture;
use super::{ensure_future, task};
use crate::session::{self, Session};
use crate::{error, limit};

/// `asyncio.run`.
pub(crate) fn run(coroutine: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let session = idle(
        "asyncio.run() cannot be called from a running event loop",
        vm,
    )?;
    if !task::is_coroutine(&coroutine, vm)? {
        let shown = coroutine.repr(vm)?;
        return Err(vm.new_value_error(format!("a coroutine was expected, got {shown}")));
    }
    session.run.open();
    let main = create_main(&session, coroutine, None, vm)?;
    let future = inner_of(&main, vm)?;
    session.run.begin_main(future.clone());
    drive(&session, vm)?;
    session.run.open();
    session.is_closed.set(true);
    session.loops.set(session.loops.get() + 1);
    match session.run.outcome() {
        Some(Outcome::Raised(raised)) => Err(error::to_exception(&raised, vm)),
        _ => outcome_of(&main, vm),
    }
}

/// `loop.run_until_complete`.
pub(super) fn until_complete(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let session = idle("This event loop is already running", vm)?;
    session.run.open();
    let future = ensure_future(object, vm)?;
    until(&session, &future, vm)?;
    outcome_of(&future, vm)
}

/// `loop.run_forever`: turns until `loop.stop()`.
pub(super) fn forever(vm: &VirtualMachine) -> PyResult<()> {
    let session = idle("This event loop is already running", vm)?;
    session.run.open();
    let never: Rc<Future<()>> = Future::new();
    session.run.begin_until(never);
    drive(&session, vm)
}

/// Turns until a future is done.
pub(super) fn until(
    session: &Rc<Session>,
    future: &PyRef<PyFuture>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    session.run.begin_until(future.inner(vm)?.clone());
    drive(session, vm)?;
    match session.run.take_exit() {
        Some(exit) => Err(error::to_exception(&exit, vm)),
        None if !future.inner(vm)?.core().is_done() => {
            let message = "Event loop stopped before Future completed.";
            Err(vm.new_runtime_error(message.to_owned()))
        }
        None => Ok(()),
    }
}

/// Cancels what is left, and lets it finish.
pub(super) fn close(session: &Rc<Session>, vm: &VirtualMachine) -> PyResult<()> {
    // Callbacks that are ready run as the closing begins, and find the loop running.
    session.is_running.set(true);
    session.run.begin_close();
    drive(session, vm)?;
    session.run.open();
    session.is_closed.set(true);
    session.loops.set(session.loops.get() + 1);
    Ok(())
}

/// Creates the task of a main coroutine. Its lane bears the coroutine's name.
pub(super) fn create_main(
    session: &Rc<Session>,
    coroutine: PyObjectRef,
    context: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<PyRef<PyFuture>> {
    let name = coroutine.get_attr("__name__", vm);
    let name = name.map_or_else(|_| "main".to_owned(), |name| error::text_of(&name, vm));
    let main = task::create(coroutine, Some(&name), context, vm)?;
    let number = session.main_number();
    main.part(vm)?.task.set_name(&format!("Task-{number}"));
    let main: PyObjectRef = main.into();
    main.downcast()
        .map_err(|_| vm.new_runtime_error("a task is no future".to_owned()))
}

/// Returns the session, whose loop must not be running.
pub(super) fn idle(message: &str, vm: &VirtualMachine) -> Result<Rc<Session>, PyBaseExceptionRef> {
    let session = session::current(vm)?;
    if session.is_running.get() {
        return Err(vm.new_runtime_error(message.to_owned()));
    }
    Ok(session)
}

/// Lets the host take turns until the loop rests.
fn drive(session: &Rc<Session>, vm: &VirtualMachine) -> PyResult<()> {
    session.is_running.set(true);
    session.is_closed.set(false);
    session.host.drive(&session.run);
    session.is_running.set(false);
    session.forget_ended();
    session.inner_loop().set_location(None);
    limit::check(session, vm)
}

fn outcome_of(future: &PyRef<PyFuture>, vm: &VirtualMachine) -> PyResult {
    future.outcome(vm)
}

fn inner_of(future: &PyRef<PyFuture>, vm: &VirtualMachine) -> PyResult<Rc<dyn DoneFuture>> {
    Ok(future.inner(vm)?.clone())
}
