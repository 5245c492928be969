//! `asyncio.Event`.

use interleave::runtime::EventFlag;
use rustpython_vm::builtins::PyType;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, Initializer, Representable};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::bound::Bound;
use super::{none_expected, none_of, shown, value_of};
use crate::awaitable::{PyAwait, coroutine};

/// A flag that tasks wait for.
#[pyclass(module = "asyncio.locks", name = "Event")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct PyEvent {
    flag: EventFlag,
    bound: Bound,
}

impl Constructor for PyEvent {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyEvent::default())
    }
}

impl Initializer for PyEvent {
    type Args = FuncArgs;

    fn init(_zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        none_expected("Event.__init__", &args, vm)
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PyEvent {
    #[pymethod]
    fn is_set(&self) -> bool {
        self.flag.is_set()
    }

    #[pymethod]
    fn set(&self) {
        self.flag.set();
    }

    #[pymethod]
    fn clear(&self) {
        self.flag.clear();
    }

    #[pymethod]
    fn wait(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyAwait {
        let (wait, truth) = (zelf.flag.wait(), value_of(true, vm));
        coroutine("Event.wait", async move {
            if !zelf.flag.is_set() {
                zelf.bound.check(zelf.as_object())?;
            }
            wait.await?;
            Ok(truth)
        })
    }

    #[pygetset]
    fn _waiters(&self, vm: &VirtualMachine) -> PyObjectRef {
        none_of(self.flag.waiters(), vm)
    }
}

impl Representable for PyEvent {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let state = if zelf.flag.is_set() { "set" } else { "unset" };
        Ok(shown::with_waiters(
            zelf.as_ref(),
            state,
            zelf.flag.waiters(),
            vm,
        ))
    }
}
