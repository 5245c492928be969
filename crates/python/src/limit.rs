//! Bounds: a run that reached one, or was stopped, ends the program.
//!
//! A step that never ends is interrupted from outside: the host holds an [`Interrupter`], and
//! looks from time to time whether there are new steps.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use interleave::runtime::{Limit, Outcome};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::signal::UserSignalSender;
use rustpython_vm::{PyResult, VirtualMachine};

use crate::session::{self, Session};

/// Ends a program from another thread.
#[derive(Clone, Debug)]
pub struct Interrupter {
    pub(crate) sender: UserSignalSender,
    pub(crate) steps: Arc<AtomicU64>,
}

impl Interrupter {
    /// Returns how many steps the program has taken.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.steps.load(Ordering::Relaxed)
    }

    /// Ends the program at the instruction where it is, with a bound as the reason.
    pub fn reach(&self, limit: Limit) {
        self.interrupt(move |session| session.inner_loop().reach_limit(limit));
    }

    /// Ends the program at the instruction where it is: somebody stopped it.
    pub fn stop(&self) {
        self.interrupt(|session| session.run.stop());
    }

    fn interrupt(&self, end: impl Fn(&Session) + Send + Sync + 'static) {
        let (end, is_done) = (Arc::new(end), Arc::new(AtomicBool::new(false)));
        for attempt in 1..=ATTEMPTS {
            let (end, is_done_there) = (end.clone(), is_done.clone());
            let sent = self.sender.send(Box::new(move |vm| {
                let spoils = attempt < ATTEMPTS && has_argument(vm);
                if spoils || is_done_there.swap(true, Ordering::Relaxed) {
                    return Ok(());
                }
                let Some(session) = session::open() else {
                    return Ok(());
                };
                end(&session);
                Err(ended(&session, vm))
            }));
            thread::sleep(PAUSE);
            // Nobody is left to be interrupted if nobody listens.
            if sent.is_err() || is_done.load(Ordering::Relaxed) {
                return;
            }
        }
    }
}

/// How often an instruction is looked for at which a program can be interrupted.
const ATTEMPTS: u32 = 5_000;

/// How long one may take to come by.
const PAUSE: Duration = Duration::from_micros(100);

/// Says whether the instruction at which the program is has an argument.
///
/// RustPython 0.5 does not forget it when a signal raises there, and gives it to the first
/// instruction of the handler, which may be none that exists. Every loop has some without.
fn has_argument(vm: &VirtualMachine) -> bool {
    let Some(frame) = vm.current_frame() else {
        return false;
    };
    // The frame points behind the instruction already.
    let at = (frame.lasti() as usize).saturating_sub(1);
    u8::from(frame.code.instructions.read_arg(at)) != 0
}

/// Raises what ends the program, if the run reached a bound or was stopped from outside.
///
/// # Errors
/// `SystemExit`, which the program may not survive: each further call raises it again.
pub(crate) fn check(session: &Session, vm: &VirtualMachine) -> PyResult<()> {
    if session.inner_loop().limit().is_some() {
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
