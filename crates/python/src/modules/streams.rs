//! `sys.stdout` and `sys.stderr`: what the program writes becomes lines of the run's console, or
//! text for the host.

use interleave::runtime;
use rustpython_vm::builtins::PyStrRef;
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::function::{ArgIterable, FuncArgs};
use rustpython_vm::types::Representable;
use rustpython_vm::{Py, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

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

#[pyclass(with(Representable))]
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
    fn writelines(
        zelf: &Py<Self>,
        lines: ArgIterable<PyStrRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        for line in lines.iter(vm)? {
            Self::write(zelf, line?, vm)?;
        }
        Ok(())
    }

    #[pymethod]
    fn flush(_zelf: &Py<Self>) {}

    #[pymethod]
    fn isatty(_zelf: &Py<Self>) -> bool {
        false
    }

    /// A program sets the encoding and the like; the console takes text.
    #[pymethod]
    fn reconfigure(_zelf: &Py<Self>, _args: FuncArgs) {}

    #[pymethod]
    fn fileno(zelf: &Py<Self>) -> i32 {
        match zelf.0 {
            Stream::Output => 1,
            Stream::Error => 2,
        }
    }

    #[pymethod]
    fn readable(_zelf: &Py<Self>) -> bool {
        false
    }

    #[pymethod]
    fn seekable(_zelf: &Py<Self>) -> bool {
        false
    }

    #[pymethod]
    fn writable(_zelf: &Py<Self>) -> bool {
        true
    }

    #[pygetset]
    fn name(zelf: &Py<Self>) -> &'static str {
        match zelf.0 {
            Stream::Output => "<stdout>",
            Stream::Error => "<stderr>",
        }
    }

    #[pygetset]
    fn mode(_zelf: &Py<Self>) -> &'static str {
        "w"
    }

    #[pygetset]
    fn line_buffering(_zelf: &Py<Self>) -> bool {
        true
    }

    /// The stream of bytes below: they are text in UTF-8, and become it at once.
    #[pygetset]
    fn buffer(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        let streams = vm.import("_byte_stream", 0)?;
        vm.call_method(&streams, "ByteStream", (zelf,))
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

impl Representable for PyStream {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let name = Self::name(zelf);
        Ok(format!(
            "<_io.TextIOWrapper name='{name}' mode='w' encoding='utf-8'>"
        ))
    }
}
