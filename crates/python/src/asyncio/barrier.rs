//! `asyncio.Barrier`.

use interleave::runtime::Barrier;
use rustpython_vm::builtins::PyType;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{FromArgs, Py, PyPayload, PyResult, VirtualMachine, pyclass};

use super::{checked, raised, shown, value_of};
use crate::awaitable::{PyAwait, coroutine};

/// A barrier.
#[pyclass(module = "asyncio.locks", name = "Barrier")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyBarrier {
    barrier: Barrier,
}

#[derive(FromArgs)]
pub(crate) struct PartiesArgument {
    #[pyarg(any)]
    parties: i64,
}

impl Constructor for PyBarrier {
    type Args = PartiesArgument;

    fn py_new(_class: &Py<PyType>, args: PartiesArgument, vm: &VirtualMachine) -> PyResult<Self> {
        let parties = usize::try_from(args.parties).unwrap_or(0);
        Ok(PyBarrier {
            barrier: raised(Barrier::new(parties), vm)?,
        })
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Representable)
)]
impl PyBarrier {
    #[pymethod]
    fn wait(&self) -> PyAwait {
        self.wait_as("Barrier.wait")
    }

    #[pymethod(name = "__aenter__")]
    fn enter(&self) -> PyAwait {
        self.wait_as("Barrier.__aenter__")
    }

    fn wait_as(&self, name: &'static str) -> PyAwait {
        let wait = self.barrier.wait();
        coroutine(name, async move {
            let index = wait.await?;
            checked(|vm| Ok(value_of(index, vm)))
        })
    }

    #[pymethod(name = "__aexit__")]
    fn exit(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyAwait {
        let none = vm.ctx.none();
        coroutine("Barrier.__aexit__", async move { Ok(none) })
    }

    #[pymethod]
    fn reset(&self, vm: &VirtualMachine) -> PyAwait {
        let (reset, none) = (self.barrier.reset(), vm.ctx.none());
        coroutine("Barrier.reset", async move {
            reset.await?;
            Ok(none)
        })
    }

    #[pymethod]
    fn abort(&self, vm: &VirtualMachine) -> PyAwait {
        let (abort, none) = (self.barrier.abort(), vm.ctx.none());
        coroutine("Barrier.abort", async move {
            abort.await?;
            Ok(none)
        })
    }

    #[pygetset]
    fn parties(&self) -> usize {
        self.barrier.parties()
    }

    #[pygetset]
    fn n_waiting(&self) -> usize {
        self.barrier.waiting()
    }

    #[pygetset]
    fn broken(&self) -> bool {
        self.barrier.is_broken()
    }

    #[pygetset]
    fn _count(&self) -> usize {
        self.barrier.count()
    }
}

impl Representable for PyBarrier {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let mut state = zelf.barrier.state().to_owned();
        if !zelf.barrier.is_broken() {
            let (waiting, parties) = (zelf.barrier.waiting(), zelf.barrier.parties());
            state.push_str(&format!(", waiters:{waiting}/{parties}"));
        }
        Ok(shown::with_waiters(zelf.as_ref(), &state, 0, vm))
    }
}
