//! `asyncio.Lock`.

use interleave::runtime::{Held, Lock};
use rustpython_vm::builtins::PyType;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::{none_of, raised, shown, value_of};
use crate::awaitable::{PyAwait, coroutine};

/// A lock.
#[pyclass(module = "asyncio.locks", name = "Lock")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyLock {
    pub(super) lock: Lock,
}

impl Constructor for PyLock {
    type Args = ();

    fn py_new(_class: &Py<PyType>, (): (), _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyLock { lock: Lock::new() })
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Representable)
)]
impl PyLock {
    #[pymethod]
    fn locked(&self) -> bool {
        self.lock.is_locked()
    }

    #[pymethod]
    fn acquire(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyAwait {
        let (wait, truth) = (zelf.lock.acquire(), value_of(true, vm));
        coroutine("Lock.acquire", async move {
            let _lock = zelf;
            wait.await.map(Held::keep)?;
            Ok(truth)
        })
    }

    #[pymethod]
    fn release(&self, vm: &VirtualMachine) -> PyResult<()> {
        raised(self.lock.release(), vm)
    }

    #[pymethod(name = "__aenter__")]
    fn enter(&self, vm: &VirtualMachine) -> PyAwait {
        let (wait, none) = (self.lock.acquire(), vm.ctx.none());
        coroutine("Lock.__aenter__", async move {
            wait.await.map(Held::keep)?;
            Ok(none)
        })
    }

    #[pymethod(name = "__aexit__")]
    fn exit(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyAwait {
        let (lock, none) = (self.lock.clone(), vm.ctx.none());
        coroutine("Lock.__aexit__", async move {
            lock.release()?;
            Ok(none)
        })
    }

    #[pygetset]
    fn _waiters(&self, vm: &VirtualMachine) -> PyObjectRef {
        none_of(self.lock.waiters(), vm)
    }
}

impl Representable for PyLock {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let state = if zelf.lock.is_locked() {
            "locked"
        } else {
            "unlocked"
        };
        Ok(shown::with_waiters(
            zelf.as_ref(),
            state,
            zelf.lock.waiters(),
            vm,
        ))
    }
}
