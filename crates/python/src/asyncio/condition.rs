//! `asyncio.Condition`.

use interleave::runtime::{Condition, Held};
use rustpython_vm::builtins::PyType;
use rustpython_vm::function::{FuncArgs, OptionalArg, OptionalOption};
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{
    FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::lock::PyLock;
use super::{checked, none_of, raised, shown, value_of};
use crate::awaitable::{PyAwait, coroutine};

/// A condition, with its lock.
#[pyclass(module = "asyncio.locks", name = "Condition")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyCondition {
    condition: Condition,
    lock: PyRef<PyLock>,
}

#[derive(FromArgs)]
pub(crate) struct LockArgument {
    #[pyarg(any, optional)]
    lock: OptionalOption<PyRef<PyLock>>,
}

impl Constructor for PyCondition {
    type Args = LockArgument;

    fn py_new(_class: &Py<PyType>, args: LockArgument, vm: &VirtualMachine) -> PyResult<Self> {
        let lock = args.lock.flatten().unwrap_or_else(|| {
            let lock = PyLock {
                lock: Default::default(),
            };
            lock.into_ref(&vm.ctx)
        });
        Ok(PyCondition {
            condition: Condition::with_lock(lock.lock.clone()),
            lock,
        })
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Representable)
)]
impl PyCondition {
    #[pymethod]
    fn locked(&self) -> bool {
        self.condition.lock().is_locked()
    }

    #[pymethod]
    fn acquire(&self, vm: &VirtualMachine) -> PyAwait {
        let (wait, truth) = (self.condition.acquire(), value_of(true, vm));
        coroutine("Lock.acquire", async move {
            wait.await.map(Held::keep)?;
            Ok(truth)
        })
    }

    #[pymethod]
    fn release(&self, vm: &VirtualMachine) -> PyResult<()> {
        raised(self.condition.lock().release(), vm)
    }

    #[pymethod]
    fn wait(&self, vm: &VirtualMachine) -> PyAwait {
        let (wait, truth) = (self.condition.wait(), value_of(true, vm));
        coroutine("Condition.wait", async move {
            wait.await?;
            Ok(truth)
        })
    }

    #[pymethod]
    fn wait_for(&self, predicate: PyObjectRef) -> PyAwait {
        let condition = self.condition.clone();
        coroutine("Condition.wait_for", async move {
            loop {
                let result = checked(|vm| predicate.call((), vm))?;
                if checked(|vm| result.clone().try_to_bool(vm))? {
                    return Ok(result);
                }
                condition.wait().await?;
            }
        })
    }

    #[pymethod]
    fn notify(&self, n: OptionalArg<usize>, vm: &VirtualMachine) -> PyResult<()> {
        raised(self.condition.notify(n.unwrap_or(1)), vm)
    }

    #[pymethod]
    fn notify_all(&self, vm: &VirtualMachine) -> PyResult<()> {
        raised(self.condition.notify_all(), vm)
    }

    #[pymethod(name = "__aenter__")]
    fn enter(&self, vm: &VirtualMachine) -> PyAwait {
        let (wait, none) = (self.condition.acquire(), vm.ctx.none());
        coroutine("Condition.__aenter__", async move {
            wait.await.map(Held::keep)?;
            Ok(none)
        })
    }

    #[pymethod(name = "__aexit__")]
    fn exit(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyAwait {
        let (lock, none) = (self.condition.lock().clone(), vm.ctx.none());
        coroutine("Condition.__aexit__", async move {
            lock.release()?;
            Ok(none)
        })
    }

    #[pygetset]
    fn _lock(&self) -> PyRef<PyLock> {
        self.lock.clone()
    }

    #[pygetset]
    fn _waiters(&self, vm: &VirtualMachine) -> PyObjectRef {
        none_of(self.condition.waiters(), vm)
    }
}

impl Representable for PyCondition {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let state = if zelf.locked() { "locked" } else { "unlocked" };
        let waiters = zelf.condition.waiters();
        Ok(shown::with_waiters(zelf.as_ref(), state, waiters, vm))
    }
}
