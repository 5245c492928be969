//! `sys.stdout` and `sys.stderr`: what the program writes becomes lines of the run's console, or
//! text for the host.

use interleave::runtime;
use rustpython_vm::builtins::PyStrRef;
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::{Py, PyPayload, PyResult, VirtualMachine, pyclass};

use crate::session::{self, Session, check_limits};

pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let _ = PyStream::make_static_type();
    for (name, stream) in [("stdout", Stream::Output), ("stderr", Stream::Error)] {
        let stream = PyStream(stream).into_ref(&vm.ctx);
        vm.sys_module.set_attr(name, stream, vm)?;
    }
    Ok(())
}

/// Writes to the standard output. Only whole lines are printed.
fn write_output(session: &Session, text: &str, vm: &VirtualMachine) {
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\n') {
        let mut whole = session.unfinished_line.take();
        whole.push_str(line);
        print(session, &whole, vm);
        rest = after;
    }
    session.unfinished_line.borrow_mut().push_str(rest);
}

/// Prints the text that has no end of line after it.
pub(crate) fn print_unfinished_line(session: &Session, vm: &VirtualMachine) {
    let rest = session.unfinished_line.take();
    if !rest.is_empty() {
        print(session, &rest, vm);
    }
}

fn print(session: &Session, line: &str, vm: &VirtualMachine) {
    session.mark_location(vm);
    runtime::print(line);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stream {
    Output,
    Error,
}

/// `sys.stdout` or `sys.stderr`.
#[pyclass(module = "sys", name = "TextIO")]
#[derive(Debug, PyPayload)]
struct PyStream(Stream);

#[pyclass]
impl PyStream {
    #[pymethod]
    fn write(zelf: &Py<Self>, text: PyStrRef, vm: &VirtualMachine) -> PyResult<usize> {
        let session = session::current(vm)?;
        let text = text.to_string_lossy();
        check_limits(&session, vm)?;
        match zelf.0 {
            Stream::Output => write_output(&session, &text, vm),
            Stream::Error => {
                let written = &session.errors_written;
                written.set(written.get() + 1);
                session.host.write_error(&text);
            }
        }
        Ok(text.chars().count())
    }

    #[pymethod]
    fn flush(_zelf: &Py<Self>) {}

    #[pymethod]
    fn isatty(_zelf: &Py<Self>) -> bool {
        false
    }

    #[pymethod]
    fn writable(_zelf: &Py<Self>) -> bool {
        true
    }

    #[pygetset]
    fn encoding(_zelf: &Py<Self>) -> &'static str {
        "utf-8"
    }

    #[pygetset]
    fn errors(_zelf: &Py<Self>) -> &'static str {
        "strict"
    }

    #[pygetset]
    fn closed(_zelf: &Py<Self>) -> bool {
        false
    }
}
