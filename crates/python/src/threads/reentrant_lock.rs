//! `threading.RLock`.

use std::cell::Cell;

use rustpython_vm::builtins::{PyTupleRef, PyType};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{AsObject, Py, PyPayload, PyResult, VirtualMachine, pyclass};

use super::lock::Queue;
use super::module::current;
use super::timeout::{AcquireArguments, Patience};

/// `_thread.RLock`.
#[pyclass(module = "_thread", name = "RLock")]
#[derive(Default, PyPayload)]
pub(super) struct PyReentrantLock {
    /// The number of the thread that has the lock, and how often.
    owner: Cell<(u64, usize)>,
    queue: Queue,
}

impl std::fmt::Debug for PyReentrantLock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RLock")
    }
}

impl Constructor for PyReentrantLock {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyReentrantLock::default())
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Representable)
)]
impl PyReentrantLock {
    #[pymethod]
    #[pymethod(name = "acquire_lock")]
    fn acquire(zelf: &Py<Self>, args: AcquireArguments, vm: &VirtualMachine) -> PyResult<bool> {
        let patience = args.patience(vm)?;
        zelf.lock(patience, 1, vm)
    }

    #[pymethod]
    #[pymethod(name = "release_lock")]
    fn release(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        match zelf.owner.get() {
            (owner, 1) if owner == current() => zelf.free(),
            (owner, count) if owner == current() && count > 0 => zelf.owner.set((owner, count - 1)),
            _ => return Err(vm.new_runtime_error("cannot release un-acquired lock")),
        }
        Ok(())
    }

    #[pymethod]
    fn locked(zelf: &Py<Self>) -> bool {
        zelf.owner.get().1 > 0
    }

    #[pymethod(name = "__enter__")]
    fn enter(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        zelf.lock(Patience::Endless, 1, vm)
    }

    #[pymethod(name = "__exit__")]
    fn exit(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        PyReentrantLock::release(zelf, vm)
    }

    #[pymethod]
    fn _is_owned(zelf: &Py<Self>) -> bool {
        zelf.count_of_current() > 0
    }

    #[pymethod]
    fn _recursion_count(zelf: &Py<Self>) -> usize {
        zelf.count_of_current()
    }

    #[pymethod]
    fn _release_save(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<(usize, u64)> {
        match zelf.count_of_current() {
            0 => Err(vm.new_runtime_error("cannot release un-acquired lock")),
            count => {
                zelf.free();
                Ok((count, current()))
            }
        }
    }

    #[pymethod]
    fn _acquire_restore(zelf: &Py<Self>, saved: PyTupleRef, vm: &VirtualMachine) -> PyResult<()> {
        let count = saved.first().map(|count| count.try_to_value(vm));
        let count = count.transpose()?.unwrap_or(1);
        zelf.lock(Patience::Endless, count, vm).map(drop)
    }

    #[pymethod]
    fn _at_fork_reinit(zelf: &Py<Self>) {
        zelf.owner.set((0, 0));
    }
}

impl PyReentrantLock {
    fn count_of_current(&self) -> usize {
        match self.owner.get() {
            (owner, count) if owner == current() => count,
            _ => 0,
        }
    }

    fn lock(&self, patience: Patience, times: usize, vm: &VirtualMachine) -> PyResult<bool> {
        let thread = current();
        let take = || match self.owner.get() {
            (owner, count) if count > 0 && owner != thread => false,
            (_, count) => {
                self.owner.set((thread, count + times));
                true
            }
        };
        self.queue.wait(patience, take, vm)
    }

    fn free(&self) {
        self.owner.set((0, 0));
        self.queue.wake_first();
    }
}

impl Representable for PyReentrantLock {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let (owner, count) = zelf.owner.get();
        let state = if count > 0 { "locked" } else { "unlocked" };
        let class = zelf.class().slot_name();
        let address = zelf.as_object().get_id();
        Ok(format!(
            "<{state} {class} object owner={owner} count={count} at {address:#x}>"
        ))
    }
}
