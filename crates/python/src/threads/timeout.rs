//! The arguments of `acquire`, `wait` and `join`.

use interleave::runtime::Nanos;
use rustpython_vm::function::OptionalArg;
use rustpython_vm::{FromArgs, PyObjectRef, PyResult, VirtualMachine};

/// `_thread.TIMEOUT_MAX`, in seconds.
pub(super) const LONGEST_S: f64 = 9_223_372_036.0;

/// The arguments of a lock's `acquire`.
#[derive(FromArgs)]
pub(super) struct AcquireArguments {
    #[pyarg(any, optional)]
    blocking: OptionalArg<PyObjectRef>,
    #[pyarg(any, optional)]
    timeout: OptionalArg<PyObjectRef>,
}

/// How long to wait for a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patience {
    None,
    For(Nanos),
    Endless,
}

impl AcquireArguments {
    /// Errors: as CPython has them, for lengths that are negative or too long.
    pub(super) fn patience(self, vm: &VirtualMachine) -> PyResult<Patience> {
        let blocking = match self.blocking.into_option() {
            Some(blocking) => blocking.try_to_bool(vm)?,
            None => true,
        };
        let seconds = match self.timeout.into_option() {
            Some(timeout) => timeout.try_float(vm)?.to_f64(),
            None => -1.0,
        };
        if !blocking && seconds != -1.0 {
            let message = "can't specify a timeout for a non-blocking call";
            return Err(vm.new_value_error(message));
        }
        if !blocking {
            return Ok(Patience::None);
        }
        if seconds == -1.0 {
            return Ok(Patience::Endless);
        }
        let length = length(seconds, "timeout value must be a non-negative number", vm)?;
        Ok(match length {
            Nanos::ZERO => Patience::None,
            length => Patience::For(length),
        })
    }
}

/// Returns a length in whole nanoseconds: one at least, if it is any. A program that waits for what is left of
/// a time has to get there.
pub(crate) fn whole(seconds: f64) -> Nanos {
    match Nanos::from_seconds(seconds) {
        Nanos::ZERO if seconds > 0.0 => Nanos(1),
        length => length,
    }
}

/// Returns a length that is given in seconds.
/// Errors: `ValueError` for one that is negative or no number, `OverflowError` for one that is too long.
pub(super) fn length(seconds: f64, negative: &str, vm: &VirtualMachine) -> PyResult<Nanos> {
    if seconds.is_nan() {
        return Err(vm.new_value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(vm.new_value_error(negative.to_owned()));
    }
    if seconds > LONGEST_S {
        return Err(vm.new_overflow_error("timeout value is too large"));
    }
    Ok(whole(seconds))
}
