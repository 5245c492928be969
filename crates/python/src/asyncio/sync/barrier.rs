//! `asyncio.Barrier`.

use std::cell::OnceCell;

use interleave::runtime::Barrier;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer, Representable};
use rustpython_vm::{AsObject, FromArgs, Py, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::waiters;
use crate::asyncio::arguments::expected;
use crate::bridge::raised;
use crate::coroutines::{PyAwait, coroutine};

/// A barrier.
#[pyclass(module = "asyncio.locks", name = "Barrier")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct PyBarrier {
    /// None before `__init__`.
    barrier: OnceCell<Barrier>,
}

#[derive(FromArgs)]
struct PartiesArgument {
    #[pyarg(any)]
    parties: i64,
}

impl DefaultConstructor for PyBarrier {}

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
        Ok(coroutine("Barrier.wait", self.inner(vm)?.wait()))
    }

    #[pymethod(name = "__aenter__")]
    fn enter(&self, vm: &VirtualMachine) -> PyResult<PyAwait> {
        Ok(coroutine("Barrier.__aenter__", self.inner(vm)?.wait()))
    }

    #[pymethod(name = "__aexit__")]
    fn exit(&self, _args: FuncArgs) -> PyAwait {
        coroutine("Barrier.__aexit__", async { Ok(()) })
    }

    #[pymethod]
    fn reset(&self, vm: &VirtualMachine) -> PyResult<PyAwait> {
        Ok(coroutine("Barrier.reset", self.inner(vm)?.reset()))
    }

    #[pymethod]
    fn abort(&self, vm: &VirtualMachine) -> PyResult<PyAwait> {
        Ok(coroutine("Barrier.abort", self.inner(vm)?.abort()))
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
        Ok(waiters::repr(zelf.as_object(), &state, 0, vm))
    }
}
