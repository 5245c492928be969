//! Interrupting: a run that hit a limit, or was stopped, ends the program.
//!
//! A step that never ends is interrupted from outside: the host holds an [`Interrupter`], and
//! checks from time to time whether the program takes new steps.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use interleave::runtime::{Limit, Outcome};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyResult, VirtualMachine};

use super::current::{self, Session};
use super::host::Interrupter;

impl Interrupter {
    /// Ends the program at the instruction where it is, with a limit as the reason. A program that reaches no
    /// instruction within `patience`, since it is inside of a function of the interpreter's, goes on.
    pub fn reach(&self, limit: Limit, patience: Duration) {
        self.raise(patience, move |session, vm| {
            session.runtime_loop().reach_limit(limit);
            ended(session, vm)
        });
    }

    /// Ends the program at the instruction where it is, as stopped; as [`reach`](Self::reach) does.
    pub fn stop(&self, patience: Duration) {
        self.raise(patience, |session, vm| {
            session.run.stop();
            ended(session, vm)
        });
    }

    /// Raises `MemoryError` at the instruction where the program is; as [`reach`](Self::reach) does. Returns
    /// whether it was raised.
    pub fn refuse_memory(&self, patience: Duration) -> bool {
        self.raise(patience, memory_error)
    }

    /// Raises an exception at the instruction where the program is. Returns false if the program reached none.
    fn raise(
        &self,
        patience: Duration,
        exception: impl Fn(&Session, &VirtualMachine) -> PyBaseExceptionRef + Send + Sync + 'static,
    ) -> bool {
        self.interrupt(patience, move |session, vm| Err(exception(session, vm)))
    }

    /// Calls a function at the instruction where the program is. Returns false if the program reached none.
    pub(crate) fn interrupt(
        &self,
        patience: Duration,
        function: impl Fn(&Session, &VirtualMachine) -> PyResult<()> + Send + Sync + 'static,
    ) -> bool {
        let (function, is_done) = (Arc::new(function), Arc::new(AtomicBool::new(false)));
        let began = Instant::now();
        while began.elapsed() < patience {
            let (function, is_done_in_signal) = (function.clone(), is_done.clone());
            let call_once = move |vm: &VirtualMachine| {
                if is_done_in_signal.swap(true, Ordering::Relaxed) {
                    return Ok(());
                }
                match current::open() {
                    Some(session) => function(&session, vm),
                    None => Ok(()),
                }
            };
            // Whichever thread of the program runs hears it. The send fails once the interpreter is gone.
            let mut is_heard = false;
            for sender in &*self.senders() {
                is_heard |= sender.send(Box::new(call_once.clone())).is_ok();
            }
            thread::sleep(PAUSE);
            if !is_heard || is_done.load(Ordering::Relaxed) {
                break;
            }
        }
        // A signal that comes too late does nothing.
        is_done.swap(true, Ordering::Relaxed)
    }
}

/// How long a signal has until the next is sent: the interpreters of a process share the sign that there is
/// one, and another one may take it.
const PAUSE: Duration = Duration::from_micros(100);

/// Makes the exception for memory that the host does not give. As CPython's it has no text; a note says why.
pub(crate) fn memory_error(session: &Session, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let class = vm.ctx.exceptions.memory_error.to_owned();
    let exception = vm.new_exception(class, vec![]);
    let note = session.host.memory_note();
    // Without its note the exception says the same.
    let _ = vm.call_method(exception.as_object(), "add_note", (note,));
    exception
}

/// Ends the program if the run hit a limit or was stopped from outside.
/// Errors: `SystemExit`, which the program does not survive: each further call raises it again.
pub(crate) fn check_limits(session: &Session, vm: &VirtualMachine) -> PyResult<()> {
    if session.runtime_loop().limit().is_some() || session.exit_code.get().is_some() {
        return Err(ended(session, vm));
    }
    match session.run.outcome() {
        Some(Outcome::Limit(_) | Outcome::Stopped) => Err(ended(session, vm)),
        _ => Ok(()),
    }
}

/// Makes the exception that ends the program with a code, whatever the program catches.
pub(crate) fn exit_now(code: i64, vm: &VirtualMachine) -> PyResult<PyBaseExceptionRef> {
    let session = current::current(vm)?;
    session.exit_code.set(Some(code));
    Ok(ended(&session, vm))
}

fn ended(session: &Session, vm: &VirtualMachine) -> PyBaseExceptionRef {
    session.is_ending.set(true);
    vm.new_exception(vm.ctx.exceptions.system_exit.to_owned(), vec![])
}
