//! Python's `time` on the run's clock.

use interleave::runtime;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use crate::session::{self, check_limits};

/// Puts the run's clock into the module `time`.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let time = vm.import("time", 0)?;
    for name in ["time", "monotonic", "perf_counter", "process_time"] {
        time.set_attr(name, vm.new_function(name, seconds), vm)?;
    }
    for name in ["time_ns", "monotonic_ns", "perf_counter_ns"] {
        time.set_attr(name, vm.new_function(name, nanoseconds), vm)?;
    }
    time.set_attr("sleep", vm.new_function("sleep", sleep), vm)
}

fn seconds(vm: &VirtualMachine) -> PyResult<f64> {
    Ok(session::current(vm)?.run.now().seconds())
}

fn nanoseconds(vm: &VirtualMachine) -> PyResult<u64> {
    Ok(session::current(vm)?.run.now().0)
}

/// Blocks the event loop for a number of seconds.
fn sleep(seconds: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let session = session::current(vm)?;
    check_limits(&session, vm)?;
    let seconds = seconds.try_float(vm)?.to_f64();
    if seconds.is_nan() {
        return Err(vm.new_value_error("Invalid value NaN (not a number)".to_owned()));
    }
    if seconds < 0.0 {
        let message = "sleep length must be non-negative";
        return Err(vm.new_value_error(message.to_owned()));
    }
    session.mark_location(vm);
    runtime::blocking_sleep(seconds);
    Ok(())
}
