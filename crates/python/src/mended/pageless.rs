//! What the interpreter asks its system for where there is none under it: in a page.
//!
//! Programs see the system of the command, as far as they see one: the numbers of errors and the classes that
//! belong to them, the clocks, and the time of day, which the host knows.

use std::cell::Cell;

use rustpython_vm::builtins::{PyTuple, PyType, PyTypeRef};
use rustpython_vm::common::hash::PyHash;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, Py, PyObject, PyResult, VirtualMachine};

use crate::session;

type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;

thread_local! {
    static NEW: Cell<Option<New>> = const { Cell::new(None) };
}

/// Puts what there is into the modules.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    vm.sys_module
        .set_attr("platform", vm.ctx.new_str("linux"), vm)?;
    vm.sys_module
        .set_attr("maxsize", vm.ctx.new_int(i64::MAX), vm)?;
    let system = vm.import("_pageless", 0)?;
    let wall_time = vm.new_function("wall_time", wall_time);
    let moments = vm.import("_datetime", 0)?;
    let [date, datetime, time] =
        ["date", "datetime", "time"].map(|name| moments.get_attr(name, vm));
    let classes = [date?, datetime?, time?];
    let [date, datetime, time] = classes.clone();
    let others = vm.call_method(&system, "install", (wall_time, date, datetime, time))?;
    for (index, class) in classes.iter().enumerate() {
        let names = others.get_item(&index, vm)?;
        for name in ["now", "utcnow", "today", "strftime"] {
            let given = names.get_item(name, vm);
            if let (Some(class), Ok(method)) = (class.downcast_ref::<PyType>(), given) {
                class.set_attr(vm.ctx.intern_str(name), method);
            }
        }
    }
    Ok(())
}

/// Lets an `OSError` be of the class that belongs to its number, and tuples have the hashes that they have where
/// addresses have 64 bits: the order of a set of tuples follows from them.
pub(super) fn mend(vm: &VirtualMachine) {
    vm.ctx.types.tuple_type.slots.hash.store(Some(tuple_hash));
    let new = vm.ctx.exceptions.os_error.slots.new.swap(Some(new));
    NEW.set(new);
}

fn new(class: PyTypeRef, mut arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let original = NEW
        .get()
        .ok_or_else(|| vm.new_type_error("OSError cannot be made"))?;
    // What a class of the program's own takes by name is for its `__init__`: the original looks for that in the slot.
    if !class.is(vm.ctx.exceptions.os_error) {
        arguments.kwargs.clear();
    }
    let is_plain = class.is(vm.ctx.exceptions.os_error) && (2..=5).contains(&arguments.args.len());
    let number = arguments.args.first().filter(|_| is_plain);
    let number = number.and_then(|number| number.try_to_value::<i32>(vm).ok());
    match number.and_then(|number| class_of(number, vm)) {
        Some(class) => original(class.to_owned(), arguments, vm),
        None => original(class, arguments, vm),
    }
}

/// The numbers of the hash that CPython's tuples have, xxHash.
const XX: [u64; 3] = [
    11_400_714_785_074_694_791,
    14_029_467_366_897_019_727,
    2_870_177_450_012_600_261,
];

fn tuple_hash(tuple: &PyObject, vm: &VirtualMachine) -> PyResult<PyHash> {
    let elements = tuple
        .downcast_ref::<PyTuple>()
        .map(|tuple| tuple.as_slice());
    let elements = elements.unwrap_or_default();
    let mut hash = XX[2];
    for element in elements {
        let lane = element.hash(vm)?.cast_unsigned();
        hash = hash.wrapping_add(lane.wrapping_mul(XX[1]));
        hash = hash.rotate_left(31).wrapping_mul(XX[0]);
    }
    hash = hash.wrapping_add(elements.len() as u64 ^ (XX[2] ^ 3_527_539));
    Ok(match hash.cast_signed() {
        -1 => 1_546_275_796,
        hash => hash,
    })
}

/// Returns the class of the errors that have a number, by Linux' numbers.
fn class_of(number: i32, vm: &VirtualMachine) -> Option<&'static Py<PyType>> {
    let exceptions = &vm.ctx.exceptions;
    Some(match number {
        1 | 13 => exceptions.permission_error,
        2 => exceptions.file_not_found_error,
        3 => exceptions.process_lookup_error,
        4 => exceptions.interrupted_error,
        10 => exceptions.child_process_error,
        11 | 114 | 115 => exceptions.blocking_io_error,
        17 => exceptions.file_exists_error,
        20 => exceptions.not_a_directory_error,
        21 => exceptions.is_a_directory_error,
        32 | 108 => exceptions.broken_pipe_error,
        103 => exceptions.connection_aborted_error,
        104 => exceptions.connection_reset_error,
        110 => exceptions.timeout_error,
        111 => exceptions.connection_refused_error,
        _ => return None,
    })
}

/// Returns the seconds since 1970, by the host's clock.
fn wall_time(vm: &VirtualMachine) -> PyResult<f64> {
    Ok(session::current(vm)?.host.wall_time_s())
}
