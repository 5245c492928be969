//! Interrupting: a run that hit a limit, or was stopped, ends the program.
//!
//! A step that never ends is interrupted from outside: the host holds an [`Interrupter`], and
//! checks from time to time whether the program takes new steps.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use interleave::runtime::{Limit, Outcome};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{PyResult, VirtualMachine};

use super::current::{self, Session};
use super::host::Interrupter;

impl Interrupter {
    /// Ends the program at the instruction where it is, with a limit as the reason.
    pub fn reach(&self, limit: Limit) {
        self.interrupt(move |session| session.runtime_loop().reach_limit(limit));
    }

    /// Ends the program at the instruction where it is, as stopped.
    pub fn stop(&self) {
        self.interrupt(|session| session.run.stop());
    }

    fn interrupt(&self, end: impl Fn(&Session) + Send + Sync + 'static) {
        let (end, is_done) = (Arc::new(end), Arc::new(AtomicBool::new(false)));
        for _ in 0..ATTEMPTS {
            let (end, is_done_in_signal) = (end.clone(), is_done.clone());
            let end_once = move |vm: &VirtualMachine| {
                if is_done_in_signal.swap(true, Ordering::Relaxed) {
                    return Ok(());
                }
                let Some(session) = current::open() else {
                    return Ok(());
                };
                end(&session);
                Err(ended(&session, vm))
            };
            // Whichever thread of the program runs hears it. The send fails once the interpreter is gone.
            let is_heard = self.senders().iter().fold(false, |is_heard, sender| {
                sender.send(Box::new(end_once.clone())).is_ok() || is_heard
            });
            thread::sleep(PAUSE);
            if !is_heard || is_done.load(Ordering::Relaxed) {
                return;
            }
        }
    }
}

/// How many signals are sent at most: the interpreters of a process share the sign that there is one, and
/// another one may take it.
const ATTEMPTS: u32 = 5_000;

/// How long the program has to reach another instruction.
const PAUSE: Duration = Duration::from_micros(100);

/// Ends the program if the run hit a limit or was stopped from outside.
/// Errors: `SystemExit`, which the program does not survive: each further call raises it again.
pub(crate) fn check_limits(session: &Session, vm: &VirtualMachine) -> PyResult<()> {
    if session.runtime_loop().limit().is_some() {
        return Err(ended(session, vm));
    }
    match session.run.outcome() {
        Some(Outcome::Limit(_) | Outcome::Stopped) => Err(ended(session, vm)),
        _ => Ok(()),
    }
}

fn ended(session: &Session, vm: &VirtualMachine) -> PyBaseExceptionRef {
    session.is_ending.set(true);
    vm.new_exception(vm.ctx.exceptions.system_exit.to_owned(), vec![])
}
