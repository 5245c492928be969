//! `asyncio.Lock`.

use interleave::runtime::{Held, Lock};
use rustpython_vm::builtins::PyType;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, Initializer, Representable};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::bound::Bound;
use super::{none_expected, none_of, raised, shown, value_of};
use crate::awaitable::{PyAwait, coroutine};

/// A lock.
#[pyclass(module = "asyncio.locks", name = "Lock")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct PyLock {
    pub(super) lock: Lock,
    pub(super) bound: Bound,
}

impl Constructor for PyLock {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyLock::default())
    }
}

impl Initializer for PyLock {
    type Args = FuncArgs;

    fn init(_zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        none_expected("Lock.__init__", &args, vm)
    }
}

impl PyLock {
    /// Takes the lock, and gives it back only when asked to.
    pub(super) async fn take(zelf: PyRef<Self>) -> interleave::runtime::Result<()> {
        let wait = zelf.lock.acquire();
        if zelf.lock.is_locked() {
            zelf.bound.check(zelf.as_object())?;
        }
        wait.await.map(Held::keep)
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PyLock {
    #[pymethod]
    fn locked(&self) -> bool {
        self.lock.is_locked()
    }

    #[pymethod]
    fn acquire(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyAwait {
        let truth = value_of(true, vm);
        coroutine("Lock.acquire", async move {
            PyLock::take(zelf).await?;
            Ok(truth)
        })
    }

    #[pymethod]
    fn release(&self, vm: &VirtualMachine) -> PyResult<()> {
        raised(self.lock.release(), vm)
    }

    #[pymethod(name = "__aenter__")]
    fn enter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyAwait {
        let none = vm.ctx.none();
        coroutine("Lock.__aenter__", async move {
            PyLock::take(zelf).await?;
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
