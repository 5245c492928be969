//! The session: one execution of a Python program, with the run that its event loop belongs to.
//!
//! The program's own top level runs before, between and after the runs of its event loop: a
//! session starts with the module's first line, and `asyncio.run` takes turns of the loop from
//! inside. The session is current while its program runs and at no other time, so that functions
//! called by Python find it; two sessions never see each other.
//!
//! The session holds Python objects as such: it does not know the classes of `asyncio`.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use interleave::runtime::{EventLoop, Run, TaskId};
use rustpython_vm::builtins::{PyTypeRef, PyWeak};
use rustpython_vm::{PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::host::{Host, Program};
use super::location::program_location;

pub(crate) struct Session {
    pub(crate) run: Rc<Run>,
    pub(crate) host: Rc<dyn Host>,
    /// The program's main file.
    pub(crate) program: Program,
    /// Whether tracebacks can find the program's source.
    pub(crate) is_source_known: Cell<bool>,
    /// The text written to the standard output since the last end of a line.
    pub(crate) unfinished_line: RefCell<String>,
    /// The loop as the program sees it.
    pub(crate) event_loop: PyObjectRef,
    /// Whether the loop's object says that it is closed.
    pub(crate) is_closed: Cell<bool>,
    /// Whether the loop takes turns.
    pub(crate) is_running: Cell<bool>,
    /// The tasks that are not done, in the order of creation.
    pub(crate) tasks: RefCell<BTreeMap<TaskId, PyObjectRef>>,
    pub(crate) current_task: RefCell<Option<PyObjectRef>>,
    /// The tasks that have just ended. They are released at the next step, once the loop has
    /// scheduled the callbacks of their end.
    pub(crate) ended_tasks: RefCell<Vec<PyObjectRef>>,
    /// The asynchronous generators that have started.
    pub(crate) generators: RefCell<Vec<PyRef<PyWeak>>>,
    /// Counts the steps, for an [`Interrupter`](super::Interrupter).
    pub(crate) steps: Arc<AtomicU64>,
    /// The program's own handler of errors that no task took.
    pub(crate) exception_handler: RefCell<Option<PyObjectRef>>,
    /// The object that a coroutine of this crate yields when it waits. No program has this object.
    pub(crate) wait_signal: PyObjectRef,
    pub(crate) cancelled_error: PyTypeRef,
    /// How many loops were closed. The number identifies the loop to which a lock belongs.
    pub(crate) closed_loops: Cell<u32>,
    pub(crate) main_tasks: Cell<u32>,
    /// How often the program wrote to its standard error.
    pub(crate) errors_written: Cell<u64>,
    /// Whether the program ends: from then on no coroutine warns that it was never awaited.
    pub(crate) is_ending: Cell<bool>,
}

thread_local! {
    static CURRENT: RefCell<Option<Rc<Session>>> = const { RefCell::new(None) };
}

impl Session {
    pub(crate) fn runtime_loop(&self) -> &Rc<EventLoop> {
        self.run.event_loop()
    }

    /// Tells the loop where in the program the next event happens.
    pub(crate) fn mark_location(&self, vm: &VirtualMachine) {
        self.runtime_loop().set_location(program_location(vm));
    }

    pub(crate) fn release_ended_tasks(&self) {
        drop(self.ended_tasks.take());
    }

    /// Returns the number in the name of the next main task: 1 for `Task-1`, the first.
    pub(crate) fn next_main_number(&self) -> u32 {
        if self.main_tasks.replace(self.main_tasks.get() + 1) == 0 {
            1
        } else {
            self.runtime_loop().next_name()
        }
    }

    pub(crate) fn close_loop(&self) {
        self.run.open();
        self.is_closed.set(true);
        self.closed_loops.set(self.closed_loops.get() + 1);
    }
}

/// Calls `f` with `session` as the current one.
pub(crate) fn enter<R>(session: &Rc<Session>, f: impl FnOnce() -> R) -> R {
    let before = CURRENT.replace(Some(session.clone()));
    let _restore = Restore(before);
    session.run.enter(f)
}

struct Restore(Option<Rc<Session>>);

impl Drop for Restore {
    fn drop(&mut self) {
        drop(CURRENT.replace(self.0.take()));
    }
}

/// Returns the current session, if there is one.
pub(crate) fn open() -> Option<Rc<Session>> {
    CURRENT.with_borrow(Clone::clone)
}

/// Returns the current session.
/// Errors: `RuntimeError` where no session is current: an object outlived its program.
pub(crate) fn current(vm: &VirtualMachine) -> PyResult<Rc<Session>> {
    open().ok_or_else(|| vm.new_runtime_error("the program is over"))
}

/// Returns the current session, whose loop runs.
/// Errors: `RuntimeError`, in asyncio's words, where no loop runs.
pub(crate) fn running(vm: &VirtualMachine) -> PyResult<Rc<Session>> {
    let session = current(vm)?;
    if session.is_running.get() {
        Ok(session)
    } else {
        Err(vm.new_runtime_error("no running event loop"))
    }
}
