//! Guards against panics in the interpreter: a panic ends the program, and nothing else.
//!
//! RustPython is large, and a program may run into a fault of RustPython's. The host gets an error
//! then, as for an exception that the program did not catch, and the trace of what happened before.

use std::any::Any;
use std::cell::Cell;
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

use interleave::runtime::{Error, Outcome};
use rustpython_vm::{Interpreter, VirtualMachine};

use crate::session::Host;

/// The kind of the error in a summary.
const KIND: &str = "InterpreterError";

thread_local! {
    /// Whether an interpreter panicked on this thread. A panic leaves pointers to frames that are
    /// gone, which the next interpreter would follow.
    static HAS_FAILED: Cell<bool> = const { Cell::new(false) };
}

/// Calls `f` inside of the interpreter; a panic in `f` becomes an outcome.
///
/// After a panic the interpreter is not dropped, because its state may not allow that, and no other
/// program runs on the thread.
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
            failed(host, message_of(&*panic))
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

/// Returns the message of a panic.
fn message_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("without a word")
}
