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
        for attempt in 1..=ATTEMPTS {
            let (end, is_done_in_signal) = (end.clone(), is_done.clone());
            let sent = self.sender.send(Box::new(move |vm| {
                let is_fatal = attempt < ATTEMPTS && has_argument(vm);
                if is_fatal || is_done_in_signal.swap(true, Ordering::Relaxed) {
                    return Ok(());
                }
                let Some(session) = current::open() else {
                    return Ok(());
                };
                end(&session);
                Err(ended(&session, vm))
            }));
            thread::sleep(PAUSE);
            // The send fails once the interpreter is gone.
            if sent.is_err() || is_done.load(Ordering::Relaxed) {
                return;
            }
        }
    }
}

/// How many signals are sent at most: each may come at an instruction that must not raise.
const ATTEMPTS: u32 = 5_000;

/// How long the program has to reach another instruction.
const PAUSE: Duration = Duration::from_micros(100);

/// Says whether the instruction at which the program is has an argument.
///
/// RustPython 0.5 keeps the argument when a signal raises there, and gives it to the first
/// instruction of the handler, which may then be an instruction that does not exist. Every loop
/// has instructions without an argument.
fn has_argument(vm: &VirtualMachine) -> bool {
    let Some(frame) = vm.current_frame() else {
        return false;
    };
    // The frame points after the instruction already.
    let at = (frame.lasti() as usize).saturating_sub(1);
    u8::from(frame.iframe().code().instructions.read_arg(at)) != 0
}

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
