//! `asyncio.Runner`: several main coroutines, one after the other. Tasks live on between them.

use std::cell::Cell;

use rustpython_vm::function::{FuncArgs, OptionalOption};
use rustpython_vm::types::{Constructor, DefaultConstructor};
use rustpython_vm::{
    FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::entry_points;
use crate::coroutines::is_coroutine;
use crate::session;

/// A runner.
#[pyclass(module = "asyncio.runners", name = "Runner")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct PyRunner {
    is_open: Cell<bool>,
    is_closed: Cell<bool>,
}

impl DefaultConstructor for PyRunner {}

#[derive(FromArgs)]
struct RunArguments {
    #[pyarg(any)]
    coro: PyObjectRef,
    #[pyarg(named, optional)]
    context: OptionalOption<PyObjectRef>,
}

impl PyRunner {
    fn open(&self, vm: &VirtualMachine) -> PyResult<()> {
        if self.is_closed.get() {
            return Err(vm.new_runtime_error("Runner is closed"));
        }
        self.is_open.set(true);
        Ok(())
    }
}

#[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF), with(Constructor))]
impl PyRunner {
    #[pymethod]
    fn run(zelf: &Py<Self>, args: RunArguments, vm: &VirtualMachine) -> PyResult {
        if !is_coroutine(&args.coro, vm) {
            let shown = args.coro.repr(vm)?;
            return Err(vm.new_value_error(format!("a coroutine was expected, got {shown}")));
        }
        let message = "Runner.run() cannot be called from a running event loop";
        let session = entry_points::idle_session(message, vm)?;
        zelf.open(vm)?;
        session.run.open();
        let main = entry_points::create_main(&session, args.coro, args.context.flatten(), vm)?;
        entry_points::drive_until_done(&session, &main, vm)?;
        main.outcome(vm)
    }

    #[pymethod]
    fn get_loop(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        zelf.open(vm)?;
        Ok(session::current(vm)?.event_loop.clone())
    }

    #[pymethod]
    fn close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        if !zelf.is_open.replace(false) {
            return Ok(());
        }
        zelf.is_closed.set(true);
        let message = "Cannot close a running event loop";
        entry_points::close(&entry_points::idle_session(message, vm)?, vm)
    }

    #[pymethod(name = "__enter__")]
    fn enter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        zelf.open(vm)?;
        Ok(zelf)
    }

    #[pymethod(name = "__exit__")]
    fn exit(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        Self::close(zelf, vm)
    }
}
