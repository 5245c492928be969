//! `asyncio.Event`.

use interleave::runtime::EventFlag;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer, Representable};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::waiters::{self, LoopBinding, placeholders};
use crate::asyncio::arguments::none_expected;
use crate::coroutines::{PyAwait, coroutine};

/// A flag that tasks wait for.
#[pyclass(module = "asyncio.locks", name = "Event")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct PyEvent {
    flag: EventFlag,
    binding: LoopBinding,
}

impl DefaultConstructor for PyEvent {}

impl Initializer for PyEvent {
    type Args = FuncArgs;

    fn init(_zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        none_expected("Event.__init__", &args, vm)
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PyEvent {
    #[pymethod]
    fn is_set(zelf: &Py<Self>) -> bool {
        zelf.flag.is_set()
    }

    #[pymethod]
    fn set(zelf: &Py<Self>) {
        zelf.flag.set();
    }

    #[pymethod]
    fn clear(zelf: &Py<Self>) {
        zelf.flag.clear();
    }

    #[pymethod]
    fn wait(zelf: PyRef<Self>) -> PyAwait {
        let wait = zelf.flag.wait();
        coroutine("Event.wait", async move {
            if !zelf.flag.is_set() {
                zelf.binding.check(zelf.as_object())?;
            }
            wait.await?;
            Ok(true)
        })
    }

    #[pygetset]
    fn _waiters(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        placeholders(zelf.flag.waiters(), vm)
    }
}

impl Representable for PyEvent {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let state = if zelf.flag.is_set() { "set" } else { "unset" };
        let waiters = zelf.flag.waiters();
        Ok(waiters::repr(zelf.as_object(), state, waiters, vm))
    }
}
