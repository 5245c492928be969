//! The session: one execution of a Python program, with the run that its event loop belongs to.
//!
//! The program's own top level runs before, between and after the runs of its event loop: a
//! session begins with the module's first line, and `asyncio.run` takes turns of the loop from
//! inside. It is set while the program runs and at no other time, so that what Python calls finds
//! it; two sessions never see each other.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use interleave::crawl::{Html, NoHtml};
use interleave::runtime::{EventLoop, Run, TaskId};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyTypeRef, PyWeak};
use rustpython_vm::{PyObjectRef, PyRef, VirtualMachine};

use crate::asyncio::event_loop::PyEventLoop;
use crate::asyncio::task::PyTask;
use crate::console::Console;
use crate::limit::Interrupter;
use crate::program::Program;

/// What a host gives a session.
pub trait Host {
    /// Takes turns of the run until it has nothing to do any more.
    fn drive(&self, run: &Run);

    /// Takes a text that the program wrote to its standard error.
    fn write_error(&self, text: &str);

    /// Takes what ends the program when it goes on for too long.
    fn watch(&self, interrupter: Interrupter) {
        drop(interrupter);
    }

    /// Returns what reads the pages that the program fetches.
    fn html(&self) -> Rc<dyn Html> {
        Rc::new(NoHtml)
    }

    /// Returns the source of a module of the program, and its file's name.
    fn module(&self, name: &str) -> Option<Module> {
        let _ = name;
        None
    }
}

/// A module of the program beside its main file.
#[derive(Clone, Debug)]
pub struct Module {
    /// The file's name.
    pub file: String,
    /// Its text.
    pub source: String,
    /// Whether it is a package.
    pub is_package: bool,
}

/// One execution of a program.
pub(crate) struct Session {
    pub(crate) run: Rc<Run>,
    pub(crate) host: Rc<dyn Host>,
    pub(crate) console: Console,
    /// The loop as the program sees it, once it asked.
    pub(crate) event_loop: OnceCell<PyRef<PyEventLoop>>,
    /// Whether the loop was closed, as its object says.
    pub(crate) is_closed: Cell<bool>,
    /// Whether the loop takes turns.
    pub(crate) is_running: Cell<bool>,
    /// The tasks that are not done, in the order of creation.
    pub(crate) tasks: RefCell<BTreeMap<TaskId, PyRef<PyTask>>>,
    pub(crate) current_task: RefCell<Option<PyRef<PyTask>>>,
    /// The tasks that have just ended. What they hold goes once all have heard of their end.
    pub(crate) ended: RefCell<Vec<PyRef<PyTask>>>,
    /// The asynchronous generators that have begun.
    pub(crate) generators: RefCell<Vec<PyRef<PyWeak>>>,
    /// Counts the steps, for who watches whether there are any.
    pub(crate) steps: Arc<AtomicU64>,
    /// The program's main file.
    pub(crate) program: Program,
    /// Whether tracebacks know the program's source.
    pub(crate) is_known: Cell<bool>,
    /// What the program set to be told of errors that nobody took.
    pub(crate) exception_handler: RefCell<Option<PyObjectRef>>,
    /// What a coroutine of ours yields when it waits: nobody else has this object.
    pub(crate) waits: PyObjectRef,
    pub(crate) cancelled_error: PyTypeRef,
    /// How many loops were closed: each counts as another one for what belongs to a loop.
    pub(crate) loops: Cell<u32>,
    /// How many main tasks there were.
    pub(crate) mains: Cell<u32>,
    /// Coroutines that ended without having begun are complained of; not after the end.
    pub(crate) is_ending: Cell<bool>,
}

thread_local! {
    static CURRENT: RefCell<Option<Rc<Session>>> = const { RefCell::new(None) };
}

impl Session {
    /// Returns the loop of the runtime.
    pub(crate) fn inner_loop(&self) -> &Rc<EventLoop> {
        self.run.event_loop()
    }

    /// Lets go of tasks that ended before.
    pub(crate) fn forget_ended(&self) {
        let ended = self.ended.take();
        drop(ended);
    }

    /// Returns the number in the name of the next main task, `Task-1` for the first.
    pub(crate) fn main_number(&self) -> u32 {
        if self.mains.replace(self.mains.get() + 1) == 0 {
            1
        } else {
            self.inner_loop().next_name()
        }
    }
}

/// Calls `f` with `session` as the current one.
pub(crate) fn with<R>(session: &Rc<Session>, f: impl FnOnce() -> R) -> R {
    let before = CURRENT.with(|current| current.replace(Some(session.clone())));
    let _restore = Restore(before);
    session.run.enter(f)
}

struct Restore(Option<Rc<Session>>);

impl Drop for Restore {
    fn drop(&mut self) {
        let before = self.0.take();
        drop(CURRENT.with(|current| current.replace(before)));
    }
}

/// Says whether a session is current.
pub(crate) fn is_open() -> bool {
    CURRENT.with(|current| current.borrow().is_some())
}

/// Returns the current session, if there is one.
pub(crate) fn open() -> Option<Rc<Session>> {
    CURRENT.with(|current| current.borrow().clone())
}

/// Returns the current session.
///
/// # Errors
/// `RuntimeError` where none is: an object outlived its program.
pub(crate) fn current(vm: &VirtualMachine) -> Result<Rc<Session>, PyBaseExceptionRef> {
    open().ok_or_else(|| vm.new_runtime_error("the program is over".to_owned()))
}

/// Returns the current session, with its loop running.
///
/// # Errors
/// `RuntimeError`, in asyncio's words, where no loop runs.
pub(crate) fn running(vm: &VirtualMachine) -> Result<Rc<Session>, PyBaseExceptionRef> {
    let session = current(vm)?;
    if session.is_running.get() {
        Ok(session)
    } else {
        Err(vm.new_runtime_error("no running event loop".to_owned()))
    }
}
