//! `asyncio.Condition`.

use std::cell::OnceCell;

use interleave::runtime::{Condition, Result};
use rustpython_vm::function::{FuncArgs, OptionalArg, OptionalOption};
use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::lock::PyLock;
use super::waiters::{self, LoopBinding, lock_state, placeholders};
use crate::asyncio::arguments::expected;
use crate::bridge::{checked, raised};
use crate::coroutines::{PyAwait, coroutine};

/// A condition, with its lock.
#[pyclass(module = "asyncio.locks", name = "Condition")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct PyCondition {
    /// None before `__init__`.
    inner: OnceCell<Inner>,
    binding: LoopBinding,
}

#[derive(Debug)]
struct Inner {
    condition: Condition,
    lock: PyRef<PyLock>,
}

#[derive(FromArgs)]
struct LockArgument {
    #[pyarg(any, optional)]
    lock: OptionalOption<PyRef<PyLock>>,
}

impl DefaultConstructor for PyCondition {}

impl Initializer for PyCondition {
    type Args = FuncArgs;

    fn init(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let args: LockArgument = expected("Condition.__init__", &["lock"], args, vm)?;
        let lock = args.lock.flatten();
        let lock = lock.unwrap_or_else(|| PyLock::default().into_ref(&vm.ctx));
        // A second `__init__` changes nothing.
        let _ = zelf.inner.set(Inner {
            condition: Condition::with_lock(lock.lock.clone()),
            lock,
        });
        Ok(())
    }
}

impl PyCondition {
    fn inner(&self, vm: &VirtualMachine) -> PyResult<&Inner> {
        let missing = || vm.new_runtime_error("Condition object is not initialized.");
        self.inner.get().ok_or_else(missing)
    }

    /// Releases the lock, waits until a task notifies the condition, and takes the lock again.
    async fn wait_once(zelf: &PyRef<Self>) -> Result<()> {
        let condition = checked(|vm| Ok(zelf.inner(vm)?.condition.clone()))?;
        if condition.lock().is_locked() {
            zelf.binding.check(zelf.as_object())?;
        }
        condition.wait().await
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PyCondition {
    #[pymethod]
    fn locked(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(zelf.inner(vm)?.condition.lock().is_locked())
    }

    #[pymethod]
    fn acquire(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyAwait> {
        Ok(PyLock::acquire(zelf.inner(vm)?.lock.clone()))
    }

    #[pymethod]
    fn release(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        raised(zelf.inner(vm)?.condition.lock().release(), vm)
    }

    #[pymethod]
    fn wait(zelf: PyRef<Self>) -> PyAwait {
        coroutine("Condition.wait", async move {
            PyCondition::wait_once(&zelf).await?;
            Ok(true)
        })
    }

    #[pymethod]
    fn wait_for(zelf: PyRef<Self>, predicate: PyObjectRef) -> PyAwait {
        coroutine("Condition.wait_for", async move {
            loop {
                let result = checked(|vm| predicate.call((), vm))?;
                if checked(|vm| result.clone().try_to_bool(vm))? {
                    return Ok(result);
                }
                PyCondition::wait_once(&zelf).await?;
            }
        })
    }

    #[pymethod]
    fn notify(zelf: &Py<Self>, n: OptionalArg<usize>, vm: &VirtualMachine) -> PyResult<()> {
        raised(zelf.inner(vm)?.condition.notify(n.unwrap_or(1)), vm)
    }

    #[pymethod]
    fn notify_all(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        raised(zelf.inner(vm)?.condition.notify_all(), vm)
    }

    #[pymethod(name = "__aenter__")]
    fn enter(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyAwait> {
        let lock = zelf.inner(vm)?.lock.clone();
        Ok(coroutine("Condition.__aenter__", PyLock::take(lock)))
    }

    #[pymethod(name = "__aexit__")]
    fn exit(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyAwait> {
        Ok(zelf.inner(vm)?.lock.exit_block("Condition.__aexit__"))
    }

    #[pygetset]
    fn _lock(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyRef<PyLock>> {
        Ok(zelf.inner(vm)?.lock.clone())
    }

    #[pygetset]
    fn _waiters(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        Ok(placeholders(zelf.inner(vm)?.condition.waiters(), vm))
    }
}

impl Representable for PyCondition {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let state = lock_state(Self::locked(zelf, vm)?);
        let waiters = zelf.inner(vm)?.condition.waiters();
        Ok(waiters::repr(zelf.as_object(), state, waiters, vm))
    }
}
