//! `threading.Lock`.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use rustpython_vm::builtins::PyType;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{AsObject, Py, PyPayload, PyResult, VirtualMachine, pyclass};

use super::table::open;
use super::thread::{Wait, Woken};
use super::timeout::{AcquireArguments, Patience};

/// Who waits for something that one thread at a time has, in the order in which they came.
#[derive(Default)]
pub(super) struct Queue(RefCell<VecDeque<Wait>>);

impl Queue {
    /// Waits until `take` succeeds, as long as `patience` has it. Returns whether it did.
    /// Errors: `SystemExit` where the run has reached a limit.
    pub(super) fn wait(
        &self,
        patience: Patience,
        take: impl Fn() -> bool,
        vm: &VirtualMachine,
    ) -> PyResult<bool> {
        if take() {
            return Ok(true);
        }
        let Some((session, threads)) = open().filter(|_| patience != Patience::None) else {
            return Ok(false);
        };
        let now = session.runtime_loop().time();
        let until = match patience {
            Patience::For(length) => Some(now.after(length)),
            _ => None,
        };
        loop {
            let wait = threads.begin_wait();
            self.0.borrow_mut().push_back(wait.clone());
            let woken = threads.wait(&wait, until, &session, vm);
            let place = self.0.borrow().iter().position(|other| other.is(&wait));
            if let Some(place) = place {
                self.0.borrow_mut().remove(place);
            }
            let woken = woken?;
            if take() {
                return Ok(true);
            }
            if woken == Woken::ByTime {
                return Ok(false);
            }
        }
    }

    /// Lets the first of those that wait try again.
    pub(super) fn wake_first(&self) {
        if let Some((session, threads)) = open() {
            threads.wake_first(&self.0, &session);
        }
    }

    /// Lets all that wait try again.
    pub(super) fn wake_all(&self) {
        while !self.0.borrow().is_empty() {
            let before = self.0.borrow().len();
            self.wake_first();
            if self.0.borrow().len() == before {
                return;
            }
        }
    }
}

/// `_thread.lock`.
#[pyclass(module = "_thread", name = "lock")]
#[derive(Default, PyPayload)]
pub(super) struct PyLock {
    is_locked: Cell<bool>,
    queue: Queue,
}

impl std::fmt::Debug for PyLock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("lock")
    }
}

impl Constructor for PyLock {
    type Args = ();

    fn py_new(_class: &Py<PyType>, _args: (), _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyLock::default())
    }
}

#[pyclass(flags(HAS_WEAKREF), with(Constructor, Representable))]
impl PyLock {
    #[pymethod]
    #[pymethod(name = "acquire_lock")]
    fn acquire(zelf: &Py<Self>, args: AcquireArguments, vm: &VirtualMachine) -> PyResult<bool> {
        let patience = args.patience(vm)?;
        zelf.lock(patience, vm)
    }

    #[pymethod]
    #[pymethod(name = "release_lock")]
    fn release(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        if !zelf.is_locked.replace(false) {
            return Err(vm.new_runtime_error("release unlocked lock"));
        }
        zelf.queue.wake_first();
        Ok(())
    }

    #[pymethod]
    #[pymethod(name = "locked_lock")]
    fn locked(zelf: &Py<Self>) -> bool {
        zelf.is_locked.get()
    }

    #[pymethod(name = "__enter__")]
    fn enter(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        zelf.lock(Patience::Endless, vm)
    }

    #[pymethod(name = "__exit__")]
    fn exit(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        PyLock::release(zelf, vm)
    }

    #[pymethod]
    fn _at_fork_reinit(zelf: &Py<Self>) {
        zelf.is_locked.set(false);
    }
}

impl PyLock {
    fn lock(&self, patience: Patience, vm: &VirtualMachine) -> PyResult<bool> {
        let take = || !self.is_locked.replace(true);
        self.queue.wait(patience, take, vm)
    }
}

impl Representable for PyLock {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let state = if zelf.is_locked.get() {
            "locked"
        } else {
            "unlocked"
        };
        let address = zelf.as_object().get_id();
        Ok(format!("<{state} _thread.lock object at {address:#x}>"))
    }
}
