//! The border of the interpreter: a panic in it ends the program, and nothing else.
//!
//! RustPython is large, and a program may reach a fault of its. Whoever runs programs gets an
//! error then, as for an exception that nobody took, and the trace of what happened before.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use interleave::runtime::{Error, Outcome};

use crate::session::Host;

/// The kind of the error, as a summary names it.
const KIND: &str = "InterpreterError";

/// Runs what calls into the interpreter; a panic in it becomes an outcome.
///
/// What is used again afterwards must not be left half done: the run, whose parts are told to
/// stop, and the host.
pub(crate) fn guarded(host: &dyn Host, f: impl FnOnce() -> Outcome) -> Outcome {
    catch_unwind(AssertUnwindSafe(f)).unwrap_or_else(|panic| {
        let message = format!(
            "the interpreter failed ({}); this is no fault of the program's: write it another way",
            said(&*panic)
        );
        host.write_error(&format!("{KIND}: {message}\n"));
        Outcome::Raised(Error::raised(KIND, message))
    })
}

/// Returns what a panic said.
fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("without a word")
}
