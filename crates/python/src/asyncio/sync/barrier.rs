//! `asyncio.Barrier`.

use std::cell::OnceCell;

use interleave::runtime::Barrier;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer, Representable};
use rustpython_vm::{AsObject, FromArgs, Py, PyPayload, PyResult, VirtualMachine, pyclass};

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

    fn init(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
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
        let missing = || vm.new_runtime_error("Barrier object is not initialized.");
        self.barrier.get().ok_or_else(missing)
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Representable)
)]
impl PyBarrier {
    #[pymethod]
    fn wait(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyAwait> {
        Ok(coroutine("Barrier.wait", zelf.inner(vm)?.wait()))
    }

    #[pymethod(name = "__aenter__")]
    fn enter(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyAwait> {
        Ok(coroutine("Barrier.__aenter__", zelf.inner(vm)?.wait()))
    }

    #[pymethod(name = "__aexit__")]
    fn exit(_zelf: &Py<Self>, _args: FuncArgs) -> PyAwait {
        coroutine("Barrier.__aexit__", async { Ok(()) })
    }

    #[pymethod]
    fn reset(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyAwait> {
        Ok(coroutine("Barrier.reset", zelf.inner(vm)?.reset()))
    }

    #[pymethod]
    fn abort(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyAwait> {
        Ok(coroutine("Barrier.abort", zelf.inner(vm)?.abort()))
    }

    #[pygetset]
    fn parties(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<usize> {
        Ok(zelf.inner(vm)?.parties())
    }

    #[pygetset]
    fn n_waiting(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<usize> {
        Ok(zelf.inner(vm)?.waiting())
    }

    #[pygetset]
    fn broken(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(zelf.inner(vm)?.is_broken())
    }

    #[pygetset]
    fn _count(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<usize> {
        Ok(zelf.inner(vm)?.count())
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
