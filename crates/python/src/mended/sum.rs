//! `sum`, which carries along what the additions of floats lose, as CPython's does.

use rustpython_vm::builtins::{PyByteArray, PyBytes, PyComplex, PyFloat, PyInt, PyStr};
use rustpython_vm::function::{ArgIterable, OptionalArg};
use rustpython_vm::protocol::PyIterIter;
use rustpython_vm::{AsObject, FromArgs, PyObject, PyObjectRef, PyResult, VirtualMachine};

#[derive(FromArgs)]
struct SumArguments {
    #[pyarg(positional)]
    iterable: ArgIterable,
    #[pyarg(any, optional)]
    start: OptionalArg<PyObjectRef>,
}

pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let function = vm.new_function("sum", sum);
    function
        .as_object()
        .set_attr("__module__", vm.ctx.new_str("builtins"), vm)?;
    vm.builtins.set_attr("sum", function, vm)
}

fn sum(args: SumArguments, vm: &VirtualMachine) -> PyResult {
    let start = match args.start {
        OptionalArg::Present(start) => start,
        OptionalArg::Missing => vm.ctx.new_int(0).into(),
    };
    refuse_texts(&start, vm)?;
    let mut items = args.iterable.iter(vm)?;
    let mut total = start;
    // Each kind of number is added in its own way until another kind comes, and none comes back.
    for add in [add_ints, add_floats, add_complex] {
        match add(total, &mut items, vm)? {
            Sum::Whole(total) => return Ok(total),
            Sum::Until(reached) => total = reached,
        }
    }
    for item in items {
        total = vm._add(&total, &*item?)?;
    }
    Ok(total)
}

/// What was added: all items, or those until the first of another kind, and this one.
enum Sum {
    Whole(PyObjectRef),
    Until(PyObjectRef),
}

fn refuse_texts(start: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let (kind, instead) = if start.downcastable::<PyStr>() {
        ("strings", "''")
    } else if start.downcastable::<PyBytes>() {
        ("bytes", "b''")
    } else if start.downcastable::<PyByteArray>() {
        ("bytearray", "b''")
    } else {
        return Ok(());
    };
    Err(vm.new_type_error(format!(
        "sum() can't sum {kind} [use {instead}.join(seq) instead]"
    )))
}

fn add_ints(
    total: PyObjectRef,
    items: &mut PyIterIter<'_, PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<Sum> {
    let Some(mut sum) = small(&total, vm) else {
        return Ok(Sum::Until(total));
    };
    for item in items {
        let item = item?;
        match small(&item, vm).and_then(|number| sum.checked_add(number)) {
            Some(more) => sum = more,
            None => return Ok(Sum::Until(vm._add(vm.ctx.new_int(sum).as_ref(), &item)?)),
        }
    }
    Ok(Sum::Whole(vm.ctx.new_int(sum).into()))
}

/// Returns an int or a bool that a register holds.
fn small(object: &PyObject, vm: &VirtualMachine) -> Option<i64> {
    let number = object.downcast_ref::<PyInt>()?;
    let class = object.class();
    let is_plain = class.is(vm.ctx.types.int_type) || class.is(vm.ctx.types.bool_type);
    is_plain.then(|| number.try_to_primitive(vm).ok()).flatten()
}

fn add_floats(
    total: PyObjectRef,
    items: &mut PyIterIter<'_, PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<Sum> {
    let Some(start) = total.downcast_ref_if_exact::<PyFloat>(vm) else {
        return Ok(Sum::Until(total));
    };
    let mut sum = Compensated::from(start.to_f64());
    for item in items {
        let item = item?;
        match real(&item, vm)? {
            Some(number) => sum.add(number),
            None => {
                let reached = vm.ctx.new_float(sum.value());
                return Ok(Sum::Until(vm._add(reached.as_ref(), &item)?));
            }
        }
    }
    Ok(Sum::Whole(vm.ctx.new_float(sum.value()).into()))
}

/// Returns a float, or an int as one.
/// Errors: `OverflowError` for an int that is too large for one.
fn real(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<f64>> {
    if let Some(number) = object.downcast_ref_if_exact::<PyFloat>(vm) {
        return Ok(Some(number.to_f64()));
    }
    if object.downcastable::<PyInt>() {
        return object.try_float(vm).map(|number| Some(number.to_f64()));
    }
    Ok(None)
}

fn add_complex(
    total: PyObjectRef,
    items: &mut PyIterIter<'_, PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<Sum> {
    let Some(start) = total.downcast_ref_if_exact::<PyComplex>(vm) else {
        return Ok(Sum::Until(total));
    };
    let mut reached = start.to_complex();
    let (mut re, mut im) = (Compensated::from(reached.re), Compensated::from(reached.im));
    let mut other = None;
    for item in items {
        let item = item?;
        if let Some(number) = item.downcast_ref_if_exact::<PyComplex>(vm) {
            re.add(number.to_complex().re);
            im.add(number.to_complex().im);
        } else if let Some(number) = real(&item, vm)? {
            re.add(number);
        } else {
            other = Some(item);
            break;
        }
    }
    (reached.re, reached.im) = (re.value(), im.value());
    let reached = vm.ctx.new_complex(reached);
    match other {
        None => Ok(Sum::Whole(reached.into())),
        Some(item) => Ok(Sum::Until(vm._add(reached.as_ref(), &item)?)),
    }
}

/// A sum of floats, and what its additions have lost, after Neumaier.
struct Compensated {
    sum: f64,
    lost: f64,
}

impl From<f64> for Compensated {
    fn from(sum: f64) -> Self {
        Self { sum, lost: 0.0 }
    }
}

impl Compensated {
    fn add(&mut self, number: f64) {
        let more = self.sum + number;
        self.lost += if self.sum.abs() >= number.abs() {
            (self.sum - more) + number
        } else {
            (number - more) + self.sum
        };
        self.sum = more;
    }

    /// An infinite sum stays infinite, and a negative zero negative.
    fn value(&self) -> f64 {
        if self.lost != 0.0 && self.lost.is_finite() {
            self.sum + self.lost
        } else {
            self.sum
        }
    }
}
