//! The program's standard output and error: text that becomes lines of the run's console.

use std::cell::RefCell;

use interleave::runtime;
use rustpython_vm::builtins::PyStrRef;
use rustpython_vm::{PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use crate::{limit, place, session};

/// What was written to the standard output since the last end of a line.
#[derive(Debug, Default)]
pub(crate) struct Console {
    unfinished: RefCell<String>,
}

impl Console {
    fn write(&self, text: &str, vm: &VirtualMachine) {
        let mut rest = text;
        while let Some((line, after)) = rest.split_once('\n') {
            let mut whole = self.unfinished.take();
            whole.push_str(line);
            print(&whole, vm);
            rest = after;
        }
        self.unfinished.borrow_mut().push_str(rest);
    }

    /// Prints what no end of a line followed.
    pub(crate) fn finish(&self, vm: &VirtualMachine) {
        let rest = self.unfinished.take();
        if !rest.is_empty() {
            print(&rest, vm);
        }
    }
}

fn print(line: &str, vm: &VirtualMachine) {
    if let Some(session) = session::open() {
        session.inner_loop().set_location(place::here(vm));
        runtime::print(line);
    }
}

/// Which of the two streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    Output,
    Error,
}

/// `sys.stdout` or `sys.stderr`.
#[pyclass(module = "sys", name = "TextIO")]
#[derive(Debug, PyPayload)]
pub(crate) struct PyStream {
    stream: Stream,
}

#[pyclass]
impl PyStream {
    pub(crate) fn new_ref(stream: Stream, vm: &VirtualMachine) -> PyRef<Self> {
        PyStream { stream }.into_ref(&vm.ctx)
    }

    #[pymethod]
    fn write(&self, text: PyStrRef, vm: &VirtualMachine) -> PyResult<usize> {
        let session = session::current(vm)?;
        let text = text.to_string_lossy();
        limit::check(&session, vm)?;
        match self.stream {
            Stream::Output => session.console.write(&text, vm),
            Stream::Error => session.host.write_error(&text),
        }
        Ok(text.chars().count())
    }

    #[pymethod]
    fn flush(&self) {}

    #[pymethod]
    fn isatty(&self) -> bool {
        false
    }

    #[pymethod]
    fn writable(&self) -> bool {
        true
    }

    #[pygetset]
    fn encoding(&self) -> &'static str {
        "utf-8"
    }

    #[pygetset]
    fn errors(&self) -> &'static str {
        "strict"
    }

    #[pygetset]
    fn closed(&self) -> bool {
        false
    }
}
