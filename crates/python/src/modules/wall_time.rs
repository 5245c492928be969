//! The block behind IPython's `%time`: it prints how long it took on the run's clock.
//!
//! IPython also prints the processor's time. Computing takes no time on the simulated clock, so
//! this line is left out. As in IPython, a block that raises prints nothing.

use std::cell::Cell;

use interleave::runtime::Nanos;
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::{PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use crate::bridge::text_of;
use crate::session;
use crate::source::WALL_TIME;

/// Adds the function that makes such a block to the built-in ones.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    PyWallTime::make_static_type();
    let make = vm.new_function(WALL_TIME, || PyWallTime {
        started: Cell::new(Nanos(0)),
    });
    vm.builtins.set_attr(WALL_TIME, make, vm)
}

/// A block that prints how long it took.
#[pyclass(module = false, name = "wall_time")]
#[derive(Debug, PyPayload)]
struct PyWallTime {
    started: Cell<Nanos>,
}

#[pyclass]
impl PyWallTime {
    #[pymethod(name = "__enter__")]
    fn enter(&self, vm: &VirtualMachine) -> PyResult<()> {
        self.started.set(session::current(vm)?.run.now());
        Ok(())
    }

    #[pymethod(name = "__exit__")]
    fn exit(
        &self,
        class: PyObjectRef,
        _exception: PyObjectRef,
        _traceback: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        if !vm.is_none(&class) {
            return Ok(());
        }
        let took = session::current(vm)?.run.now().0 - self.started.get().0;
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
