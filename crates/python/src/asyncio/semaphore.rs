//! `asyncio.Semaphore` and `asyncio.BoundedSemaphore`.

use std::cell::OnceCell;

use interleave::runtime::{Permit, Semaphore};
use rustpython_vm::builtins::PyType;
use rustpython_vm::function::{FuncArgs, OptionalArg};
use rustpython_vm::types::{Constructor, Initializer, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::bound::Bound;
use super::{expected, none_of, raised, shown, value_of};
use crate::awaitable::{PyAwait, coroutine};

/// A semaphore.
#[pyclass(module = "asyncio.locks", name = "Semaphore")]
#[derive(Debug, Default, PyPayload)]
#[repr(C)]
pub(crate) struct PySemaphore {
    /// None before `__init__`.
    semaphore: OnceCell<Semaphore>,
    bound: Bound,
}

#[derive(FromArgs)]
pub(crate) struct ValueArgument {
    #[pyarg(any, optional)]
    value: OptionalArg<i64>,
}

impl ValueArgument {
    fn places(self, vm: &VirtualMachine) -> PyResult<usize> {
        let value = self.value.unwrap_or(1);
        usize::try_from(value).map_err(|_| {
            let message = "Semaphore initial value must be >= 0";
            vm.new_value_error(message.to_owned())
        })
    }
}

impl Constructor for PySemaphore {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PySemaphore::default())
    }
}

impl Initializer for PySemaphore {
    type Args = FuncArgs;

    fn init(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let args: ValueArgument = expected("Semaphore.__init__", &["value"], args, vm)?;
        let semaphore = Semaphore::new(args.places(vm)?);
        // A second `__init__` changes nothing.
        let _ = zelf.semaphore.set(semaphore);
        Ok(())
    }
}

impl PySemaphore {
    fn inner(&self) -> &Semaphore {
        self.semaphore.get_or_init(|| Semaphore::new(1))
    }

    /// Takes a place, and gives it back only when asked to.
    async fn take(zelf: PyRef<Self>) -> interleave::runtime::Result<()> {
        let wait = zelf.inner().acquire();
        if zelf.inner().is_locked() {
            zelf.bound.check(zelf.as_object())?;
        }
        wait.await.map(Permit::keep)
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PySemaphore {
    #[pymethod]
    fn locked(&self) -> bool {
        self.inner().is_locked()
    }

    #[pymethod]
    fn acquire(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyAwait {
        let truth = value_of(true, vm);
        coroutine("Semaphore.acquire", async move {
            PySemaphore::take(zelf).await?;
            Ok(truth)
        })
    }

    #[pymethod]
    fn release(&self, vm: &VirtualMachine) -> PyResult<()> {
        raised(self.inner().release(), vm)
    }

    #[pymethod(name = "__aenter__")]
    fn enter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyAwait {
        let none = vm.ctx.none();
        coroutine("Semaphore.__aenter__", async move {
            PySemaphore::take(zelf).await?;
            Ok(none)
        })
    }

    #[pymethod(name = "__aexit__")]
    fn exit(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyAwait {
        let (semaphore, none) = (self.inner().clone(), vm.ctx.none());
        coroutine("Semaphore.__aexit__", async move {
            semaphore.release()?;
            Ok(none)
        })
    }

    #[pygetset]
    fn _value(&self) -> usize {
        self.inner().free()
    }

    #[pygetset]
    fn _waiters(&self, vm: &VirtualMachine) -> PyObjectRef {
        none_of(self.inner().waiters(), vm)
    }
}

impl Representable for PySemaphore {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let state = if zelf.inner().is_locked() {
            "locked".to_owned()
        } else {
            format!("unlocked, value:{}", zelf.inner().free())
        };
        let waiters = zelf.inner().waiters();
        Ok(shown::with_waiters(zelf.as_ref(), &state, waiters, vm))
    }
}

/// A semaphore that is not released more often than it was acquired.
#[pyclass(module = "asyncio.locks", name = "BoundedSemaphore", base = PySemaphore)]
#[derive(Debug)]
#[repr(transparent)]
pub(crate) struct PyBoundedSemaphore(PySemaphore);

impl Constructor for PyBoundedSemaphore {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyBoundedSemaphore(PySemaphore::default()))
    }
}

impl Initializer for PyBoundedSemaphore {
    type Args = FuncArgs;

    fn init(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let args: ValueArgument = expected("BoundedSemaphore.__init__", &["value"], args, vm)?;
        let semaphore = Semaphore::bounded(args.places(vm)?);
        let _ = zelf.0.semaphore.set(semaphore);
        Ok(())
    }
}

#[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF), with(Constructor, Initializer))]
impl PyBoundedSemaphore {}
