//! The session: one execution of a Python program, with the run that its event loop belongs to.
//!
//! The program's own top level runs before, between and after the runs of its event loop: a
//! session starts with the module's first line, and `asyncio.run` takes turns of the loop from
//! inside. The session is current while its program runs and at no other time, so that functions
//! called by Python find it; two sessions never see each other.
//!
//! The session does not know the classes of `asyncio`.

use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use interleave::runtime::{EventLoop, Run};
use rustpython_vm::builtins::PyTypeRef;
use rustpython_vm::{PyResult, VirtualMachine};

use super::host::{Host, Interrupter, Program};
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
    /// What `asyncio` keeps; only that folder knows its type.
    pub(crate) asyncio: RefCell<Option<Rc<dyn Any>>>,
    /// What is known of the program's threads; only that folder knows its type.
    pub(crate) threads: RefCell<Option<Rc<dyn Any>>>,
    /// Ends the program from outside.
    pub(crate) interrupter: Interrupter,
    /// asyncio's class of that name, once the program has imported `asyncio`.
    pub(crate) cancelled_error: OnceCell<PyTypeRef>,
    /// How often the program wrote to its standard error.
    pub(crate) errors_written: Cell<u64>,
    /// Whether the program ends: from then on no coroutine warns that it was never awaited.
    pub(crate) is_ending: Cell<bool>,
    /// The code of `os._exit`, which nothing of the program survives.
    pub(crate) exit_code: Cell<Option<i64>>,
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
