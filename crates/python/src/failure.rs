//! The border of the interpreter: a panic in it ends the program, and nothing else.
//!
//! RustPython is large, and a program may reach a fault of its. Whoever runs programs gets an
//! error then, as for an exception that nobody took, and the trace of what happened before.

use std::any::Any;
use std::cell::Cell;
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

use interleave::runtime::{Error, Outcome};
use rustpython_vm::{Interpreter, VirtualMachine};

use crate::session::Host;

/// The kind of the error, as a summary names it.
const KIND: &str = "InterpreterError";

thread_local! {
    /// Whether an interpreter failed on this thread. It leaves pointers behind, to frames that are
    /// no more, which the next one would follow.
    static HAS_FAILED: Cell<bool> = const { Cell::new(false) };
}

/// Runs what calls into the interpreter; a panic in it becomes an outcome.
///
/// After a panic nothing that is the interpreter's is dropped: it may be in no state for that. And
/// no other program runs on the thread.
pub(crate) fn guarded(
    interpreter: Interpreter,
    host: &dyn Host,
    f: impl FnOnce(&VirtualMachine) -> Outcome,
) -> Outcome {
    if HAS_FAILED.get() {
        return failed(host, "it did before, on this thread");
    }
    match catch_unwind(AssertUnwindSafe(|| interpreter.enter(f))) {
        Ok(outcome) => outcome,
        Err(panic) => {
            HAS_FAILED.set(true);
            mem::forget(interpreter);
            failed(host, said(&*panic))
        }
    }
}

fn failed(host: &dyn Host, why: &str) -> Outcome {
    let message = format!(
        "the interpreter failed ({why}); this is no fault of the program's: write it another way"
    );
    host.write_error(&format!("{KIND}: {message}\n"));
    Outcome::Raised(Error::raised(KIND, message))
}

/// Returns what a panic said.
fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("without a word")
}
