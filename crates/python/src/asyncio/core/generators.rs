//! Asynchronous generators that the program does not iterate to their end: the loop closes them.
//!
//! A generator that is dropped is closed by a task of its own; a generator that still exists when
//! the loop ends is closed then. asyncio's `_asyncgen_finalizer_hook` and `shutdown_asyncgens` do
//! the same.

use interleave::runtime::{Errors, Result, gather_futures};
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::exception_handler::report;
use super::future::inner_futures;
use super::task::{self, ensure_future};
use crate::bridge::{checked, from_exception};
use crate::session;

/// Lets the loop know of each generator that starts, and of each that is dropped.
pub(crate) fn watch_generators(vm: &VirtualMachine) {
    let started = vm.new_function("_asyncgen_firstiter_hook", started);
    let dropped = vm.new_function("_asyncgen_finalizer_hook", dropped);
    vm.async_gen_firstiter.replace(Some(started.into()));
    vm.async_gen_finalizer.replace(Some(dropped.into()));
}

fn started(generator: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let session = session::current(vm)?;
    let weak = generator.downgrade(None, vm)?;
    let mut generators = session.generators.borrow_mut();
    generators.retain(|known| known.upgrade().is_some());
    if generators.is_empty() {
        let closing = || Box::pin(close_all()) as _;
        session.runtime_loop().set_closing(Box::new(closing));
    }
    generators.push(weak);
    Ok(())
}

fn dropped(generator: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let session = session::current(vm)?;
    if session.is_ending.get() || !session.is_running.get() {
        return Ok(());
    }
    let id = generator.get_id();
    session
        .generators
        .borrow_mut()
        .retain(|known| known.upgrade().is_some_and(|known| known.get_id() != id));
    let close = vm.call_method(&generator, "aclose", ())?;
    session.runtime_loop().call_soon(move |_| {
        // No task waits for the closing task: its error is reported when its object is dropped.
        drop(checked(|vm| task::create(close, None, None, vm)));
    });
    Ok(())
}

/// Closes all generators that still exist, and reports the errors that they raise.
async fn close_all() -> Result<()> {
    let Some(session) = session::open() else {
        return Ok(());
    };
    let generators = session.generators.take();
    let generators: Vec<PyObjectRef> = generators
        .iter()
        .filter_map(|known| known.upgrade())
        .collect();
    let futures = checked(|vm| {
        let close =
            |generator: &PyObjectRef| ensure_future(vm.call_method(generator, "aclose", ())?, vm);
        generators.iter().map(close).collect::<PyResult<Vec<_>>>()
    })?;
    let inner = checked(|vm| inner_futures(&futures, vm))?;
    gather_futures(inner, Errors::Return, || ()).wait().await?;
    checked(|vm| {
        for (generator, future) in generators.iter().zip(&futures) {
            if let Err(exception) = future.outcome(vm)
                && !from_exception(exception.clone(), vm).is_cancelled()
            {
                let what = "an error occurred during closing of asynchronous generator";
                let message = format!("{what} {}", generator.repr(vm)?);
                report(&session, &message, None, &exception, vm);
            }
        }
        Ok(())
    })
}
