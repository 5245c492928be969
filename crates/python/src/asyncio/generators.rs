//! Asynchronous generators that nobody iterates to their end: the loop closes them.
//!
//! One that is dropped is closed by a task of its own; one that is still held when the loop ends
//! is closed then. As asyncio's `_asyncgen_finalizer_hook` and `shutdown_asyncgens`.

use std::rc::Rc;

use interleave::runtime::{DoneFuture, Errors, gather_futures};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::{checked, ensure_future, task};
use crate::session::{self, Session};
use crate::{complaint, error};

/// Lets the loop hear of generators that begin, and of those that go.
pub(crate) fn watch(vm: &VirtualMachine) {
    let begun = vm.new_function("_asyncgen_firstiter_hook", begun);
    let dropped = vm.new_function("_asyncgen_finalizer_hook", dropped);
    vm.async_gen_firstiter.replace(Some(begun.into()));
    vm.async_gen_finalizer.replace(Some(dropped.into()));
}

fn begun(generator: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let session = session::current(vm)?;
    let weak = generator.downgrade(None, vm)?;
    let mut generators = session.generators.borrow_mut();
    generators.retain(|known| known.upgrade().is_some());
    if generators.is_empty() {
        let closing = || Box::pin(close_all()) as _;
        session.inner_loop().set_closing(Box::new(closing));
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
    session.inner_loop().call_soon(move |_| {
        // Nobody waits for the task: what it raises is complained of when it goes.
        drop(checked(|vm| task::create(close, None, None, vm)));
    });
    Ok(())
}

/// Closes all that are held. What one raises is complained of.
async fn close_all() -> interleave::runtime::Result<()> {
    let Some(session) = session::open() else {
        return Ok(());
    };
    let held: Vec<PyObjectRef> = session
        .generators
        .take()
        .iter()
        .filter_map(|known| known.upgrade())
        .collect();
    let futures = checked(|vm| {
        let closing = held.iter();
        let closing = closing.map(|held| ensure_future(vm.call_method(held, "aclose", ())?, vm));
        closing.collect::<PyResult<Vec<_>>>()
    })?;
    let inner = checked(|vm| {
        let inner = futures.iter();
        let inner = inner.map(|future| Ok(future.inner(vm)?.clone() as Rc<dyn DoneFuture>));
        inner.collect::<PyResult<Vec<_>>>()
    })?;
    gather_futures(inner, Errors::Return, || ()).wait().await?;
    checked(|vm| {
        for (generator, future) in held.iter().zip(&futures) {
            if let Err(exception) = future.outcome(vm) {
                complain(&session, generator, &exception, vm)?;
            }
        }
        Ok(())
    })
}

fn complain(
    session: &Session,
    generator: &PyObjectRef,
    exception: &PyBaseExceptionRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    if error::of_exception(exception.clone(), vm).is_cancelled() {
        return Ok(());
    }
    let shown = generator.repr(vm)?;
    let head = format!("an error occurred during closing of asynchronous generator {shown}");
    complaint::tell(session, &head, None, exception, vm);
    Ok(())
}
