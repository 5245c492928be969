//! Bounds: a run that reached one, or was stopped, ends the program.

use interleave::runtime::Outcome;
use rustpython_vm::{PyResult, VirtualMachine};

use crate::session::Session;

/// Raises what ends the program, if the run reached a bound or was stopped from outside.
///
/// # Errors
/// `SystemExit`, which the program may not survive: each further call raises it again.
pub(crate) fn check(session: &Session, vm: &VirtualMachine) -> PyResult<()> {
    match session.run.outcome() {
        Some(Outcome::Limit(_) | Outcome::Stopped) => {
            session.is_ending.set(true);
            Err(vm.new_exception(vm.ctx.exceptions.system_exit.to_owned(), vec![]))
        }
        _ => Ok(()),
    }
}
