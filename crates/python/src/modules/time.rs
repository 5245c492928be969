//! Python's `time` on the run's clock, and the block behind IPython's `%time`, which prints how long it
//! took.
//!
//! IPython also prints the processor's time. Computing takes no time on the simulated clock, so
//! this line is left out. As in IPython, a block that raises prints nothing.

use std::cell::Cell;

use interleave::runtime::{self, Nanos};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use crate::bridge::text_of;
use crate::session::{self, Session, check_limits};
use crate::source::WALL_TIME;
use crate::threads;

/// Puts the run's clock into the module `time`, and the timed block into the built-in names.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let time = vm.import("time", 0)?;
    for name in ["time", "monotonic", "perf_counter"] {
        time.set_attr(name, vm.new_function(name, seconds), vm)?;
    }
    for name in ["time_ns", "monotonic_ns", "perf_counter_ns"] {
        time.set_attr(name, vm.new_function(name, nanoseconds), vm)?;
    }
    COMPUTED.set(Nanos::ZERO);
    for name in ["process_time", "thread_time"] {
        let seconds = |vm: &VirtualMachine| computed(vm).map(Nanos::seconds);
        time.set_attr(name, vm.new_function(name, seconds), vm)?;
    }
    for name in ["process_time_ns", "thread_time_ns"] {
        let nanoseconds = |vm: &VirtualMachine| computed(vm).map(|time| time.0);
        time.set_attr(name, vm.new_function(name, nanoseconds), vm)?;
    }
    time.set_attr("sleep", vm.new_function("sleep", sleep), vm)?;
    install_wall_time(vm)
}

fn seconds(vm: &VirtualMachine) -> PyResult<f64> {
    read_clock(vm).map(Nanos::seconds)
}

fn nanoseconds(vm: &VirtualMachine) -> PyResult<u64> {
    read_clock(vm).map(|now| now.0)
}

/// How often a step may read the clock at one moment. Then it waits for the clock, which only a wait moves.
const READS_MAX: u64 = 10_000;

/// How far a step that waits for the clock moves it.
const BUSY: Nanos = Nanos(1_000_000);

thread_local! {
    /// How long the program has computed: as long as it waited for the clock.
    static COMPUTED: Cell<Nanos> = const { Cell::new(Nanos::ZERO) };

    /// The step and the moment at which the clock was read last, and how often.
    static READS: Cell<(u64, Nanos, u64)> = const { Cell::new((0, Nanos::ZERO, 0)) };
}

/// Returns the moment. A step that does nothing but read the clock waits until it has moved: then time passes,
/// as it does where computing takes time.
fn read_clock(vm: &VirtualMachine) -> PyResult<Nanos> {
    let session = session::current(vm)?;
    let (step, now) = (session.run.counts().0, session.run.now());
    let (known_step, known, count) = READS.get();
    if known_step != step {
        READS.set((step, now, 1));
        return Ok(now);
    }
    let count = if known == now || count >= READS_MAX {
        count + 1
    } else {
        1
    };
    READS.set((step, now, count));
    if count > READS_MAX {
        COMPUTED.set(COMPUTED.get().after(BUSY));
        pass(BUSY, &session, vm)?;
    }
    Ok(session.run.now())
}

/// Returns how long the program has computed, which sleeping does not change.
fn computed(vm: &VirtualMachine) -> PyResult<Nanos> {
    read_clock(vm)?;
    Ok(COMPUTED.get())
}

/// Blocks the event loop for a number of seconds.
fn sleep(seconds: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let session = session::current(vm)?;
    check_limits(&session, vm)?;
    let seconds = seconds.try_float(vm)?.to_f64();
    if seconds.is_nan() {
        return Err(vm.new_value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(vm.new_value_error("sleep length must be non-negative"));
    }
    pass(threads::whole(seconds), &session, vm)
}

/// Lets time pass in the running thread.
fn pass(length: Nanos, session: &Session, vm: &VirtualMachine) -> PyResult<()> {
    if !threads::sleep(length, session, vm)? {
        session.mark_location(vm);
        runtime::blocking_sleep(length.seconds());
    }
    Ok(())
}

fn install_wall_time(vm: &VirtualMachine) -> PyResult<()> {
    let _ = PyWallTime::make_static_type();
    let make = vm.new_function(WALL_TIME, || PyWallTime(Cell::default()));
    vm.builtins.set_attr(WALL_TIME, make, vm)
}

/// A block that prints how long it took, with the moment at which it started.
#[pyclass(module = false, name = "wall_time")]
#[derive(Debug, PyPayload)]
struct PyWallTime(Cell<Nanos>);

#[pyclass]
impl PyWallTime {
    #[pymethod(name = "__enter__")]
    fn enter(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        zelf.0.set(session::current(vm)?.run.now());
        Ok(())
    }

    #[pymethod(name = "__exit__")]
    fn exit(
        zelf: &Py<Self>,
        class: PyObjectRef,
        _exception: PyObjectRef,
        _traceback: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        if !vm.is_none(&class) {
            return Ok(());
        }
        let took = session::current(vm)?.run.now().0 - zelf.0.get().0;
        let text = format!("Wall time: {}\n", format_time(took, vm)?);
        let stdout = vm.sys_module.get_attr("stdout", vm)?;
        vm.call_method(&stdout, "write", (text,)).map(drop)
    }
}

/// Returns a length of time as `_format_time` of IPython's magics writes it.
fn format_time(nanos: u64, vm: &VirtualMachine) -> PyResult<String> {
    if nanos >= 60_000_000_000 {
        return Ok(in_whole_units(nanos / 1_000_000_000));
    }
    let (unit, length) = match nanos {
        0..1_000 => ("ns", 1.0),
        1_000..1_000_000 => ("μs", 1e3),
        1_000_000..1_000_000_000 => ("ms", 1e6),
        _ => ("s", 1e9),
    };
    let number = vm.ctx.new_float(nanos as f64 / length);
    let format = vm.ctx.new_str("%.3g");
    let number = vm.call_method(format.as_ref(), "__mod__", (number,))?;
    Ok(format!("{} {unit}", text_of(&number, vm)))
}

fn in_whole_units(seconds: u64) -> String {
    let mut left = seconds;
    let mut parts = Vec::new();
    for (unit, length) in [("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)] {
        if left >= length {
            parts.push(format!("{}{unit}", left / length));
            left %= length;
        }
    }
    parts.join(" ")
}
