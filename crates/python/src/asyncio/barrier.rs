//! `asyncio.Barrier`.

use std::cell::OnceCell;

use interleave::runtime::Barrier;
use rustpython_vm::builtins::PyType;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, Initializer, Representable};
use rustpython_vm::{FromArgs, Py, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::{checked, expected, raised, shown, value_of};
use crate::awaitable::{PyAwait, coroutine};

/// A barrier.
#[pyclass(module = "asyncio.locks", name = "Barrier")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct PyBarrier {
    /// None before `__init__`.
    barrier: OnceCell<Barrier>,
}

#[derive(FromArgs)]
pub(crate) struct PartiesArgument {
    #[pyarg(any)]
    parties: i64,
}

impl Constructor for PyBarrier {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyBarrier::default())
    }
}

impl Initializer for PyBarrier {
    type Args = FuncArgs;

    fn init(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let args: PartiesArgument = expected("Barrier.__init__", &["parties"], args, vm)?;
        let parties = usize::try_from(args.parties).unwrap_or(0);
        let barrier = raised(Barrier::new(parties), vm)?;
        // A second `__init__` changes nothing.
        let _ = zelf.barrier.set(barrier);
        Ok(())
    }
}

impl PyBarrier {
    fn inner(&self, vm: &VirtualMachine) -> PyResult<&Barrier> {
        let missing = || vm.new_runtime_error("Barrier object is not initialized.".to_owned());
        self.barrier.get().ok_or_else(missing)
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PyBarrier {
    #[pymethod]
    fn wait(&self, vm: &VirtualMachine) -> PyResult<PyAwait> {
        self.wait_as("Barrier.wait", vm)
    }

    #[pymethod(name = "__aenter__")]
    fn enter(&self, vm: &VirtualMachine) -> PyResult<PyAwait> {
        self.wait_as("Barrier.__aenter__", vm)
    }

    fn wait_as(&self, name: &'static str, vm: &VirtualMachine) -> PyResult<PyAwait> {
        let wait = self.inner(vm)?.wait();
        Ok(coroutine(name, async move {
            let index = wait.await?;
            checked(|vm| Ok(value_of(index, vm)))
        }))
    }

    #[pymethod(name = "__aexit__")]
    fn exit(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyAwait {
        let none = vm.ctx.none();
        coroutine("Barrier.__aexit__", async move { Ok(none) })
    }

    #[pymethod]
    fn reset(&self, vm: &VirtualMachine) -> PyResult<PyAwait> {
        let (reset, none) = (self.inner(vm)?.reset(), vm.ctx.none());
        Ok(coroutine("Barrier.reset", async move {
            reset.await?;
            Ok(none)
        }))
    }

    #[pymethod]
    fn abort(&self, vm: &VirtualMachine) -> PyResult<PyAwait> {
        let (abort, none) = (self.inner(vm)?.abort(), vm.ctx.none());
        Ok(coroutine("Barrier.abort", async move {
            abort.await?;
            Ok(none)
        }))
    }

    #[pygetset]
    fn parties(&self, vm: &VirtualMachine) -> PyResult<usize> {
        Ok(self.inner(vm)?.parties())
    }

    #[pygetset]
    fn n_waiting(&self, vm: &VirtualMachine) -> PyResult<usize> {
        Ok(self.inner(vm)?.waiting())
    }

    #[pygetset]
    fn broken(&self, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(self.inner(vm)?.is_broken())
    }

    #[pygetset]
    fn _count(&self, vm: &VirtualMachine) -> PyResult<usize> {
        Ok(self.inner(vm)?.count())
    }
}

impl Representable for PyBarrier {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let barrier = zelf.inner(vm)?;
        let mut state = barrier.state().to_owned();
        if !barrier.is_broken() {
            let (waiting, parties) = (barrier.waiting(), barrier.parties());
            state.push_str(&format!(", waiters:{waiting}/{parties}"));
        }
        Ok(shown::with_waiters(zelf.as_ref(), &state, 0, vm))
    }
}
