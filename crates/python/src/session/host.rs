//! The seam to the host: what the command, or a page, does for a program.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use interleave::crawl::{Html, NoHtml};
use interleave::runtime::Run;
use rustpython_vm::signal::UserSignalSender;

/// What a host gives a session.
pub trait Host {
    /// Takes turns of the run until the run has nothing left to do.
    fn drive(&self, run: &Run);

    /// Takes a text that the program wrote to its standard error.
    fn write_error(&self, text: &str);

    /// Takes the handle that ends the program from another thread.
    fn watch(&self, interrupter: Interrupter) {
        drop(interrupter);
    }

    /// Returns the parser of the pages that the program fetches.
    fn html(&self) -> Rc<dyn Html> {
        Rc::new(NoHtml)
    }

    /// Returns the source and the file's name of a module that lies beside the program.
    fn module(&self, name: &str) -> Option<Module> {
        let _ = name;
        None
    }
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
    pub(crate) sender: UserSignalSender,
    pub(crate) steps: Arc<AtomicU64>,
}

impl Interrupter {
    /// Returns how many steps the program has taken.
    pub fn steps(&self) -> u64 {
        self.steps.load(Ordering::Relaxed)
    }
}
