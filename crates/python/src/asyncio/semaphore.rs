//! `asyncio.Semaphore` and `asyncio.BoundedSemaphore`.

use interleave::runtime::{Permit, Semaphore};
use rustpython_vm::builtins::PyType;
use rustpython_vm::function::{FuncArgs, OptionalArg};
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{FromArgs, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::{none_of, raised, shown, value_of};
use crate::awaitable::{PyAwait, coroutine};

/// A semaphore.
#[pyclass(module = "asyncio.locks", name = "Semaphore")]
#[derive(Debug, PyPayload)]
#[repr(C)]
pub(crate) struct PySemaphore {
    semaphore: Semaphore,
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
    type Args = ValueArgument;

    fn py_new(_class: &Py<PyType>, args: ValueArgument, vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PySemaphore {
            semaphore: Semaphore::new(args.places(vm)?),
        })
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Representable)
)]
impl PySemaphore {
    #[pymethod]
    fn locked(&self) -> bool {
        self.semaphore.is_locked()
    }

    #[pymethod]
    fn acquire(&self, vm: &VirtualMachine) -> PyAwait {
        let (wait, truth) = (self.semaphore.acquire(), value_of(true, vm));
        coroutine("Semaphore.acquire", async move {
            wait.await.map(Permit::keep)?;
            Ok(truth)
        })
    }

    #[pymethod]
    fn release(&self, vm: &VirtualMachine) -> PyResult<()> {
        raised(self.semaphore.release(), vm)
    }

    #[pymethod(name = "__aenter__")]
    fn enter(&self, vm: &VirtualMachine) -> PyAwait {
        let (wait, none) = (self.semaphore.acquire(), vm.ctx.none());
        coroutine("Semaphore.__aenter__", async move {
            wait.await.map(Permit::keep)?;
            Ok(none)
        })
    }

    #[pymethod(name = "__aexit__")]
    fn exit(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyAwait {
        let (semaphore, none) = (self.semaphore.clone(), vm.ctx.none());
        coroutine("Semaphore.__aexit__", async move {
            semaphore.release()?;
            Ok(none)
        })
    }

    #[pygetset]
    fn _value(&self) -> usize {
        self.semaphore.free()
    }

    #[pygetset]
    fn _waiters(&self, vm: &VirtualMachine) -> PyObjectRef {
        none_of(self.semaphore.waiters(), vm)
    }
}

impl Representable for PySemaphore {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let state = if zelf.semaphore.is_locked() {
            "locked".to_owned()
        } else {
            format!("unlocked, value:{}", zelf.semaphore.free())
        };
        let waiters = zelf.semaphore.waiters();
        Ok(shown::with_waiters(zelf.as_ref(), &state, waiters, vm))
    }
}

/// A semaphore that is not released more often than it was acquired.
#[pyclass(module = "asyncio.locks", name = "BoundedSemaphore", base = PySemaphore)]
#[derive(Debug)]
#[repr(transparent)]
pub(crate) struct PyBoundedSemaphore(PySemaphore);

impl Constructor for PyBoundedSemaphore {
    type Args = ValueArgument;

    fn py_new(_class: &Py<PyType>, args: ValueArgument, vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyBoundedSemaphore(PySemaphore {
            semaphore: Semaphore::bounded(args.places(vm)?),
        }))
    }
}

#[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF), with(Constructor))]
impl PyBoundedSemaphore {}
