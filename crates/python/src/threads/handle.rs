//! `_thread._ThreadHandle`: the end of a thread, for which others wait.

use std::cell::Cell;

use rustpython_vm::builtins::PyType;
use rustpython_vm::function::OptionalOption;
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::lock::Queue;
use super::module::current;
use super::timeout::{Patience, length};

/// `_thread._ThreadHandle`.
#[pyclass(module = "_thread", name = "_ThreadHandle")]
#[derive(Default, PyPayload)]
pub(super) struct PyThreadHandle {
    /// The thread's number; none before it is started.
    pub(super) number: Cell<Option<u64>>,
    is_done: Cell<bool>,
    queue: Queue,
}

impl std::fmt::Debug for PyThreadHandle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("_ThreadHandle")
    }
}

impl Constructor for PyThreadHandle {
    type Args = ();

    fn py_new(_class: &Py<PyType>, _args: (), _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(PyThreadHandle::default())
    }
}

#[pyclass(flags(HAS_WEAKREF), with(Constructor, Representable))]
impl PyThreadHandle {
    #[pygetset]
    fn ident(zelf: &Py<Self>) -> u64 {
        zelf.number.get().unwrap_or(0)
    }

    #[pymethod]
    fn is_done(zelf: &Py<Self>) -> bool {
        zelf.is_done.get()
    }

    #[pymethod]
    fn _set_done(zelf: &Py<Self>) {
        zelf.end();
    }

    #[pymethod]
    fn join(
        zelf: &Py<Self>,
        timeout: OptionalOption<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let Some(number) = zelf.number.get() else {
            return Err(vm.new_runtime_error("thread not started"));
        };
        let patience = match timeout.flatten() {
            None => Patience::Endless,
            Some(seconds) => match seconds.try_float(vm)?.to_f64() {
                seconds if seconds < 0.0 => Patience::Endless,
                seconds => Patience::For(length(seconds, "", vm)?),
            },
        };
        if number == current() && !zelf.is_done.get() {
            return Err(vm.new_runtime_error("Cannot join current thread"));
        }
        zelf.wait(patience, vm)
    }
}

impl PyThreadHandle {
    pub(super) fn wait(&self, patience: Patience, vm: &VirtualMachine) -> PyResult<()> {
        let is_done = || self.is_done.get();
        self.queue.wait(patience, is_done, vm).map(drop)
    }

    pub(super) fn is_over(&self) -> bool {
        self.is_done.get()
    }

    /// Notes that the thread has ended.
    pub(super) fn end(&self) {
        self.is_done.set(true);
        self.queue.wake_all();
    }
}

impl Representable for PyThreadHandle {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let number = zelf.number.get().unwrap_or(0);
        let address = zelf.as_object().get_id();
        Ok(format!(
            "<_ThreadHandle object: ident={number} at {address:#x}>"
        ))
    }
}
