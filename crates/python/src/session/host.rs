//! The seam to the host: what the command, or a page, does for a program, and the program.

use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use interleave::crawl::{Html, NoHtml};
use interleave::runtime::{Answer, Nanos, Request, Run};
use rustpython_vm::signal::UserSignalSender;

/// How long what a program sends to a server of its own is on its way, unless a host says otherwise: long
/// enough to be seen beside a wait of 0.1 s.
pub const LATENCY: Nanos = Nanos(1_000_000);

/// How much memory a program may ask for at once, unless a host says otherwise: 1 GiB.
const MEMORY_MAX: u64 = 1 << 30;

/// What a host gives a session.
pub trait Host {
    /// Takes turns of the run until the run has nothing left to do.
    fn drive(&self, run: &Run);

    /// Takes a text that the program wrote to its standard error.
    fn write_error(&self, text: &str);

    /// Takes the handle that ends the program from another thread, once the interpreter stands and before the
    /// program begins.
    fn watch(&self, interrupter: Interrupter) {
        drop(interrupter);
    }

    /// Returns the seconds since 1970: the time of day, which is not the run's.
    fn wall_time_s(&self) -> f64 {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        since.map_or(0.0, |since| since.as_secs_f64())
    }

    /// Returns the parser of the pages that the program fetches.
    fn html(&self) -> Rc<dyn Html> {
        Rc::new(NoHtml)
    }

    /// Sends a request of a thread, if other threads can go on meanwhile. `limit` is the longest wait.
    fn transfer(&self, request: &Request, limit: Option<Nanos>) -> Option<Box<dyn Pending>> {
        let _ = (request, limit);
        None
    }

    /// Returns how long what a program sends to a server of its own is on its way.
    fn latency(&self) -> Nanos {
        LATENCY
    }

    /// Returns how much more memory the program may ask for, in bytes.
    fn memory_left(&self) -> u64 {
        MEMORY_MAX
    }

    /// Returns why the program gets no more memory, for the exception that says that it gets none.
    fn memory_note(&self) -> String {
        format!("a program has {} MB of memory here", MEMORY_MAX >> 20)
    }

    /// Looks at a path of the program's.
    fn look(&self, path: &str) -> Found {
        let _ = path;
        Found::Outside("there are none".to_owned())
    }

    /// Returns the source and the file's name of a module that lies beside the program.
    fn module(&self, name: &str) -> Option<Module> {
        let _ = name;
        None
    }
}

/// What a host finds at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing is there.
    Nothing,
    /// The content of a file.
    File(Vec<u8>),
    /// A folder.
    Folder,
    /// What the program may not read, though it lies beside it; with the reason.
    Refused(String),
    /// What lies elsewhere, which programs do not see; with the reason.
    Outside(String),
}

/// An answer that is on its way.
pub trait Pending {
    /// Returns the answer, once it is there.
    fn take(&mut self) -> Option<Answer>;
}

/// A module of the program beside its main file.
#[derive(Clone, Debug)]
pub struct Module {
    /// The name of the module's file.
    pub file: String,
    /// The module's text.
    pub source: String,
    /// Whether the module is a package.
    pub is_package: bool,
}

/// Ends a program from another thread.
#[derive(Clone, Debug)]
pub struct Interrupter {
    /// One for each thread's state of the interpreter.
    senders: Arc<Mutex<Vec<UserSignalSender>>>,
    pub(crate) steps: Arc<AtomicU64>,
}

impl Interrupter {
    pub(crate) fn new(sender: UserSignalSender) -> Interrupter {
        Interrupter {
            senders: Arc::new(Mutex::new(vec![sender])),
            steps: Arc::default(),
        }
    }

    /// Adds another way to the program: each thread of the program has one.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn add(&self, sender: UserSignalSender) {
        self.senders().push(sender);
    }

    pub(super) fn senders(&self) -> MutexGuard<'_, Vec<UserSignalSender>> {
        self.senders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns how many steps the program has taken.
    pub fn steps(&self) -> u64 {
        self.steps.load(Ordering::Relaxed)
    }
}

/// A Python program.
#[derive(Clone, Debug)]
pub struct Program {
    /// The name of the program's file, as tracebacks and the trace have it.
    pub file: String,
    /// The program's text.
    pub source: String,
}
