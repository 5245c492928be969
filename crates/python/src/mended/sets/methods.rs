//! The methods of sets that make or change one.

use std::cell::Cell;

use rustpython_vm::builtins::{PyDict, PySet, PyTuple, PyType};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::known;
use super::operation::{self, Operand, Operation, copied, is_set};
use super::table::Table;

type Called =
    fn(&PyObject, Vec<PyObjectRef>, usize, Option<&[PyObjectRef]>, &VirtualMachine) -> PyResult;

thread_local! {
    static SET: Cell<Option<Called>> = const { Cell::new(None) };
    static FROZEN_SET: Cell<Option<Called>> = const { Cell::new(None) };
}

pub(super) fn mend(vm: &VirtualMachine) {
    let types = &vm.ctx.types;
    SET.set(types.set_type.slots.vectorcall.swap(Some(set)));
    FROZEN_SET.set(types.frozenset_type.slots.vectorcall.swap(Some(frozen_set)));
    for class in [types.set_type, types.frozenset_type] {
        wrap(class, "copy", copy, vm);
        wrap(class, "__reduce__", reduce, vm);
        wrap(class, "union", make::<0>, vm);
        wrap(class, "intersection", make::<1>, vm);
        wrap(class, "difference", make::<2>, vm);
        wrap(class, "symmetric_difference", make::<3>, vm);
    }
    let class = types.set_type;
    wrap(class, "update", change::<0>, vm);
    wrap(class, "intersection_update", change::<1>, vm);
    wrap(class, "difference_update", change::<2>, vm);
    wrap(class, "symmetric_difference_update", change::<3>, vm);
    wrap(class, "add", add, vm);
    wrap(class, "remove", take_out, vm);
    wrap(class, "discard", take_out, vm);
    wrap(class, "pop", pop, vm);
    wrap(class, "clear", clear, vm);
}

const OPERATIONS: [Operation; 4] = [
    Operation::Union,
    Operation::Intersection,
    Operation::Difference,
    Operation::SymmetricDifference,
];

type Wrapper = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult;

/// Puts a function around a method, which gets the method before the arguments.
fn wrap(class: &'static Py<PyType>, name: &'static str, wrapper: Wrapper, vm: &VirtualMachine) {
    let interned = vm.ctx.intern_str(name);
    let Some(original) = class.get_attr(interned) else {
        return;
    };
    let mended = vm.new_method(name, class, move |args: FuncArgs, vm: &VirtualMachine| {
        let is_its = args.args.first().is_some_and(|it| is_set(it, vm));
        if is_its {
            wrapper(&original, args, vm)
        } else {
            original.call(args, vm)
        }
    });
    class.set_attr(interned, mended.into());
}

fn copy(original: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let set = args.args[0].clone();
    let result = original.call(args, vm)?;
    if !result.is(&set)
        && let Some(table) = known::table_of(&set, vm)
    {
        known::keep(&result, copied(&table, vm), vm);
    }
    Ok(result)
}

fn make<const N: usize>(original: &PyObject, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let set = args.args[0].clone();
    let table = known::table_of(&set, vm);
    let table = table.and_then(|table| {
        let operands = operands(&mut args, vm)?;
        Some(operation::apply(OPERATIONS[N], &table, &operands, vm))
    });
    let result = original.call(args, vm)?;
    if let Some(table) = table {
        known::keep(&result, table, vm);
    }
    Ok(result)
}

fn change<const N: usize>(
    original: &PyObject,
    mut args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let set = args.args[0].clone();
    let operation = OPERATIONS[N];
    let has_table = |it: &PyObjectRef| is_set(it, vm) || it.downcastable::<PyDict>();
    if operation == Operation::Union
        && !known::is_kept(&set)
        && !args.args[1..].iter().any(has_table)
    {
        return original.call(args, vm);
    }
    let table = known::take_or_make(&set, vm).and_then(|mut table| {
        let operands = operands(&mut args, vm)?;
        operation::change(operation, &mut table, &operands, vm);
        Some(table)
    });
    let result = original.call(args, vm)?;
    if let Some(table) = table {
        known::keep(&set, table, vm);
    }
    Ok(result)
}

/// Reads the operands; what an iterator gave is put into a list, as it gives it only once.
fn operands(args: &mut FuncArgs, vm: &VirtualMachine) -> Option<Vec<Operand>> {
    let (set, objects) = args.args.split_first_mut()?;
    let objects = objects.iter_mut();
    objects
        .map(|object| {
            if !is_set(object, vm) && !object.downcastable::<PyDict>() {
                let items = vm.extract_elements_with(object, Ok).ok()?;
                *object = vm.ctx.new_list(items).into();
            }
            Operand::of(object, set, vm)
        })
        .collect()
}

fn add(original: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [set, element] = &args.args[..] else {
        return original.call(args, vm);
    };
    if !known::is_kept(set) {
        return original.call(args, vm);
    }
    let (set, element) = (set.clone(), element.clone());
    let before = known::length(&set, vm).unwrap_or(0);
    let result = original.call(args, vm)?;
    if known::length(&set, vm) != Some(before) {
        match known::hash(&element, vm) {
            Some(hash) => {
                known::change(&set, before, |table| table.push(hash, element));
            }
            None => drop(known::take(&set, vm)),
        }
    }
    Ok(result)
}

fn take_out(original: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [set, element] = &args.args[..] else {
        return original.call(args, vm);
    };
    let Some(hash) = known::hash(element, vm) else {
        return original.call(args, vm);
    };
    let length = known::length(set, vm).unwrap_or(0);
    let changed = known::change(set, length, |table| table.discard(hash, element, vm));
    if changed.is_some() {
        return original.call(args, vm);
    }
    let (set, element) = (set.clone(), element.clone());
    let table = known::take_or_make(&set, vm);
    let result = original.call(args, vm);
    if let Some(mut table) = table {
        table.discard(hash, &element, vm);
        known::keep(&set, table, vm);
    }
    result
}

fn pop(original: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [set] = &args.args[..] else {
        return original.call(args, vm);
    };
    let length = known::length(set, vm).unwrap_or(0);
    let changed = known::change(set, length, Table::pop);
    let popped = match changed {
        Some(popped) => popped.map(|element| (element, None)),
        None => {
            known::take_or_make(set, vm).and_then(|mut table| Some((table.pop()?, Some(table))))
        }
    };
    let (Some((element, table)), Some(set)) = (popped, set.downcast_ref::<PySet>()) else {
        return original.call(args, vm);
    };
    set.discard(element.clone(), vm)?;
    if let Some(table) = table {
        known::keep(set.as_object(), table, vm);
    }
    Ok(element)
}

fn clear(original: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let table = known::take(&args.args[0], vm);
    let set = args.args[0].clone();
    let result = original.call(args, vm)?;
    if let Some(mut table) = table {
        table.clear();
        known::keep(&set, table, vm);
    }
    Ok(result)
}

/// What is pickled and copied in depth is made again from the elements in the order of the table.
fn reduce(original: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let set = args.args[0].clone();
    let result = original.call(args, vm)?;
    let (Some(parts), Some(table)) = (
        result.downcast_ref::<PyTuple>().map(|it| it.to_vec()),
        known::table_of(&set, vm),
    ) else {
        return Ok(result);
    };
    let elements = table.iter().map(|(_, element)| element.clone()).collect();
    let elements = vm.ctx.new_list(elements);
    let mut parts = parts;
    if let Some(arguments) = parts.get_mut(1) {
        *arguments = vm.ctx.new_tuple(vec![elements.into()]).into();
    }
    Ok(vm.ctx.new_tuple(parts).into())
}

fn set(
    class: &PyObject,
    args: Vec<PyObjectRef>,
    count: usize,
    names: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    called(SET.get(), class, args, count, names, vm)
}

fn frozen_set(
    class: &PyObject,
    args: Vec<PyObjectRef>,
    count: usize,
    names: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    called(FROZEN_SET.get(), class, args, count, names, vm)
}

/// A set made of a set or a dict, whose table has room for all of its elements.
fn called(
    original: Option<Called>,
    class: &PyObject,
    args: Vec<PyObjectRef>,
    count: usize,
    names: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    let Some(original) = original else {
        return class.call(FuncArgs::from(args), vm);
    };
    let source = match &args[..] {
        [it] if is_set(it, vm) || it.downcastable::<PyDict>() => Some(it.clone()),
        _ => None,
    };
    let result = original(class, args, count, names, vm)?;
    if let Some(source) = source
        && !result.is(&source)
        && let Some(operand) = Operand::of(&source, &result, vm)
    {
        let mut table = Table::new();
        operation::update(&mut table, &operand, vm);
        known::keep(&result, table, vm);
    }
    Ok(result)
}
