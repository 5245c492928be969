//! `asyncio.Runner`: several mains, one after the other, with tasks that live on between them.

use std::cell::Cell;

use rustpython_vm::builtins::PyType;
use rustpython_vm::function::{FuncArgs, OptionalOption};
use rustpython_vm::types::Constructor;
use rustpython_vm::{
    FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::{event_loop, running, task};

/// A runner.
#[pyclass(module = "asyncio.runners", name = "Runner")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyRunner {
    is_open: Cell<bool>,
    is_closed: Cell<bool>,
}

impl Constructor for PyRunner {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyRunner {
            is_open: Cell::new(false),
            is_closed: Cell::new(false),
        })
    }
}

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
            return Err(vm.new_runtime_error("Runner is closed".to_owned()));
        }
        self.is_open.set(true);
        Ok(())
    }
}

#[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF), with(Constructor))]
impl PyRunner {
    #[pymethod]
    fn run(&self, args: RunArguments, vm: &VirtualMachine) -> PyResult {
        if !task::is_coroutine(&args.coro, vm)? {
            let shown = args.coro.repr(vm)?;
            let message = format!("a coroutine was expected, got {shown}");
            return Err(vm.new_value_error(message));
        }
        let message = "Runner.run() cannot be called from a running event loop";
        let session = running::idle(message, vm)?;
        self.open(vm)?;
        session.run.open();
        let main = running::create_main(&session, args.coro, args.context.flatten(), vm)?;
        running::until(&session, &main, vm)?;
        main.outcome(vm)
    }

    #[pymethod]
    fn get_loop(&self, vm: &VirtualMachine) -> PyResult {
        self.open(vm)?;
        event_loop::of_session(vm)
    }

    #[pymethod]
    fn close(&self, vm: &VirtualMachine) -> PyResult<()> {
        if !self.is_open.replace(false) {
            return Ok(());
        }
        self.is_closed.set(true);
        let message = "Cannot close a running event loop";
        running::close(&running::idle(message, vm)?, vm)
    }

    #[pymethod(name = "__enter__")]
    fn enter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        zelf.open(vm)?;
        Ok(zelf)
    }

    #[pymethod(name = "__exit__")]
    fn exit(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        self.close(vm)
    }
}
