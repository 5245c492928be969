//! `asyncio.Lock`.

use interleave::runtime::{Held, Lock, Result};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer, Representable};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::waiters::{self, LoopBinding, lock_state, placeholders};
use crate::asyncio::arguments::none_expected;
use crate::bridge::raised;
use crate::coroutines::{PyAwait, coroutine};

/// A lock.
#[pyclass(module = "asyncio.locks", name = "Lock")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct PyLock {
    pub(super) lock: Lock,
    binding: LoopBinding,
}

impl DefaultConstructor for PyLock {}

impl Initializer for PyLock {
    type Args = FuncArgs;

    fn init(_zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        none_expected("Lock.__init__", &args, vm)
    }
}

impl PyLock {
    /// Takes the lock, which is held until the program releases it.
    /// Errors: `Cancelled`, and `RuntimeError` in another loop.
    pub(super) async fn take(zelf: PyRef<Self>) -> Result<()> {
        let wait = zelf.lock.acquire();
        if zelf.lock.is_locked() {
            zelf.binding.check(zelf.as_object())?;
        }
        wait.await.map(Held::keep)
    }

    pub(super) fn exit_block(&self, name: &'static str) -> PyAwait {
        let lock = self.lock.clone();
        coroutine(name, async move { lock.release() })
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PyLock {
    #[pymethod]
    fn locked(zelf: &Py<Self>) -> bool {
        zelf.lock.is_locked()
    }

    #[pymethod]
    pub(super) fn acquire(zelf: PyRef<Self>) -> PyAwait {
        coroutine("Lock.acquire", async move {
            PyLock::take(zelf).await?;
            Ok(true)
        })
    }

    #[pymethod]
    fn release(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        raised(zelf.lock.release(), vm)
    }

    #[pymethod(name = "__aenter__")]
    fn enter(zelf: PyRef<Self>) -> PyAwait {
        coroutine("Lock.__aenter__", PyLock::take(zelf))
    }

    #[pymethod(name = "__aexit__")]
    fn exit(zelf: &Py<Self>, _args: FuncArgs) -> PyAwait {
        zelf.exit_block("Lock.__aexit__")
    }

    #[pygetset]
    fn _waiters(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        placeholders(zelf.lock.waiters(), vm)
    }
}

impl Representable for PyLock {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let (state, waiters) = (lock_state(Self::locked(zelf)), zelf.lock.waiters());
        Ok(waiters::repr(zelf.as_object(), state, waiters, vm))
    }
}
