//! `asyncio.Event`.

use interleave::runtime::EventFlag;
use rustpython_vm::builtins::PyType;
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::{none_of, shown, value_of};
use crate::awaitable::{PyAwait, coroutine};

/// A flag that tasks wait for.
#[pyclass(module = "asyncio.locks", name = "Event")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyEvent {
    flag: EventFlag,
}

impl Constructor for PyEvent {
    type Args = ();

    fn py_new(_class: &Py<PyType>, (): (), _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyEvent {
            flag: EventFlag::new(),
        })
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Representable)
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
    fn wait(&self, vm: &VirtualMachine) -> PyAwait {
        let (wait, truth) = (self.flag.wait(), value_of(true, vm));
        coroutine("Event.wait", async move {
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
