//! `asyncio.Semaphore` and `asyncio.BoundedSemaphore`.

use std::cell::OnceCell;

use interleave::runtime::{Permit, Result, Semaphore};
use rustpython_vm::function::{FuncArgs, OptionalArg};
use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::waiters::{self, LoopBinding, placeholders};
use crate::asyncio::arguments::expected;
use crate::bridge::raised;
use crate::coroutines::{PyAwait, coroutine};

/// A semaphore.
#[pyclass(module = "asyncio.locks", name = "Semaphore")]
#[derive(Debug, Default, PyPayload)]
#[repr(C)]
pub(crate) struct PySemaphore {
    /// None before `__init__`.
    semaphore: OnceCell<Semaphore>,
    binding: LoopBinding,
}

#[derive(FromArgs)]
struct ValueArgument {
    #[pyarg(any, optional)]
    value: OptionalArg<i64>,
}

impl DefaultConstructor for PySemaphore {}

impl Initializer for PySemaphore {
    type Args = FuncArgs;

    fn init(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        zelf.init_inner("Semaphore.__init__", Semaphore::new, args, vm)
    }
}

impl PySemaphore {
    /// Sets the semaphore of the runtime. A second `__init__` changes nothing.
    fn init_inner(
        &self,
        function: &str,
        make: impl FnOnce(usize) -> Semaphore,
        args: FuncArgs,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let args: ValueArgument = expected(function, &["value"], args, vm)?;
        let permits = usize::try_from(args.value.unwrap_or(1)).map_err(|_| {
            let message = "Semaphore initial value must be >= 0";
            vm.new_value_error(message)
        })?;
        let _ = self.semaphore.set(make(permits));
        Ok(())
    }

    fn inner(&self) -> &Semaphore {
        self.semaphore.get_or_init(|| Semaphore::new(1))
    }

    /// Takes a permit, which is held until the program releases it.
    async fn take(zelf: PyRef<Self>) -> Result<()> {
        let wait = zelf.inner().acquire();
        if zelf.inner().is_locked() {
            zelf.binding.check(zelf.as_object())?;
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
    fn locked(zelf: &Py<Self>) -> bool {
        zelf.inner().is_locked()
    }

    #[pymethod]
    fn acquire(zelf: PyRef<Self>) -> PyAwait {
        coroutine("Semaphore.acquire", async move {
            PySemaphore::take(zelf).await?;
            Ok(true)
        })
    }

    #[pymethod]
    fn release(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        raised(zelf.inner().release(), vm)
    }

    #[pymethod(name = "__aenter__")]
    fn enter(zelf: PyRef<Self>) -> PyAwait {
        coroutine("Semaphore.__aenter__", PySemaphore::take(zelf))
    }

    #[pymethod(name = "__aexit__")]
    fn exit(zelf: &Py<Self>, _args: FuncArgs) -> PyAwait {
        let semaphore = zelf.inner().clone();
        coroutine("Semaphore.__aexit__", async move { semaphore.release() })
    }

    #[pygetset]
    fn _value(zelf: &Py<Self>) -> usize {
        zelf.inner().free()
    }

    #[pygetset]
    fn _waiters(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        placeholders(zelf.inner().waiters(), vm)
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
        Ok(waiters::repr(zelf.as_object(), &state, waiters, vm))
    }
}

/// A semaphore that refuses more releases than acquisitions.
#[pyclass(module = "asyncio.locks", name = "BoundedSemaphore", base = PySemaphore)]
#[derive(Debug, Default)]
#[repr(transparent)]
pub(crate) struct PyBoundedSemaphore(PySemaphore);

impl DefaultConstructor for PyBoundedSemaphore {}

impl Initializer for PyBoundedSemaphore {
    type Args = FuncArgs;

    fn init(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let function = "BoundedSemaphore.__init__";
        zelf.0.init_inner(function, Semaphore::bounded, args, vm)
    }
}

#[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF), with(Constructor, Initializer))]
impl PyBoundedSemaphore {}
