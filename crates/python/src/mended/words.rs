//! Errors in CPython's words.

use std::cell::Cell;

use rustpython_vm::builtins::{PyBaseException, PyStrRef, PyType, PyTypeRef};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::PySequence;
use rustpython_vm::{AsObject, Py, PyObject, PyResult, VirtualMachine};

use crate::bridge::text_of;

type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;
type Stringify = fn(&PyObject, &VirtualMachine) -> PyResult<PyStrRef>;
type Concat = fn(PySequence<'_>, &PyObject, &VirtualMachine) -> PyResult;

thread_local! {
    static OBJECT_NEW: Cell<Option<New>> = const { Cell::new(None) };
    static LIST_CONCAT: Cell<Option<Concat>> = const { Cell::new(None) };
    static TUPLE_CONCAT: Cell<Option<Concat>> = const { Cell::new(None) };
}

pub(super) fn mend(vm: &VirtualMachine) {
    let types = &vm.ctx.types;
    OBJECT_NEW.set(types.object_type.slots.new.swap(Some(object_new)));
    let list = &types.list_type.slots.as_sequence;
    LIST_CONCAT.set(list.concat.swap(Some(list_concat)));
    let tuple = &types.tuple_type.slots.as_sequence;
    TUPLE_CONCAT.set(tuple.concat.swap(Some(tuple_concat)));
    let unbound = &vm.ctx.exceptions.unbound_local_error.slots;
    unbound.str.store(Some(unbound_text));
    unbound.repr.store(Some(unbound_repr));
    not_in_list(
        types.list_type,
        "remove",
        "list.remove(x): x not in list",
        vm,
    );
    not_in_list(types.list_type, "index", "list.index(x): x not in list", vm);
}

/// Makes an object; for an abstract class it says so as CPython does, with the names in order.
fn object_new(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let Some(original) = OBJECT_NEW.get() else {
        return Err(vm.new_system_error("object.__new__ is not there"));
    };
    original(class, args, vm).map_err(|exception| {
        let text = text_of(exception.as_object(), vm);
        let Some((class, methods)) = text.split_once(" without an implementation for abstract ")
        else {
            return exception;
        };
        let Some((noun, names)) = methods.split_once(' ') else {
            return exception;
        };
        let mut names: Vec<_> = names.trim_matches('\'').split("', '").collect();
        names.sort_unstable();
        let names = names.join("', '");
        vm.new_type_error(format!(
            "Can't instantiate abstract {class} without an implementation for abstract {noun} '{names}'"
        ))
    })
}

fn list_concat(sequence: PySequence<'_>, other: &PyObject, vm: &VirtualMachine) -> PyResult {
    concat(
        LIST_CONCAT.get(),
        vm.ctx.types.list_type,
        sequence,
        other,
        vm,
    )
}

fn tuple_concat(sequence: PySequence<'_>, other: &PyObject, vm: &VirtualMachine) -> PyResult {
    concat(
        TUPLE_CONCAT.get(),
        vm.ctx.types.tuple_type,
        sequence,
        other,
        vm,
    )
}

fn concat(
    original: Option<Concat>,
    class: &Py<PyType>,
    sequence: PySequence<'_>,
    other: &PyObject,
    vm: &VirtualMachine,
) -> PyResult {
    match original {
        Some(original) if other.fast_isinstance(class) => original(sequence, other, vm),
        _ => Err(vm.new_type_error(format!(
            "can only concatenate {0} (not \"{1}\") to {0}",
            class.name(),
            other.class().name()
        ))),
    }
}

/// Gives the `ValueError` of a method of `list` other words.
fn not_in_list(
    list: &'static Py<PyType>,
    name: &'static str,
    message: &'static str,
    vm: &VirtualMachine,
) {
    let interned = vm.ctx.intern_str(name);
    let Some(original) = list.get_attr(interned) else {
        return;
    };
    let mended = vm.new_method(name, list, move |args: FuncArgs, vm: &VirtualMachine| {
        original.call(args, vm).map_err(|exception| {
            let is_own = exception.class().is(vm.ctx.exceptions.value_error)
                && text_of(exception.as_object(), vm).ends_with("is not in list");
            if is_own {
                vm.new_value_error(message)
            } else {
                exception
            }
        })
    });
    list.set_attr(interned, mended.into());
}

fn unbound_text(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    reword_unbound(object, vm)?;
    let str = vm.ctx.exceptions.base_exception_type.slots.str.load();
    stringified(str, object, vm)
}

fn unbound_repr(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    reword_unbound(object, vm)?;
    let repr = vm.ctx.exceptions.base_exception_type.slots.repr.load();
    stringified(repr, object, vm)
}

fn stringified(
    function: Option<Stringify>,
    object: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<PyStrRef> {
    match function {
        Some(function) => function(object, vm),
        None => Ok(vm.ctx.empty_str.to_owned()),
    }
}

/// Gives an `UnboundLocalError` that the interpreter has made CPython's words, when they are read.
fn reword_unbound(object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let Some(exception) = object.downcast_ref::<PyBaseException>() else {
        return Ok(());
    };
    let Some(text) = exception.get_arg(0) else {
        return Ok(());
    };
    let text = text_of(&text, vm);
    let name = text.strip_prefix("local variable '");
    let Some(name) = name.and_then(|text| text.strip_suffix("' referenced before assignment"))
    else {
        return Ok(());
    };
    let message =
        format!("cannot access local variable '{name}' where it is not associated with a value");
    let args = vm.ctx.new_tuple(vec![vm.ctx.new_str(message).into()]);
    object.set_attr("args", args, vm)
}
